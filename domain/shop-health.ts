import type { PlatformName, WebhookOutcome } from "./shop-event.ts";

/** How one shop's intake does. Instants are ISO 8601; counts without a span in their name are of the last seven days. */
export type ShopHealth = {
  shopId: string;
  platform: PlatformName;
  disabledAt: string | null;
  /** The newest webhook of the shop's own, tests and reconciled events left out; null: still waiting for the first. */
  lastEventAt: string | null;
  /** The newest test event and what became of it. */
  lastTest: { webhookEventId: string; outcome: WebhookOutcome; receivedAt: string } | null;
  rate: { lastHour: number; lastDay: number; usualPerHour: number };
  outcomes: Record<WebhookOutcome, number>;
  silence: Silence & { since: string | null };
  reconciliation: {
    /** Whether the platform can be asked, and whether the credentials to do so are there. */
    supported: boolean;
    configured: boolean;
    lastRunAt: string | null;
    nextRunAt: string | null;
    /** `ok`, or why the shop's API gave no answer. */
    outcome: string | null;
    /** Events that webhooks had missed: of all times, and of the last run that found any. */
    drift: number;
    lastDrift: number;
    lastDriftAt: string | null;
  };
  hooks: {
    supported: boolean;
    triedAt: string | null;
    outcome: string | null;
    registered: string[];
    missing: string[];
  };
  signatureFailures: { total: number; latest: { reason: string; count: number; lastAt: string }[] };
};

/** What is seen of a shop's health at a glance; `failed` counts the requests that wait for a person. */
export type ShopPulse = { shopId: string; lastEventAt: string | null; failed: number };

/** `expected` is how many events the shop's usual rhythm would have brought since its last one. */
export type Silence = { silent: boolean; expected: number };

export const rhythmDays = 7;
const rhythmHours = rhythmDays * 24;

/** Seven events that did not come: by Poisson's law chance alone brings that once in a thousand times. */
const telling = 7;
const leastHours = 1;

/**
 * Whether a shop is quieter than its own rhythm explains. `perHour[h]` counts its events between h and h + 1 hours ago,
 * over the last seven days; `hoursSinceLast` is null when it never sent any. An hour of the day is expected to bring what
 * it brought on average on the days before the silence, so that nights and small shops raise no alarm.
 */
export function silenceOf({
  perHour,
  hoursSinceLast,
}: {
  perHour: readonly number[];
  hoursSinceLast: number | null;
}): Silence {
  if (hoursSinceLast === null) return { silent: false, expected: 0 };
  const quietHours = Math.min(Math.floor(hoursSinceLast), rhythmHours);
  let expected = 0;
  for (let hour = 0; hour < quietHours; hour++) expected += usualAt(perHour, hour, quietHours);
  return { silent: hoursSinceLast >= leastHours && expected >= telling, expected };
}

/** The mean at one hour of the day, over the days before the silence began. */
function usualAt(perHour: readonly number[], hour: number, quietHours: number): number {
  const same: number[] = [];
  for (let at = hour % 24; at < rhythmHours; at += 24) if (at >= quietHours) same.push(perHour[at] ?? 0);
  return same.length === 0 ? 0 : same.reduce((sum, count) => sum + count, 0) / same.length;
}
