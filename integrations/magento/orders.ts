import type { ContactSnapshot } from "#domain/contact.ts";
import { parseDecimal } from "#domain/money.ts";
import type { OrderStatus } from "#domain/order.ts";
import type { Translation } from "#domain/shop-event.ts";
import { basketOf, currencyOf, unknownCurrency } from "../basket.ts";
import { rawLine } from "./carts.ts";
import type { OrderPayload } from "./payloads.ts";

const statuses = new Map<string, OrderStatus>([
  ["canceled", "cancelled"],
  ["closed", "refunded"],
]);

/** An order names its cart by `quote_id`. */
export function orderFrom(order: OrderPayload, known: { shopCurrency: string | null; receivedAt: Date }): Translation {
  const currency = currencyOf(order.order_currency_code, known.shopCurrency);
  if (!currency) return unknownCurrency;
  const minor = (text: string | null | undefined) => (text == null ? 0 : (parseDecimal(text, currency) ?? 0));
  // A configurable product stands twice: as what was bought, and as the simple one in it, without a price.
  const bought = (order.items ?? []).filter((line) => !line.parent_item_id);
  const raw = bought.map((line) => ({
    ...rawLine(line, line.qty_ordered, currency),
    names: [line.item_id],
    productId: line.product_id,
  }));
  const basket = basketOf(currency, raw);
  if (basket.kind === "rejected") return basket;
  const sourceUpdatedAt = order.updated_at ?? order.created_at ?? known.receivedAt;
  const snapshot = {
    externalId: order.entity_id,
    number: order.increment_id,
    tokens: order.quote_id ? [order.quote_id] : [],
    contact: buyerOf(order),
    currency,
    lines: basket.lines,
    subtotal: order.subtotal == null ? basket.subtotal : minor(order.subtotal),
    discount: minor(order.discount_amount),
    total: minor(order.grand_total),
    refunded: minor(order.total_refunded),
    discountCodes: order.coupon_code ? [order.coupon_code] : [],
    status: statuses.get(order.state ?? "") ?? ("placed" as const),
    orderedAt: order.created_at ?? sourceUpdatedAt,
    sourceUpdatedAt,
  };
  return { kind: "events", events: [{ kind: "order", order: snapshot }] };
}

function buyerOf(order: OrderPayload): ContactSnapshot | null {
  const { billing_address: billing } = order;
  const contact: ContactSnapshot = {
    externalId: order.customer_id,
    email: order.customer_email ?? billing?.email ?? null,
    phone: billing?.telephone ?? null,
    firstName: order.customer_firstname ?? billing?.firstname ?? null,
    lastName: order.customer_lastname ?? billing?.lastname ?? null,
    language: null,
    country: billing?.country_id ?? null,
    timeZone: null,
    consent: null,
  };
  return contact.externalId || contact.email || contact.phone ? contact : null;
}
