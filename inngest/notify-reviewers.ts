import { acrossTenantsWithDraftsWaiting } from "#db/across-tenants-notices.ts";
import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { mailDigests } from "./mail-digests.ts";
import { tellReviewers } from "./tell-reviewers.ts";

/** Every five minutes: whoever reviews hears what waits, by their digest and by the tenant's webhook. */
export const notifyReviewers = inngest.createFunction(
  { id: "notify-reviewers", triggers: [{ cron: "*/5 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const tenantIds = await step.run("find-waiting", acrossTenantsWithDraftsWaiting);
    for (const tenantId of tenantIds) {
      await step.run(`mail-${tenantId}`, async () => mailDigests(tenantId, await currentTime()));
      await step.run(`tell-${tenantId}`, async () => tellReviewers(tenantId, await currentTime()));
    }
    return { tenants: tenantIds.length };
  },
);
