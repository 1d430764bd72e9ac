import { readWaiting } from "#db/digests.ts";
import { getReviewWebhook, recordTold, reviewWebhookSecret } from "#db/review-webhooks.ts";
import { withJobScope } from "#db/scope.ts";
import { env } from "#env";
import { outcomeText, type PostRules, postWebhook } from "#integrations/webhooks.ts";

/**
 * Posts to the reviewers' webhook how much waits, whenever that number has changed: also that nothing waits any more. An
 * address that does not answer is tried again at the next round. Returns what came of it, null when there was nothing to tell.
 */
export async function tellReviewers(
  tenantId: string,
  now: Date,
  rules: PostRules = { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES },
): Promise<string | null> {
  // All that waits is counted: a few drafts, or a morning's of a large tenant.
  const found = await withJobScope(
    tenantId,
    async (scope) => {
      const webhook = await getReviewWebhook(scope);
      const secret = webhook && (await reviewWebhookSecret(scope));
      return webhook && secret ? { webhook, secret, waiting: await readWaiting(scope) } : null;
    },
    { plans: "anew" },
  );
  if (!found) return null;
  const { webhook, secret, waiting } = found;
  if (waiting.count === webhook.toldCount && (webhook.outcome === "ok" || webhook.outcome === null)) return null;
  const outcome = await postWebhook(
    {
      id: `waiting_${tenantId}_${now.getTime()}`,
      url: webhook.url,
      secrets: [secret],
      at: new Date(),
      payload: {
        type: "drafts.waiting",
        timestamp: now.toISOString(),
        data: { ...waiting, url: `${env().APP_URL}/drafts` },
      },
    },
    rules,
  );
  const text = outcomeText(outcome);
  await withJobScope(tenantId, (scope) => recordTold(scope, { count: waiting.count, outcome: text }, now));
  return text;
}
