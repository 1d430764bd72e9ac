import type { Condition } from "./condition.ts";
import type { StepOffer } from "./incentive.ts";
import type { OversightMode, Step, StepPurpose } from "./sequence.ts";

export const graphVersion = 2;

export const triggerKinds = [
  "cart_abandoned",
  "checkout_abandoned",
  "browse_abandoned",
  "order_placed",
  "order_recovered",
  "time_since_order",
] as const;
export type TriggerKind = (typeof triggerKinds)[number];
/** What lets somebody enter; `days` counts from the last order. */
export type Trigger = { kind: Exclude<TriggerKind, "time_since_order"> } | { kind: "time_since_order"; days: number };

export const channels = ["email", "sms", "push", "whatsapp"] as const;
export type Channel = (typeof channels)[number];

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** What a walk may wait for. The message events may name the step whose message they are about. */
export const walkEventNames = [
  "message_opened",
  "message_clicked",
  "cart_changed",
  "back_on_site",
  "order_placed",
] as const;
export type WalkEventName = (typeof walkEventNames)[number];

type Placed = { id: string };
type Onward = Placed & { next: string | null };

/** `resendOf` names the message step that this one repeats, with other words, to whoever did not open it. */
export type MessageStep = Onward & {
  kind: "message";
  channel: Channel;
  purpose: StepPurpose;
  template: string | null;
  offer: StepOffer;
  oversight: OversightMode | null;
  resendOf: string | null;
};
/** `from: "entry"` counts from the trigger, so that steps keep their distance when one is late; `"here"` from arriving. */
export type WaitStep = Onward & { kind: "wait"; minutes: number; from: "entry" | "here" };
/** The next such time in the shopper's zone, strictly later than the arrival; no weekdays means any. */
export type WaitUntilStep = Onward & { kind: "wait_until"; weekdays: Weekday[]; hour: number; minute: number };
export type WaitForEventStep = Placed & {
  kind: "wait_for_event";
  event: WalkEventName;
  ofStep: string | null;
  timeoutMinutes: number;
  came: string | null;
  timedOut: string | null;
};
/** Goes on at `yes` when the condition holds, at `no` when it does not or cannot be known. */
export type SplitStep = Placed & { kind: "split"; when: Condition | null; yes: string | null; no: string | null };
/** Weights are whole percent and sum to 100; a contact stays with its arm. */
export type ExperimentStep = Placed & { kind: "experiment"; arms: ExperimentArm[] };
export type ExperimentArm = { name: string; weight: number; next: string | null };
export type TagStep = Onward & { kind: "tag"; tag: string; act: "add" | "remove" };
export type NotifyStep = Onward & { kind: "notify"; memberId: string | null; note: string };
export type WebhookStep = Onward & { kind: "webhook"; url: string };
export type EndStep = Placed & { kind: "end" };

export type GraphStep =
  | MessageStep
  | WaitStep
  | WaitUntilStep
  | WaitForEventStep
  | SplitStep
  | ExperimentStep
  | TagStep
  | NotifyStep
  | WebhookStep
  | EndStep;
export type GraphStepKind = GraphStep["kind"];

export const exitKinds = ["order", "unsubscribe", "cart_emptied", "condition"] as const;
export type Exit = { kind: "order" | "unsubscribe" | "cart_emptied" } | { kind: "condition"; when: Condition };

/** A sequence: who enters, what happens from `start` on, and what ends it early. A step that leads nowhere (`null`) finishes. */
export type SequenceGraph = {
  version: typeof graphVersion;
  trigger: Trigger;
  entry: Condition | null;
  exits: Exit[];
  start: string | null;
  steps: GraphStep[];
};

/** Where a step may lead, in the order of its branches. */
export function leadsTo(step: GraphStep): (string | null)[] {
  switch (step.kind) {
    case "end":
      return [];
    case "split":
      return [step.yes, step.no];
    case "wait_for_event":
      return [step.came, step.timedOut];
    case "experiment":
      return step.arms.map((arm) => arm.next);
    default:
      return [step.next];
  }
}

/** The messages of a sequence; a message's position, by which its decisions are kept, is its place in this list. */
export function messageSteps(graph: SequenceGraph): MessageStep[] {
  return graph.steps.filter((step) => step.kind === "message");
}

/** A linear sequence as a graph: before each message a wait that counts from the entry. Message steps keep their ids. */
export function graphOfSteps(steps: Step[], trigger: Trigger = { kind: "cart_abandoned" }): SequenceGraph {
  const taken = new Set(steps.map((step) => step.id));
  const waitIds = steps.map((step) => freeId(`${step.id}-wait`, taken));
  const linked = steps.flatMap((step, place): GraphStep[] => {
    const { id, delayMinutes, ...said } = step;
    const waiting = {
      id: waitIds[place] ?? `${id}-wait`,
      kind: "wait" as const,
      minutes: delayMinutes,
      from: "entry" as const,
    };
    const message = { id, kind: "message" as const, channel: "email" as const, ...said, resendOf: null };
    return [
      { ...waiting, next: id },
      { ...message, next: waitIds[place + 1] ?? null },
    ];
  });
  const exits: Exit[] = [{ kind: "order" }, { kind: "unsubscribe" }, { kind: "cart_emptied" }];
  return { version: graphVersion, trigger, entry: null, exits, start: waitIds[0] ?? null, steps: linked };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  while (taken.has(id)) id = `${id}-`;
  taken.add(id);
  return id;
}
