import { currentTime } from "#db/clock.ts";
import { announceWebhooks } from "./announce-webhooks.ts";
import { attributeOrder } from "./attribute-order.ts";
import { inngest } from "./client.ts";
import { orderSaved } from "./events.ts";

/** Credits each order under every model, or says why it is organic. */
export const attributeOrders = inngest.createFunction(
  { id: "attribute-orders", triggers: [orderSaved], retries: 8, batchEvents: { maxSize: 50, timeout: "1s" } },
  async ({ events, step }) => {
    await step.run("attribute", async () => {
      for (const { data } of events) await attributeOrder(data.tenantId, data.orderId, await currentTime());
      await announceWebhooks(
        events.map(({ data }) => data.tenantId),
        await currentTime(),
      );
    });
    return { orders: events.length };
  },
);
