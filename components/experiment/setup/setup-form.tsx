"use client";

import type { ExpectationView, SetupView } from "#domain/experiment-view.ts";
import { instantAt, wallClock } from "#domain/timing/zone.ts";
import { ArmsPanel } from "./arms-panel.tsx";
import type { SetupChoices } from "./choices.ts";
import { EndPanel } from "./end-panel.tsx";
import { ExpectationPanel } from "./expectation-panel.tsx";
import { faultsAt } from "./fault-at.ts";
import { GuardrailPanel } from "./guardrail-panel.tsx";
import { PlanPanel } from "./plan-panel.tsx";
import { SubjectPanel } from "./subject-panel.tsx";

type Props = {
  setup: SetupView;
  onChange: (setup: SetupView) => void;
  /** Null where the sequence is settled. */
  onSequence: ((id: string) => void) | null;
  choices: SetupChoices;
  expected: ExpectationView | null;
  stale: boolean;
};

/** Everything that is said of an experiment before its start, and beside it what may be expected of it. */
export function SetupForm({ setup, onChange, onSequence, choices, expected, stale }: Props) {
  const faultAt = faultsAt(expected?.faults ?? []);
  const change = (part: Partial<SetupView>) => onChange({ ...setup, ...part });
  const changePlan = (part: Partial<SetupView["plan"]>) => change({ plan: { ...setup.plan, ...part } });
  const sequence = choices.sequences.find(({ id }) => id === setup.sequenceId);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-5">
        <SubjectPanel
          name={setup.name}
          onName={(name) => change({ name })}
          sequenceId={setup.sequenceId}
          {...{ onSequence, choices }}
        />
        <ArmsPanel arms={setup.arms} onChange={(arms) => change({ arms })} {...{ sequence, choices, faultAt }} />
        <PlanPanel plan={setup.plan} onChange={changePlan} faultAt={faultAt} />
        <GuardrailPanel
          guardrails={setup.plan.guardrails}
          currency={setup.plan.currency}
          onChange={(guardrails) => changePlan({ guardrails })}
          faultAt={faultAt}
        />
        <EndPanel
          plan={setup.plan}
          onChange={changePlan}
          endsOn={dayBefore(setup.endsAt, choices.zone)}
          onEnd={(day) => change({ endsAt: endOf(day, choices.zone) })}
          faultAt={faultAt}
        />
      </div>
      <div className="lg:sticky lg:top-5">
        <ExpectationPanel {...{ expected, stale }} plan={setup.plan} arms={setup.arms} />
      </div>
    </div>
  );
}

const dayMs = 86_400_000;

/** The end of a calendar day in the tenant's zone. */
export function endOf(day: string, zone: string): string | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : instantAt(at / dayMs + 1, 0, zone).toISOString();
}

/** The last calendar day before an instant, as a date field wants it. */
export function dayBefore(instant: string | null, zone: string): string {
  if (instant === null) return "";
  const { day } = wallClock(new Date(new Date(instant).getTime() - 1), zone);
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
