import { currentTime } from "#db/clock.ts";
import { saveConversion } from "#db/conversions.ts";
import { getOrder } from "#db/orders.ts";
import { withScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { clicksUntil } from "#db/touchpoints.ts";
import { attributeLastClick } from "#domain/attribution.ts";
import { inngest } from "./client.ts";
import { orderSaved } from "./events.ts";

/** Credits each order under every model, or says why it is organic. */
export const attributeOrders = inngest.createFunction(
  { id: "attribute-orders", triggers: [orderSaved], retries: 8, batchEvents: { maxSize: 50, timeout: "1s" } },
  async ({ events, step }) => {
    await step.run("attribute", async () => {
      for (const { data } of events) await attributeOrder(data.tenantId, data.orderId, await currentTime());
    });
    return { orders: events.length };
  },
);

function attributeOrder(tenantId: string, orderId: string, now: Date): Promise<void> {
  return withScope(tenantId, async (scope) => {
    const order = await getOrder(scope, orderId);
    if (!order) return;
    const { attributionDays } = await getPolicy(scope);
    const clicks = order.contactId ? await clicksUntil(scope, order.contactId, order.orderedAt) : [];
    const facts = {
      amount: order.total - order.refunded,
      orderedAt: order.orderedAt,
      cancelled: order.status === "cancelled",
    };
    const credit = attributeLastClick(facts, clicks, attributionDays);
    await saveConversion(scope, order, { model: "last_click", credit, windowDays: attributionDays }, now);
  });
}
