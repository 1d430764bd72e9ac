import type { OrderStatus } from "#domain/order.ts";
import type { Translation } from "#domain/shop-event.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { codesOf, tokensOf } from "./carts.ts";
import { basketOf, minorUnits } from "./lines.ts";
import { type OrderPayload, orderPayload } from "./payloads.ts";
import { buyerOf } from "./person.ts";

/** `orders/create|paid|updated|cancelled`. The order's own id is no token: it counts apart from checkout ids. */
export function translateOrder(json: unknown, request: TranslateRequest): Translation {
  const parsed = orderPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const order = parsed.data;
  const basket = basketOf(order.line_items, order.currency, request.shopCurrency);
  if (basket.kind === "rejected") return basket;
  const { currency, lines, subtotal } = basket;
  const updatedAt = order.updated_at ?? request.receivedAt;
  const snapshot = {
    externalId: order.id,
    number: order.name,
    tokens: tokensOf(order.cart_token, order.checkout_token, order.token, order.checkout_id),
    contact: buyerOf(order, order.contact_email),
    currency,
    lines,
    subtotal,
    discount: minorUnits(order.total_discounts, currency) ?? 0,
    total: minorUnits(order.total_price, currency) ?? 0,
    refunded: refundedOf(order, currency),
    discountCodes: codesOf(order.discount_codes),
    status: statusOf(order),
    orderedAt: order.created_at ?? updatedAt,
    sourceUpdatedAt: updatedAt,
  };
  return { kind: "events", events: [{ kind: "order", order: snapshot }] };
}

function statusOf(order: OrderPayload): OrderStatus {
  if (order.cancelled_at || order.financial_status === "voided") return "cancelled";
  return order.financial_status === "refunded" ? "refunded" : "placed";
}

function refundedOf(order: OrderPayload, currency: string): number {
  return (order.refunds ?? [])
    .flatMap((refund) => refund.transactions ?? [])
    .filter((one) => one.kind === "refund" && one.status === "success")
    .reduce((sum, one) => sum + (minorUnits(one.amount, currency) ?? 0), 0);
}
