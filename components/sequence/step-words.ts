import { isStepField } from "#domain/condition/edit.ts";
import { type Condition, conditionFields, type Test } from "#domain/condition.ts";
import type { IncentiveKind } from "#domain/incentive.ts";
import { formatMoney } from "#domain/money.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import { templateNames } from "#domain/sequence.ts";
import type { GraphStep, MessageStep, SequenceGraph, Trigger, WaitUntilStep } from "#domain/sequence-graph.ts";
import { delayParts } from "#domain/sequence-plan.ts";
import { fieldLabels, operatorLabels } from "./condition-labels.ts";
import { channelLabels, eventLabels, kindLabels, triggerLabels, weekdayLabels } from "./graph-labels.ts";
import { offerLabels, purposeLabels, templateLabels } from "./labels.ts";

/** How things that steps refer to are called. */
export type Names = {
  /** `budget` says what is left of it in words; `spent` that nothing is. */
  incentives: { id: string; name: string; kind?: IncentiveKind; budget?: string; spent?: boolean }[];
  members: { id: string; name: string }[];
  /** Templates that members made and published. */
  templates?: { id: string; name: string }[];
};

/** The title and the line below it of a step's card. */
export function wordsOf(step: GraphStep, graph: SequenceGraph, names: Names): { title: string; detail: string } {
  switch (step.kind) {
    case "message":
      return { title: messageTitle(step, names), detail: messageDetail(step, names) };
    case "wait":
      return {
        title: `Wait ${spanText(step.minutes)}`,
        detail: step.from === "entry" ? "Counted from the beginning" : "Counted from here",
      };
    case "wait_until":
      return { title: `Wait until ${timeText(step)}`, detail: "In the shopper's time zone" };
    case "wait_for_event":
      return {
        title: eventLabels[step.event],
        detail: `${step.ofStep === null ? "Waited for" : `Of “${titleOf(graph, step.ofStep)}”,`} ${spanText(step.timeoutMinutes)} at most`,
      };
    case "split":
      return { title: "Split", detail: step.when ? conditionText(step.when, graph) : "Say what decides" };
    case "experiment":
      return { title: "Experiment", detail: step.arms.map((arm) => `${arm.name} ${arm.weight}%`).join(", ") };
    case "tag":
      return {
        title: step.act === "add" ? "Add a tag" : "Remove a tag",
        detail: step.tag.trim() === "" ? "Say which" : step.tag,
      };
    case "notify": {
      const member = names.members.find(({ id }) => id === step.memberId)?.name ?? "everybody of the team";
      return { title: `Notify ${member}`, detail: step.note };
    }
    case "webhook":
      return { title: kindLabels.webhook, detail: step.url };
    case "end":
      return { title: kindLabels.end, detail: "Nobody goes further" };
  }
}

/** A message is called after its template, or after its purpose while it has none. */
export function messageTitle(step: MessageStep, names?: Names): string {
  const template = templateNames.find((name) => name === step.template);
  const saved = names?.templates?.find(({ id }) => id === step.template);
  const named = template ? templateLabels[template] : (saved?.name ?? purposeLabels[step.purpose]);
  return step.resendOf === null ? named : `Again: ${named}`;
}

function messageDetail({ channel, purpose, offer }: MessageStep, names: Names): string {
  const incentive = offer.kind === "incentive" ? names.incentives.find(({ id }) => id === offer.incentiveId) : null;
  const offered = incentive?.name ?? offerLabels[offer.kind];
  return [channelLabels[channel], purposeLabels[purpose], ...(offer.kind === "none" ? [] : [offered])].join(" · ");
}

function titleOf(graph: SequenceGraph, id: string): string {
  const step = stepOf(graph, id);
  return step?.kind === "message" ? messageTitle(step) : "a message that is gone";
}

/** The names of a step's branches, in their order; a step with one way on has none. */
export function branchNames(step: GraphStep | undefined): string[] {
  if (step?.kind === "split") return ["Yes", "No"];
  if (step?.kind === "wait_for_event") return ["It came", "Time is up"];
  return step?.kind === "experiment" ? step.arms.map((arm) => `${arm.name} ${arm.weight}%`) : [];
}

export function triggerText(trigger: Trigger): string {
  return trigger.kind === "time_since_order"
    ? `${trigger.days} days after the last order`
    : triggerLabels[trigger.kind];
}

/** "2 hours", "1 day", "90 minutes". */
export function spanText(minutes: number): string {
  const days = minutes >= 1440 && minutes % 1440 === 0;
  const { count, unit } = days ? { count: minutes / 1440, unit: "days" } : delayParts(minutes);
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

function timeText({ weekdays, hour, minute }: WaitUntilStep): string {
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return weekdays.length === 0 ? time : `${weekdays.map((day) => weekdayLabels[day]).join(", ")} ${time}`;
}

/** A condition as a sentence. */
export function conditionText(condition: Condition, graph: SequenceGraph): string {
  if (condition.kind === "test") return testText(condition, graph);
  if (condition.kind === "not") return `not (${conditionText(condition.of, graph)})`;
  if (condition.of.length === 0) return condition.kind === "all" ? "always" : "never";
  const parts = condition.of.map((part) =>
    part.kind === "test" || part.kind === "not" ? conditionText(part, graph) : `(${conditionText(part, graph)})`,
  );
  return parts.join(condition.kind === "all" ? " and " : " or ");
}

function testText(test: Test, graph: SequenceGraph): string {
  const { label, unit } = fieldLabels[test.field];
  if ("step" in test) return `“${titleOf(graph, test.step)}” ${stepResult(test.field, test.value)}`;
  if (test.op === "set") return `${label} ${test.value ? "is known" : "is not known"}`;
  if (!isStepField(test.field) && conditionFields[test.field] === "flag")
    return `${label}: ${test.value ? "yes" : "no"}`;
  return `${label} ${operatorLabels[test.op]} ${valueText(test.value)}${unit ? ` ${unit}` : ""}`;
}

function stepResult(field: Test["field"], held: boolean): string {
  const what = field === "step.sent" ? "sent" : field === "step.opened" ? "opened" : "clicked";
  return `${held ? "was" : "was not"} ${what}`;
}

function valueText(value: Test["value"]): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? formatMoney(value, "en") : String(value);
}
