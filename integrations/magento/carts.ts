import type { ContactSnapshot } from "#domain/contact.ts";
import { parseDecimal } from "#domain/money.ts";
import type { Translation } from "#domain/shop-event.ts";
import { basketOf, currencyOf, type RawLine, unknownCurrency } from "../basket.ts";
import type { Address, CartPayload } from "./payloads.ts";

type Known = { shopCurrency: string | null; receivedAt: Date; recoveryUrl: string | null };

/**
 * A cart that is not active any more was ordered, which the order itself tells, or taken away, such as a guest's that
 * went into the customer's own at sign-in.
 */
export function cartFrom(cart: CartPayload, known: Known): Translation {
  const sourceUpdatedAt = cart.updated_at ?? cart.created_at ?? known.receivedAt;
  if (cart.is_active === false) {
    if (cart.reserved_order_id) return { kind: "ignored", reason: "nothing_to_do" };
    return { kind: "events", events: [{ kind: "cart_deleted", tokens: [cart.id], deletedAt: sourceUpdatedAt }] };
  }
  const currency = currencyOf(cart.currency?.quote_currency_code, known.shopCurrency);
  if (!currency) return unknownCurrency;
  const raw = (cart.items ?? []).map((line) => ({ ...rawLine(line, line.qty, currency), names: [line.item_id] }));
  const basket = basketOf(currency, raw);
  if (basket.kind === "rejected") return basket;
  const { lines, subtotal } = basket;
  const contact = buyerOf(cart);
  const snapshot = {
    externalId: cart.id,
    tokens: [cart.id],
    phase: contact?.email ? ("checkout" as const) : ("cart" as const),
    contact,
    currency,
    lines,
    totals: { subtotal, discount: 0, shipping: null, tax: null, total: subtotal },
    discountCodes: [],
    recoveryUrl: known.recoveryUrl,
    sourceCreatedAt: cart.created_at ?? sourceUpdatedAt,
    sourceUpdatedAt,
    completedAt: null,
    deletedAt: null,
  };
  return { kind: "events", events: [{ kind: "cart", cart: snapshot }] };
}

/** Half a metre of something is one line of its price: our quantities are whole. */
export function rawLine(
  line: { sku: string | null; name: string | null; price: string },
  quantity: number,
  currency: string,
): Omit<RawLine, "names"> {
  const price = parseDecimal(line.price, currency) ?? 0;
  const whole = Number.isInteger(quantity);
  return {
    productId: null,
    variantId: null,
    sku: line.sku,
    title: line.name,
    variantTitle: null,
    quantity: whole ? quantity : 1,
    unitPrice: whole ? price : Math.round(price * quantity),
    imageUrl: null,
    url: null,
  };
}

/** A guest's address stands with where the goods or the bill go. An unticked newsletter is no refusal. */
function buyerOf({ customer, billing_address: billing, extension_attributes: more }: CartPayload) {
  const shipping = (more?.shipping_assignments ?? []).map((one) => one.shipping?.address);
  const places: Address[] = [customer, billing, ...shipping];
  const first = <T>(fact: (one: NonNullable<Address>) => T | null): T | null =>
    places.map((one) => (one ? fact(one) : null)).find((one) => one) ?? null;
  const contact: ContactSnapshot = {
    externalId: customer?.id ?? null,
    email: first((one) => one.email),
    phone: first((one) => one.telephone),
    firstName: first((one) => one.firstname),
    lastName: first((one) => one.lastname),
    language: null,
    country: first((one) => one.country_id),
    timeZone: null,
    consent: customer?.extension_attributes?.is_subscribed ? "granted" : null,
  };
  return contact.externalId || contact.email || contact.phone ? contact : null;
}
