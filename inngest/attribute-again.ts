import { acrossTenantsDueCredits, acrossTenantsForgetNetworks } from "#db/across-tenants-attribution.ts";
import { currentTime } from "#db/clock.ts";
import { judgedTogether } from "#domain/machine-acts.ts";
import { attributeOrder } from "./attribute-order.ts";
import { inngest } from "./client.ts";

/** At most so many orders in a minute; what is owed beyond waits for the next. */
const atOnce = 1_000;

/**
 * Works out the credit of orders again whose clicks, weights or windows have changed, and forgets the networks of acts that
 * are no longer judged together.
 */
export const attributeAgain = inngest.createFunction(
  { id: "attribute-again", triggers: [{ cron: "* * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const orders = await step.run("attribute", async () => {
      const due = await acrossTenantsDueCredits(atOnce);
      for (const { tenantId, orderId } of due) await attributeOrder(tenantId, orderId, await currentTime());
      return due.length;
    });
    const forgotten = await step.run("forget-networks", async () => {
      const now = await currentTime();
      return acrossTenantsForgetNetworks(new Date(now.getTime() - judgedTogether), 10_000);
    });
    return { orders, forgotten };
  },
);
