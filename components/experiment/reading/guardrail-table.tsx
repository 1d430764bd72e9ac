import type { Analysis } from "#domain/experiment/analysis.ts";
import type { GuardrailReading } from "#domain/experiment/guardrails.ts";
import { Status } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel, PanelHeader } from "../../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { guardrailUnit, intervalText, liftText, meanText } from "../figures.ts";
import { guardrailLabels, guardrailStateLabels, guardrailTones } from "../labels.ts";

const wide = "hidden sm:table-cell";
const edge = "max-sm:pr-4";

/** What must not get worse, arm by arm, on the absolute scale. */
export function GuardrailTable({ analysis }: { analysis: Analysis }) {
  const { guardrails, currency, baseline, verdict } = analysis;
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
      ) : verdict.kind === "nobody_yet" ? (
        <EmptyState title="Nobody has been assigned yet">
          {[...new Set(guardrails.map(({ metric }) => guardrailLabels[metric]))].join(" · ")}: watched from the first
          contact on.
        </EmptyState>
      ) : (
        <Table label="Guardrails">
          <TableHead>
            <HeadCell>Guardrail</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell numeric className={wide}>
              Value
            </HeadCell>
            <HeadCell numeric className={edge}>
              Difference
            </HeadCell>
            <HeadCell numeric className={wide}>
              Limit
            </HeadCell>
          </TableHead>
          <TableBody>
            {guardrails.map((one, place) => (
              <Line
                key={`${one.metric} ${one.arm}`}
                first={guardrails[place - 1]?.metric !== one.metric}
                {...{ one, currency }}
              />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

/** A guardrail's name stands at the first of its arms, and is spoken at each. */
function Line({ one, first, currency }: { one: GuardrailReading; first: boolean; currency: string }) {
  const unit = guardrailUnit(one.metric, currency);
  const known = one.state !== "unknown";
  const limit = liftText(one.direction === "no_higher" ? one.limit : -one.limit, "absolute", unit);
  return (
    <Row>
      <Cell className="sm:min-w-36">
        <span className={first ? "block font-medium" : "sr-only"}>{guardrailLabels[one.metric]}</span>
        <span className="text-ink-soft">{one.arm}</span>
      </Cell>
      <Cell>
        <Status tone={guardrailTones[one.state]}>{guardrailStateLabels[one.state]}</Status>
      </Cell>
      <Cell numeric className={wide}>
        {known ? meanText(one.value, unit) : "–"}
      </Cell>
      <Cell numeric className={edge}>
        {known ? liftText(one.difference, "absolute", unit) : "–"}
        {one.interval ? (
          <span className="block text-ink-faint text-xs max-sm:hidden">
            {intervalText(one.interval, "absolute", unit)}
          </span>
        ) : null}
        <span className="block text-ink-faint text-xs sm:hidden">limit {limit}</span>
      </Cell>
      <Cell numeric className={wide}>
        {limit}
      </Cell>
    </Row>
  );
}
