import type { Analysis } from "#domain/experiment/analysis.ts";
import type { Comparison, LiftReading } from "#domain/experiment/compare.ts";
import { type Scale, scales } from "#domain/statistics/lift.ts";
import { Badge } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { chanceText, intervalText, liftText, lossText, pText, type Unit, unitOf } from "../figures.ts";
import { liftFaultLabels, scaleLabels } from "../labels.ts";

// What a phone has no room for stands in a second line there, or in the table as a file.
const wide = "hidden sm:table-cell";
const edge = "max-sm:pr-4";

/** Arms against each other: the relative and the absolute lift each in a column of its own, the one that decides marked. */
export function ComparisonTable({ analysis }: { analysis: Analysis }) {
  const { comparisons, scale, sampleRatio, verdict } = analysis;
  const unit = unitOf(analysis.metric, analysis.currency);
  return (
    <Panel>
      <PanelHeader
        title="Comparisons"
        description="Lifts with the interval that holds however often one looks; chance and loss on the scale that decides. The expected loss is what choosing the arm costs on average, weighed by how likely it is the worse one. p is corrected by Holm over what decides, by Benjamini and Hochberg over what is only told."
      />
      {sampleRatio.kind === "checked" && sampleRatio.mismatch ? (
        <PanelBody className="border-b">
          <Notice tone="warn">No lift here may be believed: the arms do not have the sizes that were promised.</Notice>
        </PanelBody>
      ) : null}
      {comparisons.length === 0 ? (
        <EmptyState title="Nothing to compare">There is no baseline to hold an arm against.</EmptyState>
      ) : verdict.kind === "nobody_yet" ? (
        <EmptyState title="Nobody has been assigned yet">
          Lifts stand here from the second contact of an arm on.
        </EmptyState>
      ) : (
        <Table label="Comparisons">
          <TableHead>
            <HeadCell>Arm</HeadCell>
            {scales.map((one) => (
              <HeadCell key={one} numeric className={one === scale ? edge : wide}>
                {scaleLabels[one]} lift{one === scale ? ", decides" : ""}
              </HeadCell>
            ))}
            {["Chance to win", "Expected loss", "p, corrected"].map((name) => (
              <HeadCell key={name} numeric className={wide}>
                {name}
              </HeadCell>
            ))}
          </TableHead>
          <TableBody>
            {comparisons.map((one) => (
              <Line key={`${one.arm} ${one.against}`} {...{ one, unit, scale }} reading={one[scale]} />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

type LineProps = { one: Comparison; reading: LiftReading; unit: Unit; scale: Scale };

function Line({ one, reading, unit, scale }: LineProps) {
  const read = reading.kind === "read" ? reading : null;
  const chance = read ? chanceText(read.chanceToWin) : "–";
  const p = one.adjusted === null ? "–" : pText(one.adjusted);
  return (
    <Row>
      <Cell className="sm:min-w-40">
        <span className="font-medium">{one.arm}</span>
        <span className="block text-ink-faint text-xs">against {one.against}</span>
        {one.decides ? null : <Badge className="mt-1">Told, decides nothing</Badge>}
      </Cell>
      {scales.map((shown) => (
        <Cell key={shown} numeric className={shown === scale ? edge : wide}>
          <Lift reading={one[shown]} unit={unit} />
          {shown === scale && read ? (
            <span className="block text-ink-faint text-xs sm:hidden">
              wins {chance}, p {p}
            </span>
          ) : null}
        </Cell>
      ))}
      <Cell numeric className={wide}>
        {chance}
      </Cell>
      <Cell numeric className={wide}>
        {read ? lossText(read.expectedLoss, read.scale, unit) : "–"}
      </Cell>
      <Cell numeric className={wide}>
        {p}
      </Cell>
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
