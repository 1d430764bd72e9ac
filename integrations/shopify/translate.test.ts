import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { only, receivedAt, translatedBy } from "../testing/translated.ts";
import { shopify } from "./platform.ts";

const translated = translatedBy(shopify);
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));

const line = { key: "1", title: "Cup", quantity: 1, price: "10.00" };
const checkout = (more: object = {}) => ({ token: "t1", currency: "EUR", line_items: [line], ...more });
const consentOf = (more: object) => only("cart", translated("checkouts/update", checkout(more))).cart.contact?.consent;

describe("a Shopify checkout", () => {
  const { cart } = only("cart", translated("checkouts/update", fixture("checkout-2024-10")));

  it("becomes a cart filed under its cart token, findable by every name it has", () => {
    const cartToken = "Z2NwLWV1cm9wZS13ZXN0MTowMUhHRkZERkJGVENH";
    expect(cart.externalId).toBe(cartToken);
    expect(cart.tokens).toEqual([cartToken, "da4a9d115469c72cf166bfbe6c5313d1", "37112239489315123"]);
    expect(cart).toMatchObject({ phase: "checkout", completedAt: null, deletedAt: null, discountCodes: ["AUTUMN5"] });
  });

  it("keeps money in minor units of the shop's currency, with the sum before discount as subtotal", () => {
    expect(cart.currency).toBe("EUR");
    expect(cart.totals).toEqual({ subtotal: 13240, discount: 500, shipping: 490, tax: 2546, total: 13230 });
    expect(cart.lines.map((one) => [one.id, one.quantity, one.unitPrice, one.lineTotal])).toEqual([
      ["45902754185506", 2, 5995, 11990],
      ["45902754185507", 1, 1250, 1250],
    ]);
    expect(cart.lines[1]).toMatchObject({ title: 'Candle 🕯️ "Fjord"', variantTitle: null, sku: null, imageUrl: null });
  });

  it("knows its shopper: address as given, language, country, consent by the ticked box", () => {
    expect(cart.contact).toEqual({
      externalId: "7677484597543000123",
      email: "Mara.Lindqvist+shop@example.com",
      phone: "+46 70 123 45 67",
      firstName: "Mara",
      lastName: "Lindqvist",
      language: "sv-SE",
      country: "SE",
      timeZone: null,
      consent: "granted",
    });
  });

  it("reads times with their offsets", () => {
    expect(cart.sourceCreatedAt).toEqual(new Date("2026-11-02T09:42:16Z"));
    expect(cart.sourceUpdatedAt).toEqual(new Date("2026-11-02T09:43:48Z"));
  });

  it("of the newest version, without an id, is filed by token and keeps ids beyond 2^53 apart", () => {
    const newest = only("cart", translated("checkouts/update", fixture("checkout-newest"), null)).cart;
    expect(newest.externalId).toBe("hWN7IqTmfKx0cartToken");
    expect(newest.lines.map((one) => one.productId)).toEqual(["9007199254740993", "9007199254740992"]);
    expect(newest.totals).toMatchObject({ subtotal: 4550, shipping: null, total: 4550 });
    expect(newest.completedAt).toEqual(new Date("2026-11-03T01:06:00Z"));
    expect(newest.contact).toMatchObject({ email: "jo@example.jp", country: null, consent: null });
  });

  it("without anybody's name has no contact", () => {
    expect(only("cart", translated("checkouts/create", checkout({ email: "not an address" }))).cart.contact).toBeNull();
  });

  it("takes an unticked box for no refusal, and a recorded withdrawal over a ticked box", () => {
    const customer = (state: string) => ({ id: 1, email_marketing_consent: { state } });
    expect(consentOf({ email: "a@b.example", buyer_accepts_marketing: false })).toBeNull();
    expect(consentOf({ email: "a@b.example" })).toBeNull();
    expect(consentOf({ buyer_accepts_marketing: true, customer: customer("unsubscribed") })).toBe("withdrawn");
    expect(consentOf({ buyer_accepts_marketing: false, customer: customer("SUBSCRIBED") })).toBe("granted");
  });

  it("drops links that are not http or https, and only those", () => {
    const links = ["javascript:alert(1)", "data:text/html,x", "/relative", "https://user:pw@shop.example/", 7, null];
    for (const abandoned_checkout_url of links) {
      const body = checkout({ abandoned_checkout_url, line_items: [{ ...line, image_url: abandoned_checkout_url }] });
      const hostile = only("cart", translated("checkouts/update", body)).cart;
      expect([hostile.recoveryUrl, hostile.lines[0]?.imageUrl]).toEqual([null, null]);
    }
  });

  it("strips control characters, cuts what is too long, never inside a character", () => {
    const title = `\u0000A\r\nB\u2028${"🕯️".repeat(400)}`;
    const shown = only("cart", translated("checkouts/update", checkout({ line_items: [{ ...line, title }] }))).cart
      .lines[0]?.title;
    expect(shown?.startsWith("A B 🕯️")).toBe(true);
    expect(shown?.isWellFormed()).toBe(true);
    expect([...(shown ?? "")].length).toBeLessThanOrEqual(300);
  });

  it("tells lines of one variant apart", () => {
    const { lines } = only("cart", translated("checkouts/update", checkout({ line_items: [line, line, line] }))).cart;
    expect(lines.map((one) => one.id)).toEqual(["1", "1#2", "1#3"]);
  });
});

describe("other Shopify topics", () => {
  it("reads a cart without a person, in the currency of its prices, under the token that checkouts use", () => {
    const { cart } = only("cart", translated("carts/update", fixture("cart"), null));
    expect(cart.tokens).toEqual(["Z2NwLWV1cm9wZS13ZXN0MTowMUhHRkZERkJGVENH"]);
    expect(cart).toMatchObject({ phase: "cart", contact: null, currency: "EUR", recoveryUrl: null });
    expect(cart.totals).toEqual({ subtotal: 5995, discount: 0, shipping: null, tax: null, total: 5995 });
  });

  it("reads an emptied cart in the shop's currency", () => {
    const { cart } = only("cart", translated("carts/update", { token: "c1", line_items: [] }));
    expect(cart).toMatchObject({ lines: [], currency: "EUR", sourceUpdatedAt: receivedAt });
  });

  it("reads a deletion that holds nothing but an id", () => {
    const deleted = only("cart_deleted", translated("checkouts/delete", fixture("checkout-deleted")));
    expect(deleted).toEqual({ kind: "cart_deleted", tokens: ["37112239489315123"], deletedAt: receivedAt });
  });

  it("reads an order with every token of the carts it may come from, and what was really refunded", () => {
    const { order } = only("order", translated("orders/updated", fixture("order")));
    expect(order).toMatchObject({
      externalId: "9820982911946154508",
      number: "#1042",
      status: "placed",
      currency: "EUR",
      subtotal: 13240,
      discount: 500,
      total: 13230,
      refunded: 1250,
      orderedAt: new Date("2026-11-05T10:00:00Z"),
    });
    const { cart } = only("cart", translated("checkouts/update", fixture("checkout-2024-10")));
    expect(cart.tokens.every((token) => order.tokens.includes(token))).toBe(true);
    expect(order.tokens).not.toContain(order.externalId);
  });

  it("knows a cancelled and a refunded order", () => {
    const order = { id: 1, currency: "EUR", total_price: "10.00", line_items: [line] };
    const status = (more: object) => only("order", translated("orders/cancelled", { ...order, ...more })).order.status;
    expect(status({ cancelled_at: "2026-11-06T09:00:00Z", financial_status: "refunded" })).toBe("cancelled");
    expect(status({ financial_status: "refunded" })).toBe("refunded");
    expect(status({ financial_status: "voided" })).toBe("cancelled");
    expect(status({ financial_status: "paid" })).toBe("placed");
  });

  it("reads a customer who withdrew consent, by the new field and by the old one", () => {
    const { contact } = only("contact", translated("customers/update", fixture("customer")));
    expect(contact).toMatchObject({ externalId: "7677484597543000123", country: "SE", consent: "withdrawn" });
    const old = (more: object) =>
      only("contact", translated("customers/update", { id: 5, created_at: "2026-01-01T00:00:00Z", ...more })).contact
        .consent;
    expect(old({ accepts_marketing: false, accepts_marketing_updated_at: "2026-02-01T00:00:00Z" })).toBe("withdrawn");
    expect(old({ accepts_marketing: false, accepts_marketing_updated_at: "2026-01-01T00:00:00Z" })).toBeNull();
    expect(old({ accepts_marketing: true })).toBe("granted");
    expect(old({})).toBeNull();
  });

  it("reads consent from the topic where it went when customer topics lost it", () => {
    const body = (state: string) => ({
      customer_id: 5,
      email_address: "a@b.example",
      email_marketing_consent: { state, consent_updated_at: "2026-02-01T00:00:00Z" },
    });
    const topic = "customers_email_marketing_consent/update";
    expect(only("contact", translated(topic, body("subscribed")))).toMatchObject({
      contact: { externalId: "5", email: "a@b.example", consent: "granted" },
      sourceUpdatedAt: new Date("2026-02-01T00:00:00Z"),
    });
    expect(translated(topic, body("pending"))).toEqual({ kind: "ignored", reason: "nothing_to_do" });
  });

  it.each([
    ["customers/data_request", "customers-data-request", "data_request", "9999", ["9820982911946154508"]],
    ["customers/redact", "customers-redact", "redact", null, ["9820982911946154508", "9820982911946154509"]],
    ["shop/redact", "shop-redact", "shop_redact", null, []],
  ])("reads the compliance topic %s", (...[topic, name, request, reference, orderExternalIds]) => {
    const person = request !== "shop_redact";
    expect(only("compliance", translated(topic, fixture(name))).compliance).toEqual({
      request,
      reference,
      email: person ? "mara.lindqvist+shop@example.com" : null,
      customerExternalId: person ? "7677484597543000123" : null,
      orderExternalIds,
    });
  });

  it("ignores a topic that it does not know", () => {
    for (const topic of ["themes/publish", "unknown", "", "__proto__", "constructor"]) {
      expect(translated(topic, {})).toEqual({ kind: "ignored", reason: "unknown_topic" });
    }
  });
});

describe("a Shopify recovery link", () => {
  it("applies a code on arrival and leaves the rest as it was", () => {
    const link = "https://shop.example/checkouts/ac/x/recover?key=a%2Bb%20c#top";
    expect(shopify.applyCode?.(link, "BACK 10&x")).toBe(
      "https://shop.example/checkouts/ac/x/recover?key=a%2Bb%20c&discount=BACK%2010%26x#top",
    );
    expect(shopify.applyCode?.("https://shop.example/cart", "A")).toBe("https://shop.example/cart?discount=A");
    expect(shopify.applyCode?.("https://shop.example/cart?discount=OLD", "A")).toBe(
      "https://shop.example/cart?discount=A",
    );
    expect(shopify.applyCode?.("no link", "A")).toBe("no link");
  });
});
