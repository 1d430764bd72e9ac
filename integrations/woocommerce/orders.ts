import type { CartTotals } from "#domain/cart.ts";
import type { ContactSnapshot } from "#domain/contact.ts";
import { deviceOf } from "#domain/device.ts";
import { parseDecimal } from "#domain/money.ts";
import type { OrderStatus } from "#domain/order.ts";
import type { Translation } from "#domain/shop-event.ts";
import { type Basket, basketOf, currencyOf, type RawLine, unknownCurrency } from "../basket.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { type Line, type OrderPayload, orderPayload } from "./payloads.ts";
import { personOf } from "./people.ts";
import { recoveryUrlOf } from "./recovery.ts";

/**
 * `order.created|updated|restored`. WooCommerce has no carts to tell of: an order that nobody paid for yet is our cart in
 * checkout, and becomes an order under the same names when it is.
 */
export function translateOrder(json: unknown, request: TranslateRequest): Translation {
  const parsed = orderPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const order = parsed.data;
  const stage = stageOf(order);
  if (stage === "none") return { kind: "ignored", reason: "nothing_to_do" };
  const currency = currencyOf(order.currency, request.shopCurrency);
  if (!currency) return unknownCurrency;
  const lines = order.line_items.map((line) => rawLine(line, currency, order.prices_include_tax === true));
  const basket = basketOf(currency, lines);
  if (basket.kind === "rejected") return { ...basket, detail: "line_items" };
  return stage === "cart" ? cartFrom(order, basket, request) : orderFrom(order, basket, request);
}

const paidLater = ["bacs", "cheque", "cod"];
const shopperMade = ["checkout", "store-api", "rest-api"];

/**
 * WooCommerce cancels what stays unpaid for an hour: such an order was never bought, unless a payment was authorised or
 * to come by transfer. One that a person of the shop or a subscription made is no cart, and a status of the shop's own
 * making counts as bought: rather no mail than one too many.
 */
function stageOf(order: OrderPayload): "cart" | "order" | "none" {
  const { status, date_paid_gmt: paidAt, created_via: via } = order;
  if (status === "checkout-draft") return "cart";
  if (["trash", "draft", "auto-draft", "new"].includes(status)) return "none";
  const promised = order.transaction_id || paidLater.includes(order.payment_method ?? "");
  if (status === "pending" || status === "failed" || (status === "cancelled" && !promised)) {
    return paidAt ? "order" : shopperMade.includes(via ?? "") ? "cart" : "none";
  }
  return "order";
}

function cartFrom(order: OrderPayload, basket: Basket, request: TranslateRequest): Translation {
  const sourceUpdatedAt = order.date_modified_gmt ?? request.receivedAt;
  const cart = {
    ...namesOf(order),
    phase: "checkout" as const,
    contact: buyerOf(order),
    currency: basket.currency,
    lines: basket.lines,
    totals: totalsOf(order, basket),
    discountCodes: codesOf(order),
    recoveryUrl: recoveryUrlOf(order, request.shopUrl),
    sourceCreatedAt: order.date_created_gmt ?? sourceUpdatedAt,
    sourceUpdatedAt,
    completedAt: null,
    deletedAt: null,
    device: deviceOf(order.customer_user_agent),
  };
  return { kind: "events", events: [{ kind: "cart", cart }] };
}

function orderFrom(order: OrderPayload, basket: Basket, request: TranslateRequest): Translation {
  const { currency, lines } = basket;
  const sourceUpdatedAt = order.date_modified_gmt ?? request.receivedAt;
  const { subtotal, discount, total } = totalsOf(order, basket);
  const refunds = (order.refunds ?? []).map((one) => parseDecimal(one.total.replace(/^-/, ""), currency) ?? 0);
  const snapshot = {
    ...namesOf(order),
    number: order.number,
    contact: buyerOf(order),
    currency,
    lines,
    ...{ subtotal, discount, total },
    refunded: refunds.reduce((sum, one) => sum + one, 0),
    discountCodes: codesOf(order),
    status: statusOf(order.status),
    orderedAt: order.date_created_gmt ?? sourceUpdatedAt,
    sourceUpdatedAt,
  };
  return { kind: "events", events: [{ kind: "order", order: snapshot }] };
}

function statusOf(status: string): OrderStatus {
  return status === "cancelled" || status === "refunded" ? status : "placed";
}

function namesOf(order: OrderPayload): { externalId: string; tokens: string[] } {
  return { externalId: order.id, tokens: [order.id, ...(order.order_key ? [order.order_key] : [])] };
}

function buyerOf({ customer_id: externalId, billing, shipping }: OrderPayload): ContactSnapshot | null {
  const contact = personOf({ externalId, email: null, billing, shipping });
  return contact.externalId || contact.email || contact.phone ? contact : null;
}

/** What the shopper saw: with tax where the shop's prices hold it. */
function totalsOf(order: OrderPayload, basket: Basket): CartTotals {
  const minor = (text: string | null | undefined) => (text ? parseDecimal(text, basket.currency) : null);
  const taxed = order.prices_include_tax === true;
  const shipping = minor(order.shipping_total);
  return {
    subtotal: basket.subtotal,
    discount: (minor(order.discount_total) ?? 0) + (taxed ? (minor(order.discount_tax) ?? 0) : 0),
    shipping: shipping === null ? null : shipping + (taxed ? (minor(order.shipping_tax) ?? 0) : 0),
    tax: minor(order.total_tax),
    total: minor(order.total) ?? 0,
  };
}

/** `price` is a float without its tax, `subtotal` the exact sum of the line before any coupon. */
function rawLine(line: Line, currency: string, taxed: boolean): RawLine {
  const tax = taxed && line.subtotal_tax ? (parseDecimal(line.subtotal_tax, currency) ?? 0) : 0;
  const lineTotal = (parseDecimal(line.subtotal, currency) ?? 0) + tax;
  const quantity = line.quantity > 0 ? Math.max(1, Math.round(line.quantity)) : 0;
  const parent = line.parent_name;
  return {
    names: [line.id, line.variation_id, line.product_id, line.sku],
    productId: line.product_id,
    variantId: line.variation_id,
    sku: line.sku,
    title: parent ?? line.name,
    variantTitle: parent && line.name?.startsWith(`${parent} - `) ? line.name.slice(parent.length + 3) || null : null,
    quantity,
    unitPrice: quantity > 0 ? Math.round(lineTotal / quantity) : 0,
    lineTotal,
    imageUrl: line.image?.src ?? null,
    url: null,
  };
}

function codesOf(order: OrderPayload): string[] {
  const codes = (order.coupon_lines ?? []).flatMap(({ code }) => (code ? [code] : []));
  return [...new Set(codes)].slice(0, 50);
}
