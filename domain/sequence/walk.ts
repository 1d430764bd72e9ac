import { type Answer, type Condition, type ConditionFacts, holds, testsIn } from "../condition.ts";
import { chooseArm } from "../enrollment.ts";
import type { ExperimentStep, GraphStep, MessageStep, SequenceGraph, WaitForEventStep } from "../sequence-graph.ts";
import { messageSteps, type WalkEventName, weekdays } from "../sequence-graph.ts";
import { nextTime } from "../timing/next-time.ts";

/** Where a walk stands, as it crosses the steps of a durable job: instants are ISO text, no step is past the last. */
export type Place = { stepId: string | null; startedAt: string; since: string; passed: number };

export type WalkEvent = { name: WalkEventName; at: Date; stepId: string | null };

/**
 * What a walk looks at, at one moment. `subject` and `seed` draw the arms of experiments: the same for a contact's whole
 * life and for one sequence. `ended` says what has come since the entry; `events` may hold more than one walk's. `underway`
 * are the messages that were written and have neither left nor been dropped; absent where they leave at once.
 */
export type WalkContext = {
  now: Date;
  facts: ConditionFacts;
  timeZone: string;
  subject: string;
  seed: string;
  ended: { ordered: boolean; unsubscribed: boolean; cartEmptied: boolean };
  events: WalkEvent[];
  underway?: ReadonlySet<string>;
};

export const walkStops = ["ordered", "unsubscribed", "cart_emptied", "exit_condition", "broken_graph"] as const;
export type WalkStop = (typeof walkStops)[number];

/** What the walker must do next. Whatever does something is done once per step: the step's id makes its name. */
export type WalkAction =
  | { kind: "sleep_until"; stepId: string; at: string }
  | { kind: "wait_for_event"; stepId: string; event: WalkEventName; ofStep: string | null; until: string }
  | { kind: "send"; stepId: string; position: number }
  | { kind: "tag"; stepId: string; tag: string; act: "add" | "remove" }
  | { kind: "notify"; stepId: string; memberId: string | null; note: string }
  | { kind: "call_webhook"; stepId: string; url: string }
  | { kind: "stop"; reason: WalkStop }
  | { kind: "finished" };

/** What was decided on the way to the action, for people to read. */
export type Passed =
  | { kind: "waited"; stepId: string }
  | { kind: "event_came" | "event_missed"; stepId: string; event: WalkEventName }
  | { kind: "split"; stepId: string; answer: Answer; branch: "yes" | "no" }
  | { kind: "experiment"; stepId: string; arm: string }
  | { kind: "not_resent"; stepId: string; because: "opened" | "not_sent" }
  | { kind: "already_sent"; stepId: string };

export type Advance = { action: WalkAction; next: Place; passed: Passed[] };

/** Where everybody begins who enters at an instant. */
export function startOf(graph: SequenceGraph, at: Date): Place {
  return { stepId: graph.start, startedAt: at.toISOString(), since: at.toISOString(), passed: 0 };
}

/** The place to go on from once an action is done: waits that follow count from then, not from when it was begun. */
export function arrivedAt(next: Place, at: Date): Place {
  return { ...next, since: at.toISOString() };
}

/** Whether the entry filter lets somebody in; what cannot be known does not. */
export function mayEnter(graph: SequenceGraph, facts: ConditionFacts): boolean {
  return graph.entry === null || holds(graph.entry, facts) === true;
}

/**
 * Goes on from a place until something is to be done, and says what, and from where to go on once it is done. Pure: the
 * job, the preview and the dry run walk by it. Asked again too early, it answers the same wait again. Exits come first.
 */
export function advanceWalk(graph: SequenceGraph, place: Place, context: WalkContext): Advance {
  const stop = stopFor(graph, context);
  if (stop) return { action: { kind: "stop", reason: stop }, next: place, passed: [] };
  const passed: Passed[] = [];
  for (let at = place; ; ) {
    if (at.stepId === null) return { action: { kind: "finished" }, next: at, passed };
    const step = graph.steps.find((one) => one.id === at.stepId);
    if (!step || at.passed > graph.steps.length)
      return { action: { kind: "stop", reason: "broken_graph" }, next: at, passed };
    const turn = takeStep(graph, step, { place: at, context });
    if (turn.kind === "stay") return { action: turn.action, next: at, passed };
    const next = { ...at, stepId: turn.to, since: context.now.toISOString(), passed: at.passed + 1 };
    if (turn.kind === "act") return { action: turn.action, next, passed };
    if (turn.told) passed.push(turn.told);
    at = next;
  }
}

function stopFor(graph: SequenceGraph, { ended, facts }: WalkContext): WalkStop | null {
  for (const exit of graph.exits) {
    if (exit.kind === "order" && ended.ordered) return "ordered";
    if (exit.kind === "unsubscribe" && ended.unsubscribed) return "unsubscribed";
    if (exit.kind === "cart_emptied" && ended.cartEmptied) return "cart_emptied";
    if (exit.kind === "condition" && holds(exit.when, facts) === true) return "exit_condition";
  }
  return null;
}

type Turn =
  | { kind: "pass"; to: string | null; told: Passed | null }
  | { kind: "act"; to: string | null; action: WalkAction }
  | { kind: "stay"; action: WalkAction };
type At = { place: Place; context: WalkContext };

function takeStep(graph: SequenceGraph, step: GraphStep, at: At): Turn {
  const { id: stepId } = step;
  switch (step.kind) {
    case "message":
      if (step.resendOf !== null && at.context.underway?.has(step.resendOf)) return lookLater(stepId, at);
      return takeMessage(graph, step, at.context);
    case "wait": {
      const from = step.from === "entry" ? at.place.startedAt : at.place.since;
      return waitTill(step, new Date(Date.parse(from) + step.minutes * 60_000), at);
    }
    case "wait_until": {
      const time = { ...step, weekdays: step.weekdays.map((day) => weekdays.indexOf(day)) };
      return waitTill(step, nextTime(time, new Date(at.place.since), at.context.timeZone) ?? at.context.now, at);
    }
    case "wait_for_event":
      return takeEvent(step, at);
    case "split": {
      if (step.when && asksUnderway(step.when, at.context)) return lookLater(stepId, at);
      const answer = step.when && holds(step.when, at.context.facts);
      const branch = answer === true ? "yes" : "no";
      return { kind: "pass", to: step[branch], told: { kind: "split", stepId, answer, branch } };
    }
    case "experiment":
      return takeArm(step, at.context);
    case "tag":
      return { kind: "act", to: step.next, action: { kind: "tag", stepId, tag: step.tag, act: step.act } };
    case "notify":
      return {
        ...{ kind: "act", to: step.next },
        action: { kind: "notify", stepId, memberId: step.memberId, note: step.note },
      };
    case "webhook":
      return { kind: "act", to: step.next, action: { kind: "call_webhook", stepId, url: step.url } };
    case "end":
      return { kind: "pass", to: null, told: null };
  }
}

/** Whether a condition asks after a message of which it is not known yet what becomes of it. */
function asksUnderway(when: Condition, { underway }: WalkContext): boolean {
  return testsIn(when).some((test) => "step" in test && underway?.has(test.step));
}

const minuteMs = 60_000;

/** Again after as long as was waited already: soon for a message that is leaving, rarely for one that is held for hours. */
function lookLater(stepId: string, { place, context: { now } }: At): Turn {
  const waited = now.getTime() - Date.parse(place.since);
  const pause = Math.min(Math.max(waited, minuteMs), 60 * minuteMs);
  return { kind: "stay", action: { kind: "sleep_until", stepId, at: new Date(now.getTime() + pause).toISOString() } };
}

function takeMessage(graph: SequenceGraph, step: MessageStep, { facts }: WalkContext): Turn {
  const { id: stepId, next, resendOf } = step;
  if (facts.steps?.[stepId]?.sent) return { kind: "pass", to: next, told: { kind: "already_sent", stepId } };
  if (resendOf !== null) {
    const first = facts.steps?.[resendOf];
    if (!first?.sent) return { kind: "pass", to: next, told: { kind: "not_resent", stepId, because: "not_sent" } };
    if (first.opened) return { kind: "pass", to: next, told: { kind: "not_resent", stepId, because: "opened" } };
  }
  const position = messageSteps(graph).findIndex((one) => one.id === stepId);
  return { kind: "act", to: next, action: { kind: "send", stepId, position } };
}

function waitTill(step: { id: string; next: string | null }, due: Date, { context }: At): Turn {
  if (context.now >= due) return { kind: "pass", to: step.next, told: { kind: "waited", stepId: step.id } };
  return { kind: "stay", action: { kind: "sleep_until", stepId: step.id, at: due.toISOString() } };
}

/** What happened to a message counts from the entry on: it may have come while the walk still waited for something else. */
function takeEvent(step: WaitForEventStep, { place, context }: At): Turn {
  const { id: stepId, event, ofStep } = step;
  const since = Date.parse(ofStep === null ? place.since : place.startedAt);
  const until = Date.parse(place.since) + step.timeoutMinutes * 60_000;
  const came = context.events.some(
    ({ name, at, stepId: of }) =>
      name === event &&
      (ofStep === null || of === ofStep) &&
      at.getTime() >= since &&
      at.getTime() <= Math.min(until, context.now.getTime()),
  );
  if (came) return { kind: "pass", to: step.came, told: { kind: "event_came", stepId, event } };
  if (context.now.getTime() >= until)
    return { kind: "pass", to: step.timedOut, told: { kind: "event_missed", stepId, event } };
  return {
    kind: "stay",
    action: { kind: "wait_for_event", stepId, event, ofStep, until: new Date(until).toISOString() },
  };
}

function takeArm(step: ExperimentStep, { seed, subject }: WalkContext): Turn {
  const arms = step.arms.map(({ name, weight }) => ({ name, share: weight }));
  const chosen = chooseArm(`${seed}|${step.id}`, subject, arms);
  const arm = step.arms.find((one) => one.name === chosen?.name);
  return { kind: "pass", to: arm?.next ?? null, told: { kind: "experiment", stepId: step.id, arm: arm?.name ?? "" } };
}
