import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { only, receivedAt, translatedBy } from "../testing/translated.ts";
import { expired, first, refunded, sessionWith } from "./events.fixture.ts";
import { stripe } from "./platform.ts";

const translated = translatedBy(stripe);
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));

const cartOf = (session: object, currency: string | null = null) =>
  only("cart", translated("", expired(session), currency)).cart;

describe("an expired Checkout Session", () => {
  it("comes without its lines, so that they are asked for", () => {
    expect(translated("checkout.session.expired", fixture("session-expired"))).toEqual({
      kind: "incomplete",
      what: "session",
      id: first,
      topic: "checkout.session.expired",
    });
  });

  it("takes consent from consent.promotions alone: opted in is granted, opted out withdrawn, silence neither", () => {
    const consent = (promotions: unknown) => cartOf({ consent: { promotions } }).contact?.consent;
    expect([consent("opt_in"), consent("opt_out"), consent(null)]).toEqual(["granted", "withdrawn", null]);
    expect(cartOf({ consent: null }).contact?.consent).toBeNull();
  });

  it("dates a consent by the session's opening, so that it never counts as newer than a later refusal", () => {
    expect(cartOf({ created: 1793612536, expires_at: 1793614336 }).sourceUpdatedAt).toEqual(
      new Date("2026-11-02T09:42:16Z"),
    );
  });

  it("gives its recovery link only while that lives", () => {
    const link = (more: object) =>
      cartOf({ after_expiration: { recovery: { enabled: true, url: "https://buy.stripe.com/r/x", ...more } } })
        .recoveryUrl;
    const seconds = receivedAt.getTime() / 1000;
    expect(link({ expires_at: seconds + 1 })).toBe("https://buy.stripe.com/r/x");
    expect(link({ expires_at: seconds })).toBeNull();
    expect(link({ expires_at: null })).toBe("https://buy.stripe.com/r/x");
    expect(link({ enabled: false })).toBeNull();
    expect(link({ url: "javascript:alert(1)" })).toBeNull();
    expect(cartOf({ after_expiration: null }).recoveryUrl).toBeNull();
  });

  it("says until when its link lives, and leads to a host that is known to be Stripe's", () => {
    const { recoveryUrl, recoveryExpiresAt } = cartOf({
      after_expiration: { recovery: { enabled: true, url: "https://buy.stripe.com/r/x", expires_at: 1796204536 } },
    });
    expect(recoveryExpiresAt).toEqual(new Date(1796204536_000));
    expect(stripe.recoveryHosts).toContain(new URL(recoveryUrl ?? "").hostname);
  });

  it("of one shopper are one person's, however many there are: same customer, same address, tokens of their chain", () => {
    const carts = ["cs_1", "cs_2", "cs_3"].map((id, index) =>
      cartOf({ id, customer: { id: "cus_1" }, recovered_from: index > 0 ? `cs_${index}` : null }),
    );
    expect(new Set(carts.map((cart) => `${cart.contact?.externalId} ${cart.contact?.email}`)).size).toBe(1);
    expect(carts.map((cart) => cart.tokens)).toEqual([["cs_1"], ["cs_2", "cs_1"], ["cs_3", "cs_2"]]);
  });

  it("that nobody can be named for has no contact, and falls back to the address the shop had given", () => {
    expect(cartOf({ customer_details: null, customer_email: null }).contact).toBeNull();
    expect(cartOf({ customer_details: null, customer_email: "a@b.example" }).contact?.email).toBe("a@b.example");
  });

  it("counts in minor units by ISO 4217, whatever Stripe's smallest unit is", () => {
    const totalIn = (currency: string) =>
      cartOf({ currency, line_items: { data: [{ amount_subtotal: 5000, quantity: 2 }] } }).lines[0]?.lineTotal;
    expect(["eur", "jpy", "kwd", "isk", "ugx"].map(totalIn)).toEqual([5000, 5000, 5000, 50, 50]);
  });
});

describe("a completed Checkout Session", () => {
  const { order } = only("order", translated("checkout.session.completed", fixture("session-completed")));

  it("names the expired session it was recovered from, so that exactly that cart is closed", () => {
    expect(order.tokens).toEqual(["cs_live_a1NordhemBack00000000000000000000000000000000000", first]);
    expect(order).toMatchObject({ externalId: order.tokens[0], status: "placed", currency: "USD" });
    expect(order).toMatchObject({ subtotal: 13240, discount: 500, total: 13230, refunded: 0 });
    expect(order.contact).toMatchObject({ externalId: "cus_TNordhem01", firstName: "Mara", lastName: "Lind Qvist" });
    expect(order.orderedAt).toEqual(new Date("2026-11-03T10:00:00Z"));
  });

  it("stops mails also while a slow payment is under way, and says so when that fails", () => {
    const status = (type: string) =>
      only("order", translated(type, { ...sessionWith({ payment_status: "unpaid" }), type })).order.status;
    expect(status("checkout.session.completed")).toBe("placed");
    expect(status("checkout.session.async_payment_succeeded")).toBe("placed");
    expect(status("checkout.session.async_payment_failed")).toBe("cancelled");
  });
});

describe("other events of Stripe", () => {
  it("ask for the session that a refunded charge belongs to", () => {
    expect(translated("charge.refunded", fixture("charge-refunded"))).toEqual({
      kind: "incomplete",
      what: "payment",
      id: "pi_3SabcNordhem",
      topic: "charge.refunded",
    });
    expect(translated("", refunded({ payment_intent: null }))).toEqual({ kind: "ignored", reason: "nothing_to_do" });
  });

  it("are left alone by name: sessions that sell nothing, unknown types", () => {
    const setup = expired({ mode: "setup", currency: null });
    expect(translated("", setup)).toEqual({ kind: "ignored", reason: "nothing_to_do" });
    const foreign = { id: "evt_9", type: "invoice.paid", created: 1793614337, data: { object: {} } };
    expect(translated("", foreign)).toEqual({ kind: "ignored", reason: "unknown_topic" });
  });

  it("that are bad are rejected by the name of the field", () => {
    const rejected = (session: object) => translated("", expired(session), null);
    expect(rejected({ currency: "xxz" })).toMatchObject({ kind: "rejected", reason: "unknown_currency" });
    expect(rejected({ amount_total: -1 })).toMatchObject({ reason: "invalid_amount", detail: "amount_total" });
    expect(rejected({ id: null })).toMatchObject({ reason: "invalid_shape", detail: "id" });
    expect(rejected({ created: 99999999999 })).toMatchObject({ reason: "invalid_shape", detail: "created" });
    const many = Array.from({ length: 501 }, () => ({ amount_subtotal: 1, quantity: 1 }));
    expect(rejected({ line_items: { data: many } })).toMatchObject({ reason: "too_many_lines" });
    expect(translated("", "{")).toMatchObject({ reason: "malformed_json" });
    expect(translated("", new Uint8Array([0x7b, 0xff]))).toMatchObject({ reason: "invalid_utf8" });
  });

  it("never make the translation throw", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (session, line) => {
        const kind = translated("", expired({ ...session, line_items: { data: [line] } })).kind;
        expect(["events", "ignored", "rejected", "incomplete"]).toContain(kind);
      }),
    );
  });
});
