import type { Scope } from "#db/scope.ts";
import { type Claimed, recordAttempt } from "#db/webhook-deliveries.ts";
import { type Endpoint, pauseEndpoint, recordReached } from "#db/webhook-endpoints.ts";
import { envelopeOf } from "#domain/outgoing-event.ts";
import { isDead, nextTryAt, type PauseReason, quietUntil } from "#domain/webhook-delivery.ts";
import { outcomeText, type PostOutcome, postWebhook } from "#integrations/webhooks.ts";
import type { WebhookRules } from "./webhook-rules.ts";

/** One try at telling an endpoint of an event. */
export type Tried = { outcome: PostOutcome; said: string; tookMs: number };

/** Posts an event, signed by every secret that counts. The event's id is the same at every try, for receivers to know it by. */
export async function tryDelivery(
  { eventId: id, type, data, at }: Claimed,
  to: { url: string; secrets: string[] },
  rules: WebhookRules,
): Promise<Tried> {
  const payload = envelopeOf({ id, type, data, at });
  const begun = performance.now();
  // Receivers check the age of a signature by their own clock, which is the real one.
  const outcome = await postWebhook({ id, ...to, at: new Date(), payload }, rules);
  return { outcome, said: outcomeText(outcome), tookMs: Math.round(performance.now() - begun) };
}

/** What is kept of a try for people to read. */
export function attemptOf({ attempts }: Claimed, { outcome, said, tookMs }: Tried) {
  const answered = outcome.kind === "answered" ? outcome : null;
  return { number: attempts, outcome: said, status: answered?.status ?? null, answer: answered?.answer ?? "", tookMs };
}

const gone = 410;

/**
 * Stores what came of a try: what it means for the event, and for the endpoint. Says why the endpoint is paused, where it
 * is from now on.
 */
export async function settleDelivery(
  scope: Scope,
  endpoint: Endpoint,
  { claimed, tried, chance }: { claimed: Claimed; tried: Tried; chance: () => number },
  now: Date,
): Promise<{ reached: boolean; paused: PauseReason | null }> {
  const attempt = attemptOf(claimed, tried);
  if (tried.said === "ok") {
    await recordAttempt(scope, claimed.id, { attempt, next: { state: "delivered" } }, now);
    const calm = { failures: 0, failingSince: null, quietUntil: null };
    await recordReached(scope, endpoint.id, { ...calm, outcome: "ok", delivered: true }, now);
    return { reached: true, paused: null };
  }
  const afterSeconds = tried.outcome.kind === "answered" ? tried.outcome.retryAfterSeconds : null;
  const dueAt = nextTryAt(claimed.tries, now, { chance: chance(), afterSeconds });
  const next = dueAt ? { state: "waiting" as const, dueAt } : { state: "failed" as const };
  await recordAttempt(scope, claimed.id, { attempt, next }, now);
  const failing = { failures: endpoint.failures + 1, since: endpoint.failingSince ?? now };
  const { failures, since: failingSince } = failing;
  const quiet = quietUntil(failures, now);
  const reached = { failures, failingSince, quietUntil: quiet, outcome: tried.said, delivered: false };
  await recordReached(scope, endpoint.id, reached, now);
  const because = attempt.status === gone ? "gone" : isDead(failing, now) ? "dead" : null;
  if (because && !endpoint.pausedAt) await pauseEndpoint(scope, endpoint.id, because, now);
  return { reached: quiet === null, paused: endpoint.pausedAt ? null : because };
}
