import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getReviewWebhook, removeReviewWebhook, saveReviewWebhook } from "#db/review-webhooks.ts";

const body = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: "Give a web address that begins with https://" }).max(500),
});

export const GET = tenantRoute({ role: "admin" }, async ({ scope }) => ({ webhook: await getReviewWebhook(scope) }));

/** Answers the new secret, for the one time it can be read. */
export const PUT = tenantRoute({ role: "admin", body }, async ({ scope, actor, now, body: { url } }) => {
  const secret = await saveReviewWebhook(scope, url);
  await recordAudit(scope, { actor, action: "review_webhook.saved", change: { host: new URL(url).host }, now });
  return { secret };
});

export const DELETE = tenantRoute({ role: "admin" }, async ({ scope, actor, now }) => {
  await removeReviewWebhook(scope);
  await recordAudit(scope, { actor, action: "review_webhook.removed", now });
});
