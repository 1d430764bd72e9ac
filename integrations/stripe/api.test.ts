import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ShopEvent } from "#domain/shop-event.ts";
import type { StubAnswer, StubRequest } from "../testing/json-server.ts";
import { only, receivedAt } from "../testing/translated.ts";
import { startVendorStub, type VendorStub } from "../testing/vendor-stub.ts";
import { complete } from "./ask.ts";
import { expired, first } from "./events.fixture.ts";
import { stripe } from "./platform.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
const key = { apiKey: "rk_test_nordhem" };

let stub: VendorStub;
let answer: (request: StubRequest) => StubAnswer | null;
beforeEach(async () => {
  answer = () => null;
  stub = await startVendorStub((request) => answer(request));
});
afterEach(() => stub.close());

const session = { kind: "incomplete", what: "session", id: first, topic: "checkout.session.expired" } as const;
const payment = { kind: "incomplete", what: "payment", id: "pi_3SabcNordhem", topic: "charge.refunded" } as const;

describe("an expired session, completed", () => {
  it("has its lines with names and pictures of their products, and everything else of the event", async () => {
    answer = () => ({ json: read("session-expanded") });
    const { cart } = only("cart", await complete(stub.connection(key), session, receivedAt));
    expect(cart.lines.map((one) => [one.title, one.quantity, one.unitPrice, one.lineTotal, one.imageUrl])).toEqual([
      ["Lamp Fjord", 2, 5995, 11990, "https://files.stripe.com/links/lamp.jpg"],
      ['Candle 🕯️ "Fjord"', 1, 1250, 1250, null],
    ]);
    expect(cart.totals).toEqual({ subtotal: 13240, discount: 500, shipping: 490, tax: 0, total: 13230 });
    expect(cart.recoveryUrl).toBe("https://buy.stripe.com/r/live_asAb1724cFd4Ld3dHO0gLc");
    expect(cart.contact).toMatchObject({ email: "Mara.Lindqvist+shop@example.com", language: "en-GB", country: "US" });
    const [request] = stub.requests;
    expect(request?.query.getAll("expand[]")).toEqual(["line_items", "line_items.data.price.product"]);
    expect(request?.headers.get("authorization")).toBe("Bearer rk_test_nordhem");
  });

  it("with more than ten lines has them all", async () => {
    const lines = Array.from({ length: 12 }, (_, at) => ({ id: `li_${at}`, quantity: 1, amount_subtotal: 100 }));
    const expanded = read("session-expanded");
    answer = ({ path }) =>
      path.endsWith("/line_items")
        ? { json: { data: lines, has_more: false } }
        : { json: { ...expanded, line_items: { data: lines.slice(0, 10), has_more: true } } };
    const { cart } = only("cart", await complete(stub.connection(key), session, receivedAt));
    expect(cart.lines).toHaveLength(12);
  });

  it("that is gone, or was paid after all, changes nothing", async () => {
    expect(await complete(stub.connection(key), session, receivedAt)).toEqual({
      kind: "ignored",
      reason: "nothing_to_do",
    });
    answer = () => ({ json: { ...read("session-expanded"), status: "complete" } });
    expect((await complete(stub.connection(key), session, receivedAt)).kind).toBe("ignored");
  });

  it("waits as Stripe asks when it asks too often, and fails by name without a key", async () => {
    answer = () => ({ json: read("session-expanded") });
    stub.first.push({ status: 429, headers: { "retry-after": "1" } });
    expect((await complete(stub.connection(key), session, receivedAt)).kind).toBe("events");
    await expect(complete(stub.connection({}), session, receivedAt)).rejects.toMatchObject({
      reason: "not_configured",
    });
  });
});

describe("a refund", () => {
  it("becomes the order of its session with what was given back, dated by the newest refund", async () => {
    answer = () => ({ json: read("paid-session") });
    const { order } = only("order", await complete(stub.connection(key), payment, receivedAt));
    expect(order).toMatchObject({ status: "placed", refunded: 1250, total: 13230 });
    expect(order.tokens).toContain(first);
    expect(order.sourceUpdatedAt).toEqual(new Date(1793800000_000));
    expect(order.lines).toHaveLength(2);
  });

  it("of the whole makes the order refunded; one of a payment without a session is left alone", async () => {
    const paid = read("paid-session");
    paid.data[0].payment_intent.latest_charge.refunded = true;
    answer = () => ({ json: paid });
    expect(only("order", await complete(stub.connection(key), payment, receivedAt)).order.status).toBe("refunded");
    answer = () => ({ json: { object: "list", data: [], has_more: false } });
    expect((await complete(stub.connection(key), payment, receivedAt)).kind).toBe("ignored");
  });
});

describe("the reconciler", () => {
  const now = new Date("2026-11-03T12:00:00Z");
  const event = (id: string, created: number) => ({ ...expired({ id: `cs_${id}` }), id, created });
  const names = (events: ShopEvent[]) => events.map((one) => one.kind === "cart" && one.cart.externalId);

  it("reads Stripe's own events back to where the last look ended, oldest first", async () => {
    const pages: Record<string, unknown> = {
      first: { data: [event("e4", 1793614340), event("e3", 1793614330)], has_more: true },
      e3: { data: [event("e2", 1793614320)], has_more: false },
    };
    answer = ({ query }) => ({ json: pages[query.get("starting_after") ?? "first"] });
    const one = await stripe.reconcile?.(stub.connection(key), null, now);
    expect([names(one?.events ?? []), one?.more]).toEqual([["cs_e3", "cs_e4"], true]);
    expect(stub.requests[0]?.query.get("created[gte]")).toBe(String(now.getTime() / 1000 - 86_400));
    const two = await stripe.reconcile?.(stub.connection(key), one?.cursor ?? "", now);
    expect([names(two?.events ?? []), two?.more]).toEqual([["cs_e2"], false]);
    pages.first = { data: [], has_more: false };
    await stripe.reconcile?.(stub.connection(key), two?.cursor ?? "", now);
    expect(stub.requests.at(-1)?.query.get("created[gte]")).toBe("1793614340");
  });

  it("makes of an event just what its webhook makes", async () => {
    const completed = read("session-completed");
    answer = () => ({ json: { data: [completed], has_more: false } });
    const looked = await stripe.reconcile?.(stub.connection(key), "not a cursor", now);
    const body = new TextEncoder().encode(JSON.stringify(completed));
    const hooked = stripe.translate({ topic: "", body, shopCurrency: "EUR", receivedAt });
    expect({ kind: "events", events: looked?.events }).toEqual(hooked);
  });
});

describe("Stripe's other doors", () => {
  const coupon = {
    code: "BACK-7Q2",
    incentive: { name: "Ten", kind: "percent", percent: 10 },
    expiresAt: new Date("2026-11-10T00:00:00Z"),
    currency: "USD",
  } as const;

  it("make a promotion code of one use, and find one made before", async () => {
    answer = () => ({ json: { id: "promo_1" } });
    expect(await stripe.mintCoupon?.(stub.connection(key), coupon)).toEqual({ code: "BACK-7Q2" });
    const form = new URLSearchParams(stub.requests[1]?.text);
    expect(Object.fromEntries(form)).toMatchObject({
      code: "BACK-7Q2",
      "promotion[coupon]": "comeback-10-percent",
      max_redemptions: "1",
      expires_at: "1794268800",
    });
    answer = ({ method }) =>
      method === "GET" ? { json: { data: [{ code: "BACK-7Q2", active: true }] } } : { status: 400, json: {} };
    expect(await stripe.mintCoupon?.(stub.connection(key), coupon)).toEqual({ code: "BACK-7Q2" });
    answer = ({ method }) => (method === "GET" ? { json: { data: [] } } : { status: 400, json: {} });
    await expect(stripe.mintCoupon?.(stub.connection(key), coupon)).rejects.toMatchObject({ reason: "refused" });
  });

  it("refuse to make shipping free, which a coupon of Stripe's cannot", async () => {
    const free = { ...coupon, incentive: { name: "Free", kind: "free_shipping", percent: null } } as const;
    await expect(stripe.mintCoupon?.(stub.connection(key), free)).rejects.toMatchObject({ reason: "refused" });
    expect(stub.requests).toEqual([]);
  });

  it("give the recovery link at the click while it lives, and none after", async () => {
    answer = () => ({ json: read("session-expanded") });
    const cart = { externalId: first, recoveryUrl: null };
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-05T00:00:00Z") });
    try {
      expect(await stripe.freshRecoveryUrl?.(stub.connection(key), cart)).toMatch(/^https:\/\/buy\.stripe\.com\/r\//);
      vi.setSystemTime(new Date("2026-12-03T00:00:00Z"));
      expect(await stripe.freshRecoveryUrl?.(stub.connection(key), cart)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it("switch a disabled endpoint on again with the events it lacks, and say what only a person can do", async () => {
    const endpoint = {
      id: "we_1",
      url: "https://comeback.example/api/webhooks/shop_1",
      status: "disabled",
      enabled_events: ["charge.refunded", "invoice.paid"],
    };
    answer = () => ({ json: { data: [endpoint] } });
    const done = await stripe.registerHooks?.(stub.connection(key));
    expect(done).toEqual({ registered: stripe.setup.topics, missing: [] });
    const form = new URLSearchParams(stub.requests[1]?.text);
    expect(form.get("disabled")).toBe("false");
    expect(form.getAll("enabled_events[]")).toEqual(expect.arrayContaining(["invoice.paid", ...stripe.setup.topics]));
    answer = () => ({ json: { data: [] } });
    expect(await stripe.registerHooks?.(stub.connection(key))).toEqual({
      registered: [],
      missing: stripe.setup.topics,
    });
  });
});
