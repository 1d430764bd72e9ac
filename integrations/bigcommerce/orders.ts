import type { ContactSnapshot } from "#domain/contact.ts";
import { parseDecimal } from "#domain/money.ts";
import type { OrderStatus } from "#domain/order.ts";
import type { Translation } from "#domain/shop-event.ts";
import { basketOf, currencyOf, unknownCurrency } from "../basket.ts";
import type { OrderLinePayload, OrderPayload } from "./payloads.ts";

type Found = {
  order: OrderPayload;
  lines: OrderLinePayload[];
  coupons: { code: string | null }[];
  cartId: string | null;
  shopCurrency: string | null;
};

/** `Incomplete`: the shopper only came as far as the payment. Such a row is no order yet and must close nothing. */
const incompleteStatus = 0;
const statuses = new Map<number, OrderStatus>([
  [4, "refunded"],
  [5, "cancelled"],
  [6, "cancelled"],
]);

export function orderFrom({ order, lines, coupons, cartId, shopCurrency }: Found): Translation {
  if (order.status_id === incompleteStatus) return { kind: "ignored", reason: "nothing_to_do" };
  // The default currency is the one that was paid in; the other one may only have been shown.
  const currency = currencyOf(order.default_currency_code ?? order.currency_code, shopCurrency);
  if (!currency) return unknownCurrency;
  const minor = (text: string | null | undefined) => (text == null ? 0 : (parseDecimal(text, currency) ?? 0));
  const raw = lines.map((line) => ({
    names: [line.id, line.variant_id, line.product_id],
    productId: line.product_id,
    variantId: line.variant_id,
    sku: line.sku,
    title: line.name,
    variantTitle: null,
    quantity: line.quantity,
    unitPrice: minor(line.price_inc_tax),
    imageUrl: null,
    url: null,
  }));
  const basket = basketOf(currency, raw);
  if (basket.kind === "rejected") return basket;
  const tokens = [order.cart_id, cartId].filter((token) => token !== null);
  const snapshot = {
    externalId: order.id,
    number: order.id,
    tokens: [...new Set(tokens)],
    contact: buyerOf(order),
    currency,
    lines: basket.lines,
    subtotal: order.subtotal_inc_tax ? minor(order.subtotal_inc_tax) : basket.subtotal,
    discount: minor(order.discount_amount) + minor(order.coupon_discount),
    total: minor(order.total_inc_tax),
    refunded: minor(order.refunded_amount),
    discountCodes: coupons.flatMap(({ code }) => (code ? [code] : [])),
    status: order.is_deleted ? ("cancelled" as const) : (statuses.get(order.status_id) ?? ("placed" as const)),
    orderedAt: order.date_created,
    sourceUpdatedAt: order.date_modified,
  };
  return { kind: "events", events: [{ kind: "order", order: snapshot }] };
}

function buyerOf({ customer_id, customer_locale, billing_address: address }: OrderPayload): ContactSnapshot | null {
  const contact: ContactSnapshot = {
    externalId: customer_id,
    email: address?.email ?? null,
    phone: address?.phone ?? null,
    firstName: address?.first_name ?? null,
    lastName: address?.last_name ?? null,
    language: customer_locale,
    country: address?.country_iso2 ?? null,
    timeZone: null,
    consent: null,
  };
  return contact.externalId || contact.email || contact.phone ? contact : null;
}
