import { type Decision, decide, type Snapshot } from "../decision.ts";
import { type ConsentRule, ruleFor } from "../enrollment.ts";
import type { MessageStep, SequenceGraph } from "../sequence-graph.ts";
import type { Timing } from "../timing/leave-at.ts";
import { type Due, type TimingPolicy, timingOf } from "../timing/timing-policy.ts";
import type { WalkEvent } from "./walk.ts";
import {
  type CartContext,
  type Moment,
  type Reaction,
  type ShopperEvent,
  type TraceEntry,
  walkThrough,
} from "./walk-through.ts";

/** The tenant's rules by which a message may leave, as they stand. */
export type SendingRules = {
  consentRule: ConsentRule;
  expiryDays: number;
  timing: TimingPolicy;
  paused: boolean;
};

/** What decides over one walk, with the instants at which it came; null for what never did. `sentAt`: other messages. */
export type Shopper = {
  arm: Snapshot["arm"];
  claimed: boolean;
  abandonedAt: Date;
  emptiedAt: Date | null;
  orderedAt: Date[];
  suppressedAt: Date | null;
  consents: { state: "granted" | "withdrawn"; at: Date }[];
  supersededAt: Date | null;
  sentAt: Date[];
  seenAt: Date[];
  timeZone: string;
  hours: Due["hours"];
};

const dayMs = 86_400_000;

export type Rehearsal = {
  graph: SequenceGraph;
  rules: SendingRules;
  shopper: Shopper;
  cart: Pick<CartContext, "factsAt" | "subject" | "seed">;
  /** What the shopper does besides ordering and unsubscribing, which are the shopper's own. */
  events: WalkEvent[];
  reactions: Reaction[];
  /** When the job takes its first turn, and how long the walk is followed. */
  startedAt: Date;
  until: Date;
};

/** Walks one cart through a sequence under the tenant's rules, as the job would, without doing anything. */
export function rehearse({
  graph,
  rules,
  shopper,
  cart,
  events,
  reactions,
  startedAt,
  until,
}: Rehearsal): TraceEntry[] {
  const { abandonedAt, timeZone } = shopper;
  const story: ShopperEvent[] = [
    ...events,
    ...shopper.orderedAt.map((at) => ({ name: "order_placed" as const, at, stepId: null })),
    ...came("unsubscribed", shopper.suppressedAt),
    ...came("cart_emptied", shopper.emptiedAt),
    ...came("superseded", shopper.supersededAt),
  ];
  return walkThrough({
    ...{ graph, cart: { ...cart, timeZone }, events: story, reactions },
    time: { abandonedAt, startedAt, until, changes: changesOf(rules, shopper) },
    ask: (moment) => askAt(rules, shopper, moment),
  });
}

function came(name: "unsubscribed" | "cart_emptied" | "superseded", at: Date | null): ShopperEvent[] {
  return at ? [{ name, at, stepId: null }] : [];
}

/** What the job would be told at a moment: the same question over the same snapshot, made of what is known until then. */
export function askAt(rules: SendingRules, shopper: Shopper, moment: Moment): Decision {
  return decide(snapshotAt(rules, shopper, moment), moment.now);
}

export function snapshotAt(rules: SendingRules, shopper: Shopper, moment: Moment): Snapshot {
  const { now, position, dueAt, step } = moment;
  const by = (at: Date | null) => at !== null && at <= now;
  return {
    arm: shopper.arm,
    orderedSince: shopper.orderedAt.some(by),
    cart: { lineCount: by(shopper.emptiedAt) ? 0 : 1, deleted: false, abandonedAt: shopper.abandonedAt },
    suppressed: by(shopper.suppressedAt),
    consent: consentAt(shopper.consents, now),
    consentRule: ruleFor(shopper, rules),
    tenantPaused: rules.paused,
    sequenceWithdrawn: false,
    expiryDays: rules.expiryDays,
    supersededBy: by(shopper.supersededAt) ? { sequenceId: null } : null,
    stepCount: moment.stepCount,
    position,
    ...(step ? timingAt(rules, shopper, { ...moment, step }) : { ...untimed, dueAt, timeZone: shopper.timeZone }),
    warmUp: null,
  };
}

/** A turn between messages asks only whether the walk must stop: no rule of timing holds it. */
const untimed = { rules: null, caps: [], sentAt: [], hour: null, quiet: null, lastSeenAt: null };

function timingAt(rules: SendingRules, shopper: Shopper, moment: Moment & { step: MessageStep }): Timing {
  const { now, dueAt, step } = moment;
  const past = (at: Date) => at <= now;
  return timingOf(rules.timing, {
    ...{ channel: step.channel, dueAt, timeZone: shopper.timeZone, hours: shopper.hours },
    sentAt: [...shopper.sentAt.filter(past), ...moment.sentAt],
    lastSeenAt: [...shopper.seenAt, ...moment.seenAt]
      .filter(past)
      .reduce<Date | null>((last, at) => (last && last >= at ? last : at), null),
  });
}

/** What somebody said last until an instant. */
export function consentAt(consents: Shopper["consents"], now: Date): "granted" | "withdrawn" | null {
  const said = consents.filter(({ at }) => at <= now);
  return (
    said.reduce<(typeof said)[number] | null>((last, one) => (last && last.at > one.at ? last : one), null)?.state ??
    null
  );
}

/** When the answer may change by itself. */
export function changesOf({ expiryDays }: SendingRules, shopper: Shopper): Date[] {
  const expired = new Date(shopper.abandonedAt.getTime() + expiryDays * dayMs + 1);
  const said = shopper.consents.map(({ at }) => at);
  return [
    expired,
    ...said,
    ...[shopper.emptiedAt, shopper.suppressedAt, shopper.supersededAt].filter((at) => at !== null),
  ];
}
