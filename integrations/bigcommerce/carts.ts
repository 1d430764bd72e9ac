import type { ContactSnapshot } from "#domain/contact.ts";
import { parseDecimal } from "#domain/money.ts";
import type { Translation } from "#domain/shop-event.ts";
import { basketOf, currencyOf, type RawLine, unknownCurrency } from "../basket.ts";
import type { CartLinePayload, CartPayload, CheckoutPayload, CustomerPayload } from "./payloads.ts";

type Found = { cart: CartPayload; checkout: CheckoutPayload | null; customer: CustomerPayload | null };

/**
 * A cart has an address as soon as its checkout or its customer has. It has no recovery link: BigCommerce's work once
 * only, so that one is asked for at the click (recovery.ts) and none ever stands in a mail.
 */
export function cartFrom(found: Found, shopCurrency: string | null, receivedAt: Date): Translation {
  const { cart, checkout } = found;
  const currency = currencyOf(cart.currency?.code, shopCurrency);
  if (!currency) return unknownCurrency;
  const basket = basketOf(currency, rawLines(cart, currency));
  if (basket.kind === "rejected") return basket;
  const { lines, subtotal } = basket;
  const contact = buyerOf(found);
  const sourceUpdatedAt = cart.updated_time ?? receivedAt;
  const snapshot = {
    externalId: cart.id,
    tokens: [cart.id],
    phase: contact?.email ? ("checkout" as const) : ("cart" as const),
    contact,
    currency,
    lines,
    totals: totalsOf(cart, checkout, { currency, subtotal }),
    discountCodes: (cart.coupons ?? []).flatMap(({ code }) => (code ? [code] : [])),
    recoveryUrl: null,
    sourceCreatedAt: cart.created_time ?? sourceUpdatedAt,
    sourceUpdatedAt,
    completedAt: null,
    deletedAt: null,
  };
  return { kind: "events", events: [{ kind: "cart", cart: snapshot }] };
}

function rawLines(cart: CartPayload, currency: string): RawLine[] {
  const { physical_items, digital_items, custom_items, gift_certificates } = cart.line_items;
  const goods = [...(physical_items ?? []), ...(digital_items ?? []), ...(custom_items ?? [])];
  const gifts = (gift_certificates ?? []).map((gift) => ({
    ...{ id: gift.id, name: gift.name, quantity: gift.quantity ?? 1, sale_price: gift.amount, list_price: null },
    ...{ product_id: null, variant_id: null, sku: null, image_url: null, url: null, options: null },
  }));
  return [...goods, ...gifts].map((line) => rawLine(line, currency));
}

function rawLine(line: CartLinePayload, currency: string): RawLine {
  return {
    names: [line.id, line.variant_id, line.product_id, line.sku],
    productId: line.product_id,
    variantId: line.variant_id,
    sku: line.sku,
    title: line.name,
    variantTitle: line.options?.flatMap(({ value }) => value ?? []).join(" / ") || null,
    quantity: line.quantity,
    unitPrice: parseDecimal(line.sale_price ?? line.list_price ?? "0", currency) ?? 0,
    imageUrl: line.image_url,
    url: line.url,
  };
}

function totalsOf(
  cart: CartPayload,
  checkout: CheckoutPayload | null,
  { currency, subtotal }: { currency: string; subtotal: number },
) {
  const minor = (text: string | null | undefined) => (text == null ? null : parseDecimal(text, currency));
  const coupons = (cart.coupons ?? []).map((one) => minor(one.discounted_amount) ?? 0);
  const chosen = checkout?.consignments?.filter((one) => one.selected_shipping_option) ?? [];
  const shipping = chosen.map((one) => minor(one.shipping_cost_inc_tax) ?? 0);
  return {
    subtotal,
    discount: coupons.reduce((sum, one) => sum + one, minor(cart.discount_amount) ?? 0),
    shipping: shipping.length > 0 ? shipping.reduce((sum, one) => sum + one, 0) : null,
    tax: minor(checkout?.tax_total),
    total: minor(checkout?.grand_total) ?? minor(cart.cart_amount) ?? subtotal,
  };
}

/** What was typed in this checkout comes before what is known of the customer. */
function buyerOf({ cart, checkout, customer }: Found): ContactSnapshot | null {
  const addresses = [checkout?.billing_address, ...(checkout?.consignments ?? []).map((one) => one.address)];
  const typed = <T>(fact: (one: NonNullable<(typeof addresses)[number]>) => T | null) =>
    addresses.map((one) => (one ? fact(one) : null)).find((one) => one) ?? null;
  const contact: ContactSnapshot = {
    externalId: cart.customer_id,
    email: cart.email ?? typed((one) => one.email) ?? customer?.email ?? null,
    phone: typed((one) => one.phone) ?? customer?.phone ?? null,
    firstName: typed((one) => one.first_name) ?? customer?.first_name ?? null,
    lastName: typed((one) => one.last_name) ?? customer?.last_name ?? null,
    language: cart.locale,
    country: typed((one) => one.country_code) ?? customer?.addresses?.[0]?.country_code ?? null,
    timeZone: null,
    consent: customer?.accepts_product_review_abandoned_cart_emails ? "granted" : null,
  };
  return contact.externalId || contact.email || contact.phone ? contact : null;
}
