import type { DryRunRow } from "#domain/dry-run.ts";
import { countText } from "../result/chart-parts.tsx";
import { Badge } from "../ui/badge.tsx";
import { TextLink } from "../ui/link.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { statusLabels } from "./labels.ts";

type Props = { runs: DryRunRow[]; current: string | null; zone: string; sequenceId: string };

/** The dry runs that are kept; the newest ten of a sequence are. */
export function RunList({ runs, current, zone, sequenceId }: Props) {
  if (runs.length < 2) return null;
  return (
    <Panel>
      <PanelHeader title="Kept dry runs" description="The newest ten are kept." />
      <Table label="Kept dry runs">
        <TableHead>
          <HeadCell>Started</HeadCell>
          <HeadCell>What</HeadCell>
          <HeadCell>Carts of</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell numeric>Entered</HeadCell>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <Row key={run.id} aria-current={run.id === current ? "true" : undefined}>
              <Cell>
                <TextLink href={`/sequences/${sequenceId}/dry-run?run=${run.id}`}>
                  <Time at={run.startedAt} zone={zone} />
                </TextLink>
              </Cell>
              <Cell>{run.version === null ? "Draft" : `Version ${run.version}`}</Cell>
              <Cell>
                <Time at={run.from} zone={zone} format="date" /> to <Time at={run.to} zone={zone} format="date" />
              </Cell>
              <Cell>
                <Badge tone={run.status === "done" ? "good" : run.status === "failed" ? "bad" : "neutral"}>
                  {statusLabels[run.status]}
                </Badge>
              </Cell>
              <Cell numeric>{countText(run.entered)}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
