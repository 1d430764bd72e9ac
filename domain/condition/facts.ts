import type { CartLine, CartPhase, CartTotals } from "../cart.ts";
import type { ConditionFacts, MoneyFact } from "../condition.ts";
import type { Device } from "../device.ts";
import type { OrderStatus } from "../order.ts";

/** The rows that a person's facts follow from. What happened after `now` is left out by `factsFrom`. */
export type KnownCart = {
  shopId: string;
  phase: CartPhase;
  currency: string;
  total: number;
  totals: Pick<CartTotals, "discount">;
  discountCodes: string[];
  lines: Pick<CartLine, "productId" | "quantity">[];
  customerExternalId: string | null;
  device: Device | null;
};
export type KnownOrder = {
  currency: string;
  total: number;
  refunded: number;
  discount: number;
  status: OrderStatus;
  orderedAt: Date;
};
export type KnownContact = {
  country: string | null;
  language: string | null;
  tags: string[];
  loyaltyTier: string | null;
  consent: "granted" | "withdrawn" | null;
  orders: KnownOrder[];
  /** When carts of theirs counted as abandoned, the one in question left out. */
  abandonedAt: Date[];
  openedAt: Date[];
  clickedAt: Date[];
};
export type KnownProduct = { categories: string[] | null; brand: string | null };

type Values = ConditionFacts["values"];

/** What is known of a cart and its person at one moment. `products` are the catalogue's rows of the cart's lines. */
export function factsFrom(
  known: { cart: KnownCart | null; contact: KnownContact | null; products: KnownProduct[] },
  now: Date,
): ConditionFacts {
  const cart = known.cart ? { ...cartValues(known.cart), ...catalogueValues(known.products) } : {};
  const contact = known.contact
    ? { ...contactValues(known.contact, now), ...orderValues(known.contact.orders, now) }
    : {};
  return { now, values: { ...cart, ...contact } };
}

function cartValues(cart: KnownCart): Values {
  return {
    "cart.value": { amount: cart.total, currency: cart.currency },
    "cart.lines": cart.lines.length,
    "cart.quantity": cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    "cart.products": cart.lines.flatMap(({ productId }) => productId ?? []),
    "cart.discounted": cart.totals.discount > 0 || cart.discountCodes.length > 0,
    "cart.phase": cart.phase,
    "cart.shop": cart.shopId,
    "cart.loggedIn": cart.customerExternalId !== null,
    ...(cart.device === null ? {} : { "cart.device": cart.device }),
  };
}

/** Unknown while the shop has said them of no product in the cart. */
function catalogueValues(products: KnownProduct[]): Values {
  const categories = products.flatMap((product) => product.categories ?? []);
  const brands = products.flatMap((product) => product.brand ?? []);
  return {
    ...(categories.length > 0 ? { "cart.categories": categories } : {}),
    ...(brands.length > 0 ? { "cart.brands": brands } : {}),
  };
}

function contactValues(contact: KnownContact, now: Date): Values {
  const { country, language, loyaltyTier, consent } = contact;
  return {
    "contact.tags": contact.tags,
    ...(country === null ? {} : { "contact.country": upperAscii(country) }),
    ...(language === null ? {} : { "contact.language": baseLanguage(language) }),
    ...(loyaltyTier === null ? {} : { "contact.loyaltyTier": loyaltyTier }),
    ...(consent === null ? {} : { "contact.consent": consent }),
    "customer.abandonments": contact.abandonedAt.filter((at) => at <= now).length,
    "engagement.opened": latest(contact.openedAt, now),
    "engagement.clicked": latest(contact.clickedAt, now),
  };
}

/** "de" for "de-AT" and "de_at". */
function baseLanguage(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? "").replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Postgres in its "C" collation changes these letters alone, and both evaluators must see the same text. */
function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function latest(instants: Date[], now: Date): Date | null {
  return instants.filter((at) => at <= now).reduce<Date | null>((last, at) => (last && last > at ? last : at), null);
}

/** Cancelled orders do not count; refunds lower what was spent. */
function orderValues(orders: KnownOrder[], now: Date): Values {
  const standing = orders.filter((order) => order.status !== "cancelled" && order.orderedAt <= now);
  const last = latest(
    standing.map((order) => order.orderedAt),
    now,
  );
  const spent = sumOf(standing);
  return {
    "customer.orders": standing.length,
    "customer.discountsUsed": standing.filter((order) => order.discount > 0).length,
    ...(last ? { "customer.daysSinceOrder": Math.floor((now.getTime() - last.getTime()) / 86_400_000) } : {}),
    ...(spent ? { "customer.lifetimeValue": spent } : {}),
  };
}

/** Orders in several currencies have no one sum, and nothing is converted. */
function sumOf(orders: KnownOrder[]): MoneyFact | null {
  const currencies = new Set(orders.map((order) => order.currency));
  if (currencies.size > 1) return null;
  const amount = orders.reduce((sum, order) => sum + order.total - order.refunded, 0);
  return { amount, currency: [...currencies][0] ?? null };
}
