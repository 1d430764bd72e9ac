import type { Step } from "./sequence.ts";
import type { SequenceView, StepOutcome } from "./sequence-view.ts";

export const delayUnits = ["minutes", "hours", "days"] as const;
export type DelayUnit = (typeof delayUnits)[number];

const minutesIn: Record<DelayUnit, number> = { minutes: 1, hours: 60, days: 1440 };

/** A delay in the largest unit that says it without a fraction. Two days and less are told in hours. */
export function delayParts(delayMinutes: number): { count: number; unit: DelayUnit } {
  if (delayMinutes > 2880 && delayMinutes % 1440 === 0) return { count: delayMinutes / 1440, unit: "days" };
  if (delayMinutes > 0 && delayMinutes % 60 === 0) return { count: delayMinutes / 60, unit: "hours" };
  return { count: delayMinutes, unit: "minutes" };
}

export function delayFrom(count: number, unit: DelayUnit): number {
  return Math.round(count * minutesIn[unit]);
}

/** A new last step: a reminder a day after the one before it, under an id that no other step has. */
export function nextStep(steps: Step[]): Step {
  const ids = new Set(steps.map((step) => step.id));
  let number = steps.length + 1;
  while (ids.has(`step-${number}`)) number += 1;
  const delayMinutes = (steps.at(-1)?.delayMinutes ?? 60) + (steps.length === 0 ? 60 : 1440);
  const template = "reminder";
  return {
    id: `step-${number}`,
    delayMinutes,
    purpose: "reminder",
    template,
    offer: { kind: "none" },
    oversight: null,
  };
}

/** What became of a step over all versions that hold it under the same id. */
export function outcomeOf(
  view: Pick<SequenceView, "versions" | "outcomes">,
  stepId: string,
): Omit<StepOutcome, "versionId" | "position"> {
  const stepsOf = new Map(view.versions.map((version) => [version.id, version.steps]));
  const its = view.outcomes.filter(({ versionId, position }) => stepsOf.get(versionId)?.[position]?.id === stepId);
  const sum = (key: "sent" | "clicked" | "recovered") => its.reduce((whole, outcome) => whole + outcome[key], 0);
  return { sent: sum("sent"), clicked: sum("clicked"), recovered: sum("recovered") };
}
