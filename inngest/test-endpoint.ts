import { withJobScope } from "#db/scope.ts";
import { readDelivery, recordAttempt, recordTest } from "#db/webhook-deliveries.ts";
import { endpointSecrets, getEndpoint } from "#db/webhook-endpoints.ts";
import type { DeliveryEntry } from "#domain/webhooks-out.ts";
import { attemptOf, tryDelivery } from "./try-delivery.ts";
import { type WebhookRules, webhookRules } from "./webhook-rules.ts";

/**
 * Sends an event that says it is a test, at once and once, also to an endpoint that is paused. It stands in the log; what
 * came of it says nothing of the endpoint's health.
 */
export async function testEndpoint(
  { tenantId, endpointId }: { tenantId: string; endpointId: string },
  now: Date,
  rules: WebhookRules = webhookRules(),
): Promise<DeliveryEntry> {
  const { to, claimed } = await withJobScope(tenantId, async (scope) => {
    const { url } = await getEndpoint(scope, endpointId);
    const to = { url, secrets: await endpointSecrets(scope, endpointId, now) };
    return { to, claimed: await recordTest(scope, endpointId, now) };
  });
  const tried = await tryDelivery(claimed, to, { timeoutMs: 5_000, ...rules });
  const state = tried.said === "ok" ? ("delivered" as const) : ("failed" as const);
  return withJobScope(tenantId, async (scope) => {
    await recordAttempt(scope, claimed.id, { attempt: attemptOf(claimed, tried), next: { state } }, now);
    return readDelivery(scope, claimed.id);
  });
}
