import type { Analysis } from "#domain/experiment/analysis.ts";
import type { Comparison, LiftReading } from "#domain/experiment/compare.ts";
import { scales } from "#domain/statistics/lift.ts";
import { Badge } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel, PanelHeader } from "../../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { chanceText, intervalText, liftText, pText, type Unit, unitOf } from "../figures.ts";
import { liftFaultLabels, scaleLabels } from "../labels.ts";

/** Arms against each other: the relative and the absolute lift each in a column of its own, the one that decides marked. */
export function ComparisonTable({ analysis }: { analysis: Analysis }) {
  const { comparisons, scale } = analysis;
  const unit = unitOf(analysis.metric, analysis.currency);
  return (
    <Panel>
      <PanelHeader
        title="Comparisons"
        description="Lifts with the interval that holds however often one looks; chances and losses on the scale that decides. p is corrected by Holm over what decides, by Benjamini and Hochberg over what is only told."
      />
      {comparisons.length === 0 ? (
        <EmptyState title="Nothing to compare">There is no baseline to hold an arm against.</EmptyState>
      ) : (
        <Table label="Comparisons">
          <TableHead>
            <HeadCell>Arm</HeadCell>
            {scales.map((one) => (
              <HeadCell key={one} numeric>
                {scaleLabels[one]} lift{one === scale ? ", decides" : ""}
              </HeadCell>
            ))}
            <HeadCell numeric>Chance to win</HeadCell>
            <HeadCell numeric>Expected loss</HeadCell>
            <HeadCell numeric>p, corrected</HeadCell>
          </TableHead>
          <TableBody>
            {comparisons.map((one) => (
              <Line key={`${one.arm} ${one.against}`} {...{ one, unit }} reading={one[scale]} />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

function Line({ one, reading, unit }: { one: Comparison; reading: LiftReading; unit: Unit }) {
  const read = reading.kind === "read" ? reading : null;
  return (
    <Row>
      <Cell className="min-w-40">
        <span className="font-medium">{one.arm}</span>
        <span className="block text-ink-faint text-xs">against {one.against}</span>
        {one.decides ? null : <Badge className="mt-1">Told, decides nothing</Badge>}
      </Cell>
      {scales.map((scale) => (
        <Cell key={scale} numeric>
          <Lift reading={one[scale]} unit={unit} />
        </Cell>
      ))}
      <Cell numeric>{read ? chanceText(read.chanceToWin) : "–"}</Cell>
      <Cell numeric>{read ? liftText(-read.expectedLoss, read.scale, unit) : "–"}</Cell>
      <Cell numeric>{one.adjusted === null ? "–" : pText(one.adjusted)}</Cell>
    </Row>
  );
}

function Lift({ reading, unit }: { reading: LiftReading; unit: Unit }) {
  if (reading.kind === "none") return <span className="text-ink-faint">{liftFaultLabels[reading.reason]}</span>;
  return (
    <>
      {liftText(reading.lift, reading.scale, unit)}
      <span className="block text-ink-faint text-xs">{intervalText(reading.watched, reading.scale, unit)}</span>
    </>
  );
}
