import { type ConsentRule, hasConsent } from "./enrollment.ts";
import { nextOpening, type SendWindow } from "./send-window.ts";

export const stopReasons = [
  "holdout",
  "ordered",
  "cart_emptied",
  "suppressed",
  "no_consent",
  "tenant_paused",
  "sequence_withdrawn",
  "expired",
  "superseded",
  "finished",
] as const;
export type StopReason = (typeof stopReasons)[number];

export const waitReasons = ["not_due", "outside_send_window", "frequency_capped", "warming_up"] as const;
export type WaitReason = (typeof waitReasons)[number];

export type Decision =
  | { kind: "send" }
  | { kind: "wait"; reason: WaitReason; until: Date }
  | { kind: "stop"; reason: StopReason };

export type FrequencyCap = { messages: number; hours: number };

/** Everything that `decide` may look at, loaded at one moment. Times are instants; `sentAt` are this contact's sent messages. */
export type Snapshot = {
  arm: "holdout" | "variant";
  orderedSince: boolean;
  cart: { lineCount: number; deleted: boolean; abandonedAt: Date };
  suppressed: boolean;
  consent: "granted" | "withdrawn" | null;
  consentRule: ConsentRule;
  tenantPaused: boolean;
  sequenceWithdrawn: boolean;
  expiryDays: number;
  newerEnrollment: boolean;
  stepCount: number;
  position: number;
  dueAt: Date;
  sendWindow: SendWindow | null;
  timeZone: string;
  frequencyCap: FrequencyCap | null;
  sentAt: Date[];
  warmUp: { perDay: number; sentToday: number; nextDayAt: Date } | null;
};

type Check = (snapshot: Snapshot, now: Date) => Decision | null;

const stopWhen = (reason: StopReason, holds: (snapshot: Snapshot, now: Date) => boolean): Check => {
  return (snapshot, now) => (holds(snapshot, now) ? { kind: "stop", reason } : null);
};

const day = 86_400_000;

/** The named checks in the order in which the first refusal wins. */
const checks: Check[] = [
  stopWhen("holdout", (it) => it.arm === "holdout"),
  stopWhen("ordered", (it) => it.orderedSince),
  stopWhen("cart_emptied", (it) => it.cart.lineCount === 0 || it.cart.deleted),
  stopWhen("suppressed", (it) => it.suppressed),
  stopWhen("no_consent", (it) => !hasConsent(it.consentRule, it.consent)),
  stopWhen("tenant_paused", (it) => it.tenantPaused),
  stopWhen("sequence_withdrawn", (it) => it.sequenceWithdrawn),
  stopWhen("expired", (it, now) => now.getTime() > it.cart.abandonedAt.getTime() + it.expiryDays * day),
  stopWhen("superseded", (it) => it.newerEnrollment),
  stopWhen("finished", (it) => it.position >= it.stepCount),
  (it, now) => (now < it.dueAt ? { kind: "wait", reason: "not_due", until: it.dueAt } : null),
  (it, now) => waitUntil("frequency_capped", cappedUntil(it.frequencyCap, it.sentAt, now), now),
  (it) =>
    it.warmUp && it.warmUp.sentToday >= it.warmUp.perDay
      ? { kind: "wait", reason: "warming_up", until: it.warmUp.nextDayAt }
      : null,
  (it, now) => waitUntil("outside_send_window", nextOpening(it.sendWindow, now, it.timeZone), now),
];

/** May the step be sent now? `send`, or the first named reason to wait (with when to ask again) or to stop for good. */
export function decide(snapshot: Snapshot, now: Date): Decision {
  for (const check of checks) {
    const refusal = check(snapshot, now);
    if (refusal) return refusal;
  }
  return { kind: "send" };
}

function waitUntil(reason: WaitReason, until: Date, now: Date): Decision | null {
  return until > now ? { kind: "wait", reason, until } : null;
}

/** The moment from which a further message keeps to the cap; `now` or earlier when it already does. */
export function cappedUntil(cap: FrequencyCap | null, sentAt: Date[], now: Date): Date {
  if (!cap || cap.messages < 1) return now;
  const span = cap.hours * 3_600_000;
  const recent = sentAt.map((at) => at.getTime()).filter((at) => at > now.getTime() - span);
  if (recent.length < cap.messages) return now;
  const oldestThatCounts = recent.sort((a, b) => b - a)[cap.messages - 1] ?? now.getTime();
  return new Date(oldestThatCounts + span);
}
