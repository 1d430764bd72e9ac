import { acrossTenantsDueEndpoints } from "#db/across-tenants-webhooks.ts";
import { currentTime } from "#db/clock.ts";
import { dueAt } from "./announce-webhooks.ts";
import { inngest } from "./client.ts";
import { deliverToEndpoint } from "./deliver-to-endpoint.ts";
import { announce, webhookDue } from "./events.ts";

const pageSize = 500;
const mostPasses = 100;

/** Each minute: endpoints for which something is due. */
export const findDueWebhooks = inngest.createFunction(
  { id: "find-due-webhooks", triggers: [{ cron: "* * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const due = await step.run("find", async () => acrossTenantsDueEndpoints(await currentTime(), pageSize));
    if (due.length > 0) await step.run("announce", () => announce(due.map((one) => dueAt(one))));
    return { endpoints: due.length };
  },
);

/** Tells an endpoint what is due, in the order in which it happened, one pass after another. */
export const deliverWebhooks = inngest.createFunction(
  {
    id: "deliver-webhooks",
    triggers: [webhookDue],
    retries: 4,
    singleton: { key: "event.data.endpointId", mode: "skip" },
  },
  async ({ event, step }) => {
    const { tenantId, endpointId } = event.data;
    let tried = 0;
    for (let pass = 1; pass <= mostPasses; pass++) {
      const done = await step.run(`deliver-${pass}`, async () =>
        deliverToEndpoint({ tenantId, endpointId }, await currentTime()),
      );
      tried += done.tried;
      if (done.more) continue;
      const { nextMs } = done;
      if (nextMs !== null) await step.run("announce", () => announce([dueAt({ tenantId, endpointId }, nextMs)]));
      break;
    }
    return { tried };
  },
);
