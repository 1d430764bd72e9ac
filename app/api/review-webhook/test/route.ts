import { tenantRoute } from "#auth/tenant-route.ts";
import { testReviewWebhook } from "#inngest/test-review-webhook.ts";

/** Sends one signed test and answers what came of it. */
export const POST = tenantRoute({ role: "admin" }, async ({ scope, now }) => ({
  outcome: await testReviewWebhook(scope, now),
}));
