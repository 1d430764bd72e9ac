import type { Analysis } from "#domain/experiment/analysis.ts";
import { formatMoney } from "#domain/money.ts";
import { countText } from "../../result/chart-parts.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Panel, PanelHeader } from "../../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { meanText, unitOf } from "../figures.ts";
import { metricLabels } from "../labels.ts";

/** Every arm as contacts were assigned to it: whoever never saw a message counts like everybody else. */
export function ArmsTable({ analysis }: { analysis: Analysis }) {
  const unit = unitOf(analysis.metric, analysis.currency);
  const total = (value: number | undefined) => {
    if (value === undefined) return "–";
    return unit.share ? countText(value) : formatMoney({ amount: Math.round(value), currency: unit.currency }, "en");
  };
  return (
    <Panel>
      <PanelHeader
        title="Arms"
        description={`${metricLabels[analysis.metric]} per contact assigned, with the 95 % interval of a single look.`}
      />
      <Table label="Arms">
        <TableHead>
          <HeadCell>Arm</HeadCell>
          <HeadCell numeric>Share</HeadCell>
          <HeadCell numeric>Assigned</HeadCell>
          <HeadCell numeric>Exposed</HeadCell>
          <HeadCell numeric>{unit.share ? "Converted" : "Total"}</HeadCell>
          <HeadCell numeric>Per contact</HeadCell>
          <HeadCell numeric>95 % interval</HeadCell>
        </TableHead>
        <TableBody>
          {analysis.arms.map((arm) => (
            <Row key={arm.name}>
              <Cell className="min-w-32">
                <span className="flex flex-wrap items-center gap-1.5">
                  <span className="font-medium">{arm.name}</span>
                  {arm.name === analysis.baseline ? <Badge tone="accent">Baseline</Badge> : null}
                  {arm.kind === "holdout" ? <Badge>Sent nothing</Badge> : null}
                </span>
              </Cell>
              <Cell numeric>{Number(arm.share.toFixed(1))} %</Cell>
              <Cell numeric>{countText(arm.assigned)}</Cell>
              <Cell numeric>{countText(arm.exposed)}</Cell>
              <Cell numeric>{total(arm.total)}</Cell>
              <Cell numeric>{arm.assigned > 0 ? meanText(arm.mean, unit) : "–"}</Cell>
              <Cell numeric className="text-ink-soft">
                {arm.assigned > 0 ? `${meanText(arm.interval.low, unit)} to ${meanText(arm.interval.high, unit)}` : "–"}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
