import { expect, test } from "vitest";
import type { Visitor } from "#app/shop/visitor.ts";
import type { BasketView } from "#components/storefront/view.ts";
import { platforms } from "#integrations/platforms.ts";
import { cartUpdated, orderPlaced } from "./events.ts";
import { signed } from "./sign.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const now = new Date("2026-11-20T12:00:00Z");
const visitor: Visitor = {
  cartId: "nl-0123456789ab",
  lines: [{ slug: "harbour-teapot", variant: "Oat", quantity: 2 }],
  shopper: {
    email: "mia+1@post.example",
    firstName: "Mia",
    lastName: "Lindqvist",
    language: "en",
    country: "SE",
    timeZone: "Europe/Stockholm",
  },
  known: true,
  code: null,
  ordered: null,
  startedAt: now.toISOString(),
};
const basket: BasketView = {
  id: visitor.cartId,
  lines: [],
  count: 2,
  subtotal: 11600,
  shipping: 490,
  offer: null,
  total: 12090,
  currency: "EUR",
};

const translated = (event: { type: string }) =>
  platforms.custom.translate({
    topic: event.type,
    body: new TextEncoder().encode(JSON.stringify(event)),
    shopCurrency: "EUR",
    receivedAt: now,
  });

test("signs as the platform's own verification demands", () => {
  const body = JSON.stringify({ type: "cart.updated" });
  const headers = new Headers(signed(body, { secret, id: "shop_1", at: now }));
  const request = { headers, body: new TextEncoder().encode(body), secrets: [secret], now };
  expect(platforms.custom.verify(request)).toEqual({ kind: "verified", deliveryId: "shop_1", topic: "cart.updated" });
  const other = { ...request, secrets: [`whsec_${Buffer.alloc(32, 8).toString("base64")}`] };
  expect(platforms.custom.verify(other)).toMatchObject({ kind: "refused", reason: "bad_signature" });
});

test("tells of a basket as its platform understands it, and of the shopper only once they are known", () => {
  const cart = {
    externalId: visitor.cartId,
    phase: "checkout",
    totals: { subtotal: 11600, shipping: 490, total: 12090 },
  };
  const said = translated(cartUpdated(visitor, basket, now));
  expect(said).toMatchObject({
    kind: "events",
    events: [{ cart: { ...cart, contact: { email: "mia+1@post.example" } } }],
  });
  const unknown = translated(cartUpdated({ ...visitor, known: false }, basket, now));
  expect(unknown).toMatchObject({ events: [{ cart: { phase: "cart", contact: null } }] });
});

test("an order's amounts add up under every offer", () => {
  const percent = { ...basket, offer: { code: "LANTERN10", label: "10 % off", saved: 1160 }, total: 10930 };
  const free = { ...basket, offer: { code: "SEABREEZE", label: "Free shipping", saved: 490 }, total: 11600 };
  for (const bought of [basket, percent, free]) {
    const said = translated(orderPlaced(visitor, bought, { number: "NL-1", now }));
    expect(said).toMatchObject({ events: [{ order: { tokens: [visitor.cartId], total: bought.total } }] });
  }
  expect(translated(orderPlaced(visitor, percent, { number: "NL-1", now }))).toMatchObject({
    events: [{ order: { discount: 1160, discountCodes: ["LANTERN10"] } }],
  });
});
