import type { ConditionFacts, StepResult } from "../condition.ts";
import type { Exit, MessageStep, SequenceGraph } from "../sequence-graph.ts";
import { advanceWalk, arrivedAt, type Passed, type Place, startOf, type WalkAction, type WalkEvent } from "./walk.ts";

/** What happened, or is made up to happen, to a shopper while a sequence runs. */
export type ShopperEvent = WalkEvent | { name: "unsubscribed" | "cart_emptied"; at: Date; stepId: null };

/** A cart and its person as they are when they enter; `facts.now` is replaced by the walk's own clock. */
export type CartContext = { facts: ConditionFacts; timeZone: string; subject: string; seed: string };

/**
 * The walk's clock: when it begins, how long it is followed, and when a message may leave that the walk would send at
 * `at`, after those that it has sent: later than `at` with the reason, or null when it never may.
 */
export type WalkTime = {
  startedAt: Date;
  until: Date;
  mayLeaveAt?: (step: MessageStep, at: Date, sentAt: Date[]) => { at: Date; reason: string } | null;
};

export type TraceEntry =
  | (Passed & { at: Date })
  | { kind: "done"; action: WalkAction; at: Date }
  | { kind: "postponed"; stepId: string; reason: string; until: Date; at: Date }
  | { kind: "never_sent"; stepId: string; at: Date }
  | { kind: "unfinished"; stepId: string; at: Date };

type Walk = {
  graph: SequenceGraph;
  cart: CartContext;
  time: WalkTime;
  story: ShopperEvent[];
  walkEvents: WalkEvent[];
  /** What ends the walk the moment it comes, by the graph's exits. */
  endings: Set<ShopperEvent["name"]>;
  place: Place;
  now: Date;
  trace: TraceEntry[];
  sentAt: Date[];
  steps: Record<string, StepResult>;
};

const endingOf: Partial<Record<Exit["kind"], ShopperEvent["name"]>> = {
  order: "order_placed",
  unsubscribe: "unsubscribed",
  cart_emptied: "cart_emptied",
};

/**
 * Walks one cart through a sequence without doing anything, by the interpreter of the real job: every decision with its
 * moment, in order. The last entry says how it ended: `done` with stop or finished, or `unfinished` at `until`.
 */
export function walkThrough(
  graph: SequenceGraph,
  cart: CartContext,
  { time, events }: { time: WalkTime; events: ShopperEvent[] },
): TraceEntry[] {
  const story = events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const walk: Walk = {
    ...{ graph, cart, time, story, walkEvents: story.flatMap((event) => (isWalkEvent(event) ? [event] : [])) },
    endings: new Set(graph.exits.flatMap(({ kind }) => endingOf[kind] ?? [])),
    ...{ place: startOf(graph, time.startedAt), now: time.startedAt, trace: [], sentAt: [], steps: {} },
  };
  for (;;) {
    const { action, next, passed } = advanceWalk(graph, walk.place, contextOf(walk));
    for (const told of passed) walk.trace.push({ ...told, at: walk.now });
    walk.place = next;
    if (!follow(walk, action)) return walk.trace;
  }
}

/** Does as if the action were done; false when the walk is over. */
function follow(walk: Walk, action: WalkAction): boolean {
  switch (action.kind) {
    case "sleep_until":
      return sleep(walk, action, { until: new Date(action.at), wakes: () => false });
    case "wait_for_event": {
      const wakes = ({ name, stepId }: ShopperEvent) =>
        name === action.event && (action.ofStep === null || action.ofStep === stepId);
      return sleep(walk, action, { until: new Date(action.until), wakes });
    }
    case "send":
      return send(walk, action);
    default:
      walk.trace.push({ kind: "done", action, at: walk.now });
      return action.kind !== "stop" && action.kind !== "finished";
  }
}

type Sleep = { until: Date; wakes: (event: ShopperEvent) => boolean };

function sleep(walk: Walk, action: Extract<WalkAction, { stepId: string }>, { until, wakes }: Sleep): boolean {
  const { endings, now, story, time, trace } = walk;
  const wake = story.find((event) => event.at > now && event.at < until && (endings.has(event.name) || wakes(event)));
  const then = wake?.at ?? until;
  if (then > time.until) {
    trace.push({ kind: "unfinished", stepId: action.stepId, at: time.until });
    return false;
  }
  trace.push({ kind: "done", action, at: now });
  walk.now = then;
  return true;
}

function send(walk: Walk, action: Extract<WalkAction, { kind: "send" }>): boolean {
  const { graph, now, time, trace, story, endings } = walk;
  const { stepId } = action;
  const step = graph.steps.find((one) => one.id === stepId);
  const leave = step?.kind === "message" ? (time.mayLeaveAt ?? atOnce)(step, now, walk.sentAt) : null;
  if (!leave) {
    trace.push({ kind: "never_sent", stepId, at: now });
    return true;
  }
  const { at: until, reason } = leave;
  if (until > now) {
    trace.push({ kind: "postponed", stepId, reason, until, at: now });
    if (until > time.until) {
      trace.push({ kind: "unfinished", stepId, at: time.until });
      return false;
    }
    const ending = story.find(({ name, at }) => at > now && at <= until && endings.has(name));
    walk.now = ending?.at ?? until;
    if (ending) return true;
  }
  trace.push({ kind: "done", action, at: walk.now });
  walk.place = arrivedAt(walk.place, walk.now);
  walk.sentAt.push(walk.now);
  walk.steps = { ...walk.steps, [stepId]: { sent: true, opened: false, clicked: false } };
  return true;
}

const atOnce = (_step: MessageStep, at: Date) => ({ at, reason: "" });

function contextOf(walk: Walk) {
  const { cart, now, story, time, walkEvents } = walk;
  const has = (name: ShopperEvent["name"]) =>
    story.some((event) => event.name === name && event.at > time.startedAt && event.at <= now);
  const ended = { ordered: has("order_placed"), unsubscribed: has("unsubscribed"), cartEmptied: has("cart_emptied") };
  const facts = { ...cart.facts, now, steps: resultsAt(walk) };
  return { ...cart, now, facts, ended, events: walkEvents };
}

/** Whoever clicked has opened, whatever the pixel says. */
function resultsAt({ steps, now, walkEvents }: Walk): Record<string, StepResult> {
  const results = { ...steps };
  for (const { name, at, stepId } of walkEvents) {
    const result = stepId === null ? undefined : results[stepId];
    if (!result || stepId === null || at > now) continue;
    const clicked = result.clicked || name === "message_clicked";
    results[stepId] = { sent: true, clicked, opened: result.opened || clicked || name === "message_opened" };
  }
  return results;
}

function isWalkEvent(event: ShopperEvent): event is WalkEvent {
  return event.name !== "unsubscribed" && event.name !== "cart_emptied";
}
