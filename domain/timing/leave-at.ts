import { nextInHour } from "./best-hour.ts";
import { backOnSiteUntil, type FrequencyCap, type QuietRule, withinCaps } from "./pressure.ts";
import { nextLeave, type SendRules } from "./send-rules.ts";

export const timingReasons = ["back_on_site", "frequency_capped", "best_hour", "outside_send_window"] as const;
export type TimingReason = (typeof timingReasons)[number];

/**
 * What decides when a due message leaves. `hour` is the shopper's best hour, null to send when it is due; `sentAt` are this
 * contact's messages of all sequences, as far back as the longest cap goes.
 */
export type Timing = {
  dueAt: Date;
  timeZone: string;
  rules: SendRules | null;
  caps: FrequencyCap[];
  sentAt: Date[];
  hour: number | null;
  quiet: QuietRule | null;
  lastSeenAt: Date | null;
};

export type Leave = { at: Date; reason: TimingReason | null };

const mostRounds = 50;

/** For how long after it was due a message may wait for the best hour: every hour comes within it, over a clock change too. */
const bestHourMs = 25 * 3_600_000;

/**
 * The first moment from `now` on that keeps every rule, with the rule that moved it last (null: it may leave now); or null
 * when no moment does. Each rule moves the moment later only, and they are asked again until none does. The best hour is
 * a wish, not a rule: it gives way where the send window never opens in it, and where it would hold a message back for more
 * than a day after it was due.
 */
export function leaveAt(timing: Timing, now: Date): Leave | null {
  const wished = timing.hour === null ? null : settle(timing, now);
  const latest = timing.dueAt.getTime() + bestHourMs;
  return wished && wished.at.getTime() <= latest ? wished : settle({ ...timing, hour: null }, now);
}

function settle(timing: Timing, now: Date): Leave | null {
  let leave: Leave = { at: now, reason: null };
  for (let round = 0; round < mostRounds; round++) {
    const before = leave.at;
    for (const reason of timingReasons) {
      const at = movedBy(reason, timing, leave.at);
      if (!at) return null;
      if (at > leave.at) leave = { at, reason };
    }
    if (leave.at.getTime() === before.getTime()) return leave;
  }
  return null;
}

function movedBy(reason: TimingReason, timing: Timing, at: Date): Date | null {
  switch (reason) {
    case "back_on_site":
      return backOnSiteUntil(timing.quiet, timing, at);
    case "frequency_capped":
      return withinCaps(timing.caps, timing.sentAt, at);
    case "best_hour":
      return timing.hour === null ? at : nextInHour(timing.hour, at, timing.timeZone);
    case "outside_send_window":
      return nextLeave(timing.rules, at, timing.timeZone);
  }
}
