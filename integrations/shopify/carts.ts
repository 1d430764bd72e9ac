import type { Translation } from "#domain/shop-event.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { type Basket, basketOf, minorUnits } from "./lines.ts";
import { type CheckoutPayload, cartPayload, checkoutPayload, deletedPayload } from "./payloads.ts";
import { buyerOf } from "./person.ts";

/** `checkouts/create|update`. A checkout is filed under its cart's token, so that `carts/update` meets the same row. */
export function translateCheckout(json: unknown, request: TranslateRequest): Translation {
  const parsed = checkoutPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const checkout = parsed.data;
  const tokens = tokensOf(
    checkout.cart_token,
    checkout.token,
    tokenOfLink(checkout.abandoned_checkout_url),
    checkout.id,
  );
  const basket = basketOf(checkout.line_items, checkout.currency, request.shopCurrency);
  if (basket.kind === "rejected") return basket;
  const updatedAt = checkout.updated_at ?? request.receivedAt;
  return cartEvent(tokens, {
    phase: "checkout",
    contact: buyerOf(checkout),
    currency: basket.currency,
    lines: basket.lines,
    totals: totalsOf(checkout, basket),
    discountCodes: codesOf(checkout.discount_codes),
    recoveryUrl: checkout.abandoned_checkout_url,
    sourceCreatedAt: checkout.created_at ?? updatedAt,
    sourceUpdatedAt: updatedAt,
    completedAt: checkout.completed_at ?? null,
    deletedAt: null,
  });
}

/** `carts/create|update`: lines only; the person comes with the checkout of the same token. */
export function translateCart(json: unknown, request: TranslateRequest): Translation {
  const parsed = cartPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const cart = parsed.data;
  const basket = basketOf(cart.line_items, null, request.shopCurrency);
  if (basket.kind === "rejected") return basket;
  const updatedAt = cart.updated_at ?? request.receivedAt;
  return cartEvent(tokensOf(cart.token, cart.id), {
    phase: "cart",
    contact: null,
    currency: basket.currency,
    lines: basket.lines,
    totals: { subtotal: basket.subtotal, discount: 0, shipping: null, tax: null, total: basket.subtotal },
    discountCodes: [],
    recoveryUrl: null,
    sourceCreatedAt: cart.created_at ?? updatedAt,
    sourceUpdatedAt: updatedAt,
    completedAt: null,
    deletedAt: null,
  });
}

/** `checkouts/delete` has no time of its own and often no token: the cart is found by any name we know. */
export function translateDeletion(json: unknown, request: TranslateRequest): Translation {
  const parsed = deletedPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const tokens = tokensOf(parsed.data.cart_token, parsed.data.token, parsed.data.id);
  if (tokens.length === 0) return { kind: "rejected", reason: "invalid_shape", detail: "id" };
  return { kind: "events", events: [{ kind: "cart_deleted", tokens, deletedAt: request.receivedAt }] };
}

type CartFacts = Omit<Extract<Event, { kind: "cart" }>["cart"], "externalId" | "tokens">;
type Event = Extract<Translation, { kind: "events" }>["events"][number];

function cartEvent(tokens: string[], cart: CartFacts): Translation {
  const [externalId] = tokens;
  if (!externalId) return { kind: "rejected", reason: "invalid_shape", detail: "token" };
  return { kind: "events", events: [{ kind: "cart", cart: { externalId, tokens, ...cart } }] };
}

function totalsOf(checkout: CheckoutPayload, basket: Basket) {
  const shippingLines = (checkout.shipping_lines ?? []).map((one) => minorUnits(one.price, basket.currency) ?? 0);
  const discount = minorUnits(checkout.total_discounts, basket.currency) ?? 0;
  const shipping = shippingLines.length === 0 ? null : shippingLines.reduce((sum, price) => sum + price, 0);
  const counted = Math.max(0, basket.subtotal - discount + (shipping ?? 0));
  return {
    subtotal: basket.subtotal,
    discount,
    shipping,
    tax: minorUnits(checkout.total_tax, basket.currency),
    total: minorUnits(checkout.total_price, basket.currency) ?? counted,
  };
}

/**
 * The token in `/checkouts/cn/<token>/recover?key=…`. It joins the API's checkouts, which have an id and no token, with
 * the newest webhooks, which have tokens and no id.
 */
function tokenOfLink(link: string | null): string | null {
  const token = /\/checkouts\/(?:[a-z]{1,4}\/)?([^/?#]{8,255})(?:\/|$|\?)/.exec(link ?? "")?.[1];
  return token && token !== "recover" ? token : null;
}

/** Every name that was given, once, in the order of preference. */
export function tokensOf(...names: (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}

export function codesOf(codes: { code: string | null }[] | null | undefined): string[] {
  return [...new Set((codes ?? []).flatMap(({ code }) => (code ? [code] : [])))].slice(0, 50);
}
