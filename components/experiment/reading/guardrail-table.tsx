import type { Analysis } from "#domain/experiment/analysis.ts";
import type { GuardrailReading } from "#domain/experiment/guardrails.ts";
import { Status } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel, PanelHeader } from "../../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { guardrailUnit, intervalText, liftText, meanText } from "../figures.ts";
import { guardrailLabels, guardrailStateLabels, guardrailTones } from "../labels.ts";

/** What must not get worse, arm by arm, on the absolute scale. */
export function GuardrailTable({ analysis }: { analysis: Analysis }) {
  const { guardrails, currency, baseline } = analysis;
  return (
    <Panel>
      <PanelHeader
        title="Guardrails"
        description={
          baseline
            ? `Against ${baseline}, absolute. Broken only where the interval that holds at every look lies beyond the limit.`
            : undefined
        }
      />
      {guardrails.length === 0 ? (
        <EmptyState title="No guardrail is watched" />
      ) : (
        <Table label="Guardrails">
          <TableHead>
            <HeadCell>Guardrail</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell numeric>Value</HeadCell>
            <HeadCell numeric>Difference</HeadCell>
            <HeadCell numeric>Limit</HeadCell>
          </TableHead>
          <TableBody>
            {guardrails.map((one) => (
              <Line key={`${one.metric} ${one.arm}`} one={one} currency={currency} />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

function Line({ one, currency }: { one: GuardrailReading; currency: string }) {
  const unit = guardrailUnit(one.metric, currency);
  const known = one.state !== "unknown";
  const limit = one.direction === "no_higher" ? one.limit : -one.limit;
  return (
    <Row>
      <Cell className="min-w-36">
        {guardrailLabels[one.metric]}
        <span className="block text-ink-faint text-xs">{one.arm}</span>
      </Cell>
      <Cell>
        <Status tone={guardrailTones[one.state]}>{guardrailStateLabels[one.state]}</Status>
      </Cell>
      <Cell numeric>{known ? meanText(one.value, unit) : "–"}</Cell>
      <Cell numeric>
        {known ? liftText(one.difference, "absolute", unit) : "–"}
        {one.interval ? (
          <span className="block text-ink-faint text-xs">{intervalText(one.interval, "absolute", unit)}</span>
        ) : null}
      </Cell>
      <Cell numeric>{liftText(limit, "absolute", unit)}</Cell>
    </Row>
  );
}
