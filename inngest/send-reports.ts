import { acrossTenantsWithReportReaders } from "#db/across-tenants-notices.ts";
import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { mailReports } from "./mail-reports.ts";

/** Every quarter of an hour: whose week or month is over, and whose clocks say eight, is mailed what was won back. */
export const sendReports = inngest.createFunction(
  { id: "send-reports", triggers: [{ cron: "*/15 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const tenantIds = await step.run("find-readers", acrossTenantsWithReportReaders);
    for (const tenantId of tenantIds)
      await step.run(`mail-${tenantId}`, async () => mailReports(tenantId, await currentTime()));
    return { tenants: tenantIds.length };
  },
);
