import { acrossTenantsDueDomains } from "#db/across-tenants-domains.ts";
import { currentTime } from "#db/clock.ts";
import { checkDomains as checkDomainsOf, mailersDomains } from "./check-domain.ts";
import { inngest } from "./client.ts";

/** At most so many tenants in an hour; whose turn does not come waits for the next. */
const atOnce = 200;

/** Once a day: looks whether the domains that tenants write from are still what mailbox providers ask for. */
export const checkDomains = inngest.createFunction(
  { id: "check-domains", triggers: [{ cron: "17 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const tenantIds = await step.run("find-due", async () => acrossTenantsDueDomains(await currentTime(), atOnce));
    if (tenantIds.length === 0) return { tenants: 0 };
    const known = await step.run("list-mailers-domains", mailersDomains);
    for (const tenantId of tenantIds)
      await step.run(`check-${tenantId}`, async () => checkDomainsOf(tenantId, known, await currentTime()));
    return { tenants: tenantIds.length };
  },
);
