import type { Analysis } from "#domain/experiment/analysis.ts";
import { sampleRatioAlpha } from "#domain/statistics/sample-ratio.ts";
import { countText } from "../../result/chart-parts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { pText } from "../figures.ts";

/** Whether the arms have the sizes that their shares promise; where they have not, nothing else may be believed. */
export function SampleRatioPanel({ analysis }: { analysis: Analysis }) {
  const { sampleRatio, arms } = analysis;
  return (
    <Panel>
      <PanelHeader title="Sizes of the arms" description="Checked against the shares of their times (chi-square)." />
      <PanelBody>
        {sampleRatio.kind === "none" ? (
          <Notice>There is nothing to check yet.</Notice>
        ) : sampleRatio.mismatch ? (
          <Notice tone="bad" role="alert">
            The sizes are not what the shares promise (p {pText(sampleRatio.p)}, below {sampleRatioAlpha}). Something is
            wrong with the assignment, so that there is no verdict.
          </Notice>
        ) : (
          <Notice tone="good">As the shares promise (p {pText(sampleRatio.p)}).</Notice>
        )}
      </PanelBody>
      <div className="border-t">
        <Table label="Sizes of the arms">
          <TableHead>
            <HeadCell>Arm</HeadCell>
            <HeadCell numeric>Assigned</HeadCell>
            <HeadCell numeric>Promised</HeadCell>
          </TableHead>
          <TableBody>
            {arms.map(({ name, assigned, expected }) => (
              <Row key={name}>
                <Cell>{name}</Cell>
                <Cell numeric>{countText(assigned)}</Cell>
                <Cell numeric>{countText(Math.round(expected * 10) / 10)}</Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </Panel>
  );
}
