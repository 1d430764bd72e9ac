import { type ConsentRule, hasConsent } from "./enrollment.ts";
import { leaveAt, type Timing, timingReasons } from "./timing/leave-at.ts";

export const stopReasons = [
  "holdout",
  "ordered",
  "cart_emptied",
  "order_cancelled",
  "suppressed",
  "no_consent",
  "tenant_paused",
  "sequence_withdrawn",
  "expired",
  "superseded",
  "finished",
] as const;
export type StopReason = (typeof stopReasons)[number];

export const waitReasons = ["sequence_paused", "replied", "not_due", ...timingReasons, "warming_up"] as const;
export type WaitReason = (typeof waitReasons)[number];

/** `bySequenceId` is the sequence that goes first, where one is why it stops. */
export type Decision =
  | { kind: "send" }
  | { kind: "wait"; reason: WaitReason; until: Date }
  | { kind: "stop"; reason: StopReason; bySequenceId?: string };

/** Everything that `decide` may look at, loaded at one moment. */
export type Snapshot = Timing & {
  arm: "holdout" | "variant";
  orderedSince: boolean;
  cart: { lineCount: number; deleted: boolean; abandonedAt: Date };
  /** That the order which the messages are about was cancelled; absent where there is none. */
  orderCancelled?: boolean;
  suppressed: boolean;
  consent: "granted" | "withdrawn" | null;
  consentRule: ConsentRule;
  tenantPaused: boolean;
  sequenceWithdrawn: boolean;
  expiryDays: number;
  /** Who goes before this enrollment: the newer cart that it was merged into, or a sequence (timing/priority.ts). */
  supersededBy: { sequenceId: string | null } | null;
  /** That the sequence rests. */
  sequencePaused?: boolean;
  /** That they wrote back, and the conversation is open. */
  replied?: boolean;
  stepCount: number;
  position: number;
  warmUp: { perDay: number; sentToday: number; nextDayAt: Date } | null;
};

type Check = (snapshot: Snapshot, now: Date) => Decision | null;

const stopWhen = (reason: StopReason, holds: (snapshot: Snapshot, now: Date) => boolean): Check => {
  return (snapshot, now) => (holds(snapshot, now) ? { kind: "stop", reason } : null);
};

const hour = 3_600_000;
const day = 24 * hour;

/** Until when what waits for a conversation waits: nobody knows when it is closed, so that it is asked again. */
export function askAgainAt(now: Date): Date {
  return new Date(now.getTime() + 6 * hour);
}

/** Until when what waits for a sequence that rests waits, to be asked again. */
export function restedAt(now: Date): Date {
  return new Date(now.getTime() + hour);
}

/** The named checks in the order in which the first refusal wins. */
const checks: Check[] = [
  stopWhen("holdout", (it) => it.arm === "holdout"),
  stopWhen("ordered", (it) => it.orderedSince),
  stopWhen("cart_emptied", (it) => it.cart.lineCount === 0 || it.cart.deleted),
  stopWhen("order_cancelled", (it) => it.orderCancelled === true),
  stopWhen("suppressed", (it) => it.suppressed),
  stopWhen("no_consent", (it) => !hasConsent(it.consentRule, it.consent)),
  stopWhen("tenant_paused", (it) => it.tenantPaused),
  stopWhen("sequence_withdrawn", (it) => it.sequenceWithdrawn),
  stopWhen("expired", (it, now) => now.getTime() > it.cart.abandonedAt.getTime() + it.expiryDays * day),
  (it) => (it.supersededBy ? supersededBy(it.supersededBy.sequenceId) : null),
  stopWhen("finished", (it) => it.position >= it.stepCount),
  (it, now) => (it.sequencePaused ? { kind: "wait", reason: "sequence_paused", until: restedAt(now) } : null),
  (it, now) => (it.replied ? { kind: "wait", reason: "replied", until: askAgainAt(now) } : null),
  (it, now) => (now < it.dueAt ? { kind: "wait", reason: "not_due", until: it.dueAt } : null),
  waitToLeave,
  (it) =>
    it.warmUp && it.warmUp.sentToday >= it.warmUp.perDay
      ? { kind: "wait", reason: "warming_up", until: it.warmUp.nextDayAt }
      : null,
];

/** May the step be sent now? `send`, or the first named reason to wait (with when to ask again) or to stop for good. */
export function decide(snapshot: Snapshot, now: Date): Decision {
  for (const check of checks) {
    const refusal = check(snapshot, now);
    if (refusal) return refusal;
  }
  return { kind: "send" };
}

function supersededBy(sequenceId: string | null): Decision {
  const stop = { kind: "stop", reason: "superseded" } as const;
  return sequenceId ? { ...stop, bySequenceId: sequenceId } : stop;
}

/** Rules that never let a message go hold it until it has expired; they may be changed before. */
function waitToLeave(snapshot: Snapshot, now: Date): Decision | null {
  const leave = leaveAt(snapshot, now);
  if (leave && leave.at <= now) return null;
  if (leave?.reason) return { kind: "wait", reason: leave.reason, until: leave.at };
  const until = new Date(snapshot.cart.abandonedAt.getTime() + snapshot.expiryDays * day + 1);
  return { kind: "wait", reason: "outside_send_window", until };
}
