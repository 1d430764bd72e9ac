import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { untilTold } from "#app/api/webhooks/answers.ts";
import { receiveShopWebhook } from "#app/api/webhooks/receive-shop-webhook.ts";
import type { TestTenant } from "./tenant.ts";

/** Sends an event to the shop's door as the shop would, signed by the standard's own library. */
export async function sendShopEvent(
  tenant: TestTenant,
  event: object,
  deliveryId: string = randomUUID(),
): Promise<Response> {
  const body = JSON.stringify(event);
  const sentAt = new Date();
  const headers = {
    "webhook-id": deliveryId,
    "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1_000)),
    "webhook-signature": new Webhook(tenant.secret).sign(deliveryId, sentAt, body),
  };
  const request = new Request("http://127.0.0.1/api/webhooks/custom", { method: "POST", headers, body });
  const answer = await receiveShopWebhook(request, "custom", tenant.shopId);
  await untilTold();
  return answer;
}

type Person = {
  email: string;
  firstName?: string;
  language?: string;
  country?: string;
  acceptsMarketing?: boolean;
};

export const cartUpdated = (id: string, customer: Person, at: Date, lines: object[] = [lamp]) => ({
  type: "cart.updated",
  data: {
    id,
    customer,
    currency: "EUR",
    lines,
    recoveryUrl: `https://shop.example/cart/${id}`,
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
  },
});

export const orderPlaced = (id: string, order: { customer: Person; tokens: string[]; total: number }, at: Date) => ({
  type: "order.placed",
  data: {
    id,
    number: `#${id}`,
    currency: "EUR",
    lines: [lamp],
    orderedAt: at.toISOString(),
    updatedAt: at.toISOString(),
    ...order,
  },
});

export const lamp = { id: "line-1", productId: "lamp", title: "Aurora lamp", quantity: 1, unitPrice: 12_000 };
