import type { ConditionFacts, StepResult } from "../condition.ts";
import type { Decision, StopReason, WaitReason } from "../decision.ts";
import { type MessageStep, messageSteps, type SequenceGraph } from "../sequence-graph.ts";
import {
  advanceWalk,
  arrivedAt,
  type Passed,
  type Place,
  startOf,
  type WalkAction,
  type WalkEvent,
  type WalkStop,
} from "./walk.ts";
import { lookAfter, nextPosition } from "./walk-ahead.ts";

/** What happened, or is made up to happen, to a shopper while a sequence runs. */
export type ShopperEvent = WalkEvent | { name: "unsubscribed" | "cart_emptied" | "superseded"; at: Date; stepId: null };

/** A cart and its person. `factsAt` is asked for the moment at which a condition is; results of steps are the walk's own. */
export type CartContext = {
  factsAt: (at: Date) => ConditionFacts["values"];
  timeZone: string;
  subject: string;
  seed: string;
};

/** What the walk asks before each turn (`step` is null) and before each message that is due since `dueAt`. */
export type Moment = {
  step: MessageStep | null;
  position: number;
  stepCount: number;
  now: Date;
  dueAt: Date;
  sentAt: Date[];
  /** When the shopper was back on the site. */
  seenAt: Date[];
};

/**
 * `abandonedAt` is the trigger's instant, `startedAt` that of the first turn. `changes` are instants at which `ask` may
 * come to another answer by itself: a walk that waits for something looks at them too.
 */
export type WalkTime = { abandonedAt: Date; startedAt: Date; until: Date; changes: Date[] };

export type WalkDeed = Exclude<WalkAction, { kind: "stop" }>;

export type TraceEntry =
  | (Passed & { at: Date })
  | { kind: "done"; action: WalkDeed; at: Date }
  | { kind: "postponed"; stepId: string; reason: WaitReason; until: Date; at: Date }
  | { kind: "stopped"; stepId: string | null; reason: StopReason | WalkStop; at: Date }
  | { kind: "unfinished"; stepId: string; at: Date };

/** What the shopper does with a message, so long after it was sent. Who clicks has opened, and is on the site again. */
export type Reaction = { act: "opens" | "clicks"; stepId: string; minutes: number };

/** Everything that a walk goes by; `ask` is the question whether a message may leave, as the job asks it. */
export type WalkedCart = {
  graph: SequenceGraph;
  cart: CartContext;
  time: WalkTime;
  events: ShopperEvent[];
  reactions: Reaction[];
  ask: (moment: Moment) => Decision;
};

type Walk = Omit<WalkedCart, "events"> & {
  story: ShopperEvent[];
  walkEvents: WalkEvent[];
  place: Place;
  now: Date;
  trace: TraceEntry[];
  sentAt: Date[];
  steps: Record<string, StepResult>;
};

/** What closes an enrollment the moment it comes, whatever it waits for. The rest is found at the next turn. */
const closings: Partial<Record<ShopperEvent["name"], StopReason>> = {
  order_placed: "ordered",
  unsubscribed: "suppressed",
  superseded: "superseded",
};

/**
 * Walks one cart through a sequence without doing anything, turn by turn as the job does: every decision with its moment, in
 * order. The last entry says how it ended: stopped, finished, or `unfinished` at `time.until`. Drafts count as let go at once,
 * messages as sent at once.
 */
export function walkThrough({ events, ...given }: WalkedCart): TraceEntry[] {
  const story = events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const walk: Walk = {
    ...given,
    ...{ story, walkEvents: story.filter(isWalkEvent), now: given.time.startedAt },
    ...{ place: startOf(given.graph, given.time.abandonedAt), trace: [], sentAt: [], steps: {} },
  };
  while (takeTurn(walk));
  return walk.trace;
}

/** One turn and what it asks for; false when the walk is over. */
function takeTurn(walk: Walk): boolean {
  const { graph, place, now } = walk;
  const position = nextPosition(graph, place.stepId) ?? 0;
  const answer = ask(walk, { step: null, position, dueAt: now });
  if (answer.kind === "stop") return stop(walk, answer.reason);
  const { action, next, passed } = advanceWalk(graph, place, contextOf(walk));
  for (const told of passed) walk.trace.push({ ...told, at: now });
  walk.place = next;
  switch (action.kind) {
    case "stop":
      return stop(walk, action.reason);
    case "sleep_until":
      return wait(walk, action, new Date(action.at));
    case "wait_for_event":
      return wait(walk, action, lookAfter(graph, action, { now, change: nextChange(walk) }));
    case "send":
      return send(walk, action);
    default:
      walk.trace.push({ kind: "done", action, at: now });
      return action.kind !== "finished";
  }
}

function ask(walk: Walk, of: Pick<Moment, "step" | "position" | "dueAt">): Decision {
  const { graph, now, sentAt, walkEvents } = walk;
  const seenAt = walkEvents.filter(({ name }) => name === "back_on_site").map(({ at }) => at);
  return walk.ask({ ...of, stepCount: messageSteps(graph).length, now, sentAt, seenAt });
}

function stop(walk: Walk, reason: StopReason | WalkStop): false {
  walk.trace.push({ kind: "stopped", stepId: walk.place.stepId, reason, at: walk.now });
  return false;
}

/** A wait is told of once, however often the walk looks up meanwhile. */
function wait(walk: Walk, action: Extract<WalkDeed, { stepId: string }>, until: Date): boolean {
  const last = walk.trace.at(-1);
  if (last?.kind !== "done" || !("stepId" in last.action) || last.action.stepId !== action.stepId)
    walk.trace.push({ kind: "done", action, at: walk.now });
  return sleep(walk, action.stepId, until);
}

/** Lets time pass; what closes an enrollment does so in the midst of it. */
function sleep(walk: Walk, stepId: string, until: Date): boolean {
  const { now, story, time } = walk;
  const closing = story.find(({ name, at }) => at > now && at <= until && closings[name]);
  const then = closing?.at ?? until;
  walk.now = then > time.until ? time.until : then;
  if (then > time.until) {
    walk.trace.push({ kind: "unfinished", stepId, at: time.until });
    return false;
  }
  const reason = closing && closings[closing.name];
  return reason ? stop(walk, reason) : true;
}

function send(walk: Walk, action: Extract<WalkAction, { kind: "send" }>): boolean {
  const { graph, trace } = walk;
  const { stepId, position } = action;
  const step = messageSteps(graph)[position] ?? null;
  const dueAt = walk.now;
  for (;;) {
    const answer = ask(walk, { step, position, dueAt });
    if (answer.kind === "stop") return stop({ ...walk, place: { ...walk.place, stepId } }, answer.reason);
    if (answer.kind === "send") break;
    trace.push({ kind: "postponed", stepId, reason: answer.reason, until: answer.until, at: walk.now });
    if (!sleep(walk, stepId, answer.until)) return false;
  }
  trace.push({ kind: "done", action, at: walk.now });
  walk.place = arrivedAt(walk.place, walk.now);
  walk.sentAt.push(walk.now);
  walk.steps = { ...walk.steps, [stepId]: { sent: true, opened: false, clicked: false } };
  const reacted = walk.reactions.filter((one) => one.stepId === stepId).flatMap((one) => reactedTo(one, walk.now));
  walk.story = [...walk.story, ...reacted].sort((one, other) => one.at.getTime() - other.at.getTime());
  walk.walkEvents = [...walk.walkEvents, ...reacted];
  return true;
}

function reactedTo({ act, stepId, minutes }: Reaction, sentAt: Date): WalkEvent[] {
  const at = new Date(sentAt.getTime() + minutes * 60_000);
  const opened: WalkEvent = { name: "message_opened", at, stepId };
  if (act === "opens") return [opened];
  return [opened, { name: "message_clicked", at, stepId }, { name: "back_on_site", at, stepId: null }];
}

function nextChange({ story, time, now }: Walk): Date | null {
  const at = [...story.map((event) => event.at), ...time.changes].filter((one) => one > now);
  return at.reduce<Date | null>((first, one) => (first && first < one ? first : one), null);
}

/** Whether somebody ordered or unsubscribed is `ask`'s to say, as in the job: exits of that kind hold always. */
const ended = { ordered: false, unsubscribed: false, cartEmptied: false };

function contextOf(walk: Walk) {
  const { cart, now, walkEvents } = walk;
  let values: ConditionFacts["values"] | null = null;
  const facts: ConditionFacts = {
    now,
    steps: resultsAt(walk),
    get values() {
      values ??= cart.factsAt(now);
      return values;
    },
  };
  return { now, facts, timeZone: cart.timeZone, subject: cart.subject, seed: cart.seed, ended, events: walkEvents };
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

const others = new Set<ShopperEvent["name"]>(["unsubscribed", "cart_emptied", "superseded"]);

function isWalkEvent(event: ShopperEvent): event is WalkEvent {
  return !others.has(event.name);
}
