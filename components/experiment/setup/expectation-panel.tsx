import type { Expectation } from "#domain/experiment/planning.ts";
import type { Plan } from "#domain/experiment.ts";
import type { ExpectationView } from "#domain/experiment-view.ts";
import { countText } from "../../result/chart-parts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { liftText, meanText, unitOf } from "../figures.ts";
import { faultLabels, metricLabels, unknownLabels } from "../labels.ts";
import { placeText } from "./fault-at.ts";

type Props = { expected: ExpectationView | null; plan: Plan; arms: { name: string }[]; stale: boolean };

/** What may be expected of a setup, from the tenant's own traffic, and what still keeps it from being started. */
export function ExpectationPanel({ expected, plan, arms, stale }: Props) {
  return (
    <Panel aria-busy={stale} aria-label="What to expect">
      <PanelHeader title="What to expect" description="From this sequence's own traffic of the last weeks." />
      <PanelBody className="grid gap-4">
        {expected === null ? (
          <Skeleton className="h-24" />
        ) : (
          <>
            <div aria-live="polite">
              <Duration {...{ expected, plan }} />
            </div>
            {expected.expectation.kind === "expected" ? (
              <Outlook expectation={expected.expectation} plan={plan} />
            ) : null}
            {expected.faults.length > 0 ? (
              <div>
                <h3 className="mb-1.5 font-medium text-sm">Before it can start</h3>
                <ul aria-label="What keeps it from being started" className="grid gap-1.5">
                  {expected.faults.map(({ fault, field }) => (
                    <li key={`${fault} ${field}`} className="text-sm">
                      <span className="text-ink-faint">{placeText(field, arms)}: </span>
                      {faultLabels[fault]}
                    </li>
                  ))}
                </ul>
              </div>
            ) : (
              <Notice tone="good">Nothing keeps it from being started.</Notice>
            )}
          </>
        )}
      </PanelBody>
    </Panel>
  );
}

function Duration({ expected: { expectation, traffic }, plan }: { expected: ExpectationView; plan: Plan }) {
  const weekly = `${countText(Math.round(traffic.weeklyContacts))} new contacts a week`;
  if (expectation.kind === "unknown") return <Notice>{unknownLabels[expectation.reason]}</Notice>;
  const { daysWatched, days, baseline, units } = expectation;
  const unit = unitOf(plan.metric, plan.currency);
  return (
    <div className="grid gap-1">
      <p className="font-semibold text-xl tracking-tight">
        {daysWatched === null ? "More than a year" : `About ${daysWatched} ${daysWatched === 1 ? "day" : "days"}`}
      </p>
      <p className="text-ink-soft text-sm">
        at {weekly}, looking as often as you like. {metricLabels[plan.metric]} stand at {meanText(baseline.mean, unit)}
        {" now, "}
        over {countText(baseline.contacts)} contacts.
      </p>
      <p className="text-ink-faint text-xs">
        With a single look at the end: {days === null ? "more than a year" : `${days} days`}, for{" "}
        {Number.isFinite(units) ? countText(Math.ceil(units)) : "too many"} contacts over the baseline and the smallest
        arm.
      </p>
    </div>
  );
}

type Expected = Extract<Expectation, { kind: "expected" }>;

function Outlook({ expectation, plan }: { expectation: Expected; plan: Plan }) {
  const unit = unitOf(plan.metric, plan.currency);
  const shown = ({ detectable, detectableRelative }: Expected["outlook"][number]) => {
    const lift = plan.scale === "relative" ? detectableRelative : detectable;
    return lift === null ? "–" : liftText(lift, plan.scale, unit);
  };
  return (
    <div className="-mx-4 border-y">
      <Table label="What a single look would find after so many days">
        <TableHead>
          <HeadCell>After</HeadCell>
          <HeadCell numeric>Power</HeadCell>
          <HeadCell numeric>Finds, {plan.scale}</HeadCell>
        </TableHead>
        <TableBody>
          {expectation.outlook.map((row) => (
            <Row key={row.days}>
              <Cell>{row.days} days</Cell>
              <Cell numeric>{Math.round(row.power * 100)}%</Cell>
              <Cell numeric>{shown(row)}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
