import { getReviewWebhook, reviewWebhookSecret } from "#db/review-webhooks.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { outcomeText, postWebhook } from "#integrations/webhooks.ts";

/** Posts a message that says it is a test, signed like a real one. Answers `ok` or why it did not arrive. */
export async function testReviewWebhook(scope: Scope, now: Date): Promise<string> {
  const webhook = await getReviewWebhook(scope);
  const secret = await reviewWebhookSecret(scope);
  if (!webhook || !secret) throw new AppError("not_found", "There is no webhook to test");
  const payload = { type: "test", timestamp: now.toISOString(), data: { url: `${env().APP_URL}/drafts` } };
  const post = {
    id: `test_${scope.tenantId}_${now.getTime()}`,
    url: webhook.url,
    secrets: [secret],
    at: new Date(),
    payload,
  };
  return outcomeText(await postWebhook(post, { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES, timeoutMs: 5_000 }));
}
