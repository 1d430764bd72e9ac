import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ShopEvent } from "#domain/shop-event.ts";
import type { Connection } from "../platform.ts";
import { startShopifyStub } from "../testing/shopify-stub.ts";
import { only, translatedBy } from "../testing/translated.ts";
import { subscribedTopics } from "./connect.ts";
import { shopify } from "./platform.ts";

const text = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");
const node = (name: string, more: object = {}) => ({ ...JSON.parse(text(name)), ...more });
const translated = translatedBy(shopify);
const now = new Date("2026-11-06T09:00:00Z");
const expiresAt = new Date("2026-11-09T09:00:00Z");
const publicUrl = "https://comeback.example/api/webhooks/shopify/shop_1";

let stub: Awaited<ReturnType<typeof startShopifyStub>>;
let waits: number[];
let connection: Connection;
beforeEach(async () => {
  stub = await startShopifyStub();
  waits = [];
  connection = {
    ...{ apiBase: `${stub.url}/admin`, credentials: { accessToken: "shpat_good" }, publicUrl, currency: "EUR" },
    wait: async (milliseconds) => void waits.push(milliseconds),
  };
});
afterEach(() => stub.close());

async function everything(from: string | null, at = now) {
  const events: ShopEvent[] = [];
  let cursor = from;
  for (let more = true; more; ) {
    const page = await shopify.reconcile?.(connection, cursor, at);
    if (!page) throw new Error("no reconciler");
    events.push(...page.events);
    ({ cursor, more } = page);
  }
  return { events, cursor };
}

const cartsOf = (events: ShopEvent[]) => events.flatMap((event) => (event.kind === "cart" ? [event.cart] : []));

describe("Shopify's reconciler", () => {
  it("says of a checkout and an order what their webhooks would have said", async () => {
    stub.store.checkouts = [node("abandoned-checkout-node", { updatedAt: "2026-11-05T09:43:48Z" })];
    stub.store.orders = [node("order-node")];
    const { events } = await everything(null);
    const told = only("cart", translated("checkouts/update", text("checkout-2024-10"))).cart;
    const [cart] = cartsOf(events);
    expect(cart).toMatchObject({
      ...{ externalId: told.externalId, currency: "EUR", discountCodes: told.discountCodes, phase: "checkout" },
      ...{ recoveryUrl: told.recoveryUrl, contact: { email: "mara.lindqvist+shop@example.com", consent: "granted" } },
      totals: { ...told.totals, shipping: null },
    });
    expect(cart?.lines.map((line) => [line.variantId, line.quantity, line.unitPrice])).toEqual(
      told.lines
        .map((line) => [line.variantId, line.quantity, line.unitPrice])
        .map((row, i) => (i ? [null, 1, 1250] : row)),
    );
    expect(cart?.lines.map((line) => line.id)).toEqual(["45902754185506", "2"]);
    const order = only("order", translated("orders/updated", text("order"))).order;
    const asked = events.flatMap((event) => (event.kind === "order" ? [event.order] : []))[0];
    const { tokens: _, contact, lines, ...rest } = order;
    expect(asked).toMatchObject({ ...rest, contact: { email: contact?.email } });
    expect(asked?.lines).toHaveLength(lines.length);
    expect(asked?.tokens.every((token) => order.tokens.includes(token))).toBe(true);
  });

  it("shares a name with the newest webhook, which has no id, where itself has no token", async () => {
    const { id: _, ...newest } = JSON.parse(text("checkout-2024-10").replace(/"id": (\d+)/g, '"id": "$1"'));
    const heard = only("cart", translated("checkouts/update", newest)).cart;
    stub.store.checkouts = [node("abandoned-checkout-node", { updatedAt: "2026-11-05T09:43:48Z" })];
    const [asked] = cartsOf((await everything(null)).events);
    expect(asked?.externalId).toBe(heard.externalId);
  });

  it("takes every page once and begins the next look a little before the last one", async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      node("abandoned-checkout-node", {
        id: `gid://shopify/AbandonedCheckout/${index}`,
        abandonedCheckoutUrl: null,
        updatedAt: "2026-11-05T00:00:00Z",
      }),
    );
    stub.store.checkouts = many;
    const first = await everything(null);
    expect(new Set(cartsOf(first.events).map((cart) => cart.externalId)).size).toBe(60);
    stub.store.checkouts = [...many, node("abandoned-checkout-node", { updatedAt: "2026-11-06T08:57:00Z" })];
    const later = await everything(first.cursor, new Date("2026-11-06T09:05:00Z"));
    expect(cartsOf(later.events)).toHaveLength(1);
    const last = await everything(later.cursor, new Date("2026-11-06T09:10:00Z"));
    expect(last.events).toEqual([]);
  });

  it("never tells a cart with some of its lines only", async () => {
    const [line] = node("abandoned-checkout-node").lineItems;
    const lineItems = Array.from({ length: 230 }, (_, index) => ({ ...line, id: `gid://shopify/L/${index}` }));
    stub.store.checkouts = [node("abandoned-checkout-node", { lineItems, updatedAt: "2026-11-05T00:00:00Z" })];
    expect(cartsOf((await everything(null)).events)[0]?.lines).toHaveLength(230);
  });

  it("waits for points when throttled, and asks for less when one question costs too much", async () => {
    stub.store.checkouts = [node("abandoned-checkout-node", { updatedAt: "2026-11-05T00:00:00Z" })];
    stub.store.available = 100;
    stub.store.mostPerOperation = 600;
    expect(cartsOf((await everything(null)).events)).toHaveLength(1);
    expect(waits.length).toBeGreaterThan(0);
    expect(stub.store.operations.filter((name) => name === "Checkouts").length).toBeGreaterThan(1);
  });

  it("gives up by name when points never come, the token is wrong or a cursor is foreign", async () => {
    stub.store.restoreRate = 0.001;
    stub.store.available = 0;
    await expect(everything(null)).rejects.toMatchObject({ reason: "limited" });
    connection.credentials = { accessToken: "shpat_bad" };
    await expect(everything(null)).rejects.toMatchObject({ reason: "unauthorized" });
    connection.credentials = {};
    await expect(everything(null)).rejects.toMatchObject({ reason: "not_configured" });
    Object.assign(stub.store, { available: 10_000, restoreRate: 100 });
    connection.credentials = { accessToken: "shpat_good" };
    expect((await everything("no cursor of ours")).events).toEqual([]);
  });

  it("leaves out what cannot be read and keeps the rest", async () => {
    const broken = node("abandoned-checkout-node", {
      updatedAt: "2026-11-05T00:00:00Z",
      totalPriceSet: { shopMoney: { amount: "-5", currencyCode: "EUR" } },
    });
    stub.store.checkouts = [broken, node("abandoned-checkout-node", { updatedAt: "2026-11-05T00:00:00Z" })];
    expect(cartsOf((await everything(null)).events)).toHaveLength(1);
  });
});

describe("Shopify's access", () => {
  it("is granted for the client's credentials, once for many calls, and anew when it was withdrawn", async () => {
    connection = { ...connection, credentials: { clientId: "client" }, secret: "shpss_secret" };
    await everything(null);
    await everything(null);
    const grants = () => stub.requests.filter((request) => request.path === "/admin/oauth/access_token").length;
    expect(grants()).toBe(1);
    stub.store.tokens = [];
    await expect(everything(null)).rejects.toMatchObject({ reason: "unauthorized" });
    await everything(null);
    expect(grants()).toBe(2);
  });

  it.each([
    ["nordhem.myshopify.com", "https://nordhem.myshopify.com/admin"],
    ["https://Nordhem.myshopify.com/admin/", "https://nordhem.myshopify.com/admin"],
    ["nordhem", "https://nordhem.myshopify.com/admin"],
    ["evil.example", null],
    ["evil.example/.myshopify.com", null],
    ["nordhem.myshopify.com.evil.example", null],
    ["nordhem.myshopify.com@evil.example", null],
    ["127.0.0.1", null],
  ])("of %s is asked at %s", (shopDomain, base) => {
    expect(shopify.apiBase?.({ url: "https://nordhem.example", credentials: { shopDomain } })).toBe(base);
  });
});

describe("Shopify's hooks", () => {
  it("are subscribed where they are missing, and only there", async () => {
    stub.store.hooks = Array.from({ length: 15 }, (_, index) => ({ topic: `T${index}`, uri: "https://other.example" }));
    stub.store.hooks.push({ topic: "ORDERS_CREATE", uri: publicUrl });
    stub.store.refusedTopics = ["CHECKOUTS_CREATE"];
    const answer = await shopify.registerHooks?.(connection);
    expect(answer?.missing).toEqual(["checkouts/create"]);
    expect(answer?.registered).toHaveLength(subscribedTopics.length - 1);
    const ours = stub.store.hooks.filter((hook) => hook.uri === publicUrl).map((hook) => hook.topic);
    expect(ours.filter((topic) => topic === "ORDERS_CREATE")).toHaveLength(1);
    expect(ours).toContain("INVENTORY_LEVELS_UPDATE");
    const before = stub.store.hooks.length;
    await shopify.registerHooks?.(connection);
    expect(stub.store.hooks).toHaveLength(before);
  });

  it("are all of topics that we translate", () => {
    for (const topic of shopify.setup.topics)
      expect(translated(topic, {})).not.toMatchObject({ reason: "unknown_topic" });
  });
});

describe("Shopify's coupons", () => {
  const coupon = { code: "BACK-7F3K", expiresAt, currency: "EUR" };

  it("take a percentage off once, until they expire", async () => {
    const incentive = { name: "10 % back", kind: "percent" as const, percent: 10 };
    expect(await shopify.mintCoupon?.(connection, { ...coupon, incentive })).toEqual({ code: "BACK-7F3K" });
    expect(stub.store.coupons[0]).toMatchObject({
      ...{ code: "BACK-7F3K", usageLimit: 1, endsAt: "2026-11-09T09:00:00.000Z", context: { all: "ALL" } },
      customerGets: { value: { percentage: 0.1 }, items: { all: true } },
    });
  });

  it("give free shipping, and count as made when a try before made them", async () => {
    const incentive = { name: "Free shipping", kind: "free_shipping" as const, percent: null };
    await shopify.mintCoupon?.(connection, { ...coupon, incentive });
    expect(await shopify.mintCoupon?.(connection, { ...coupon, incentive })).toEqual({ code: "BACK-7F3K" });
    expect(stub.store.coupons).toHaveLength(1);
    expect(stub.store.coupons[0]).toMatchObject({ destination: { all: true } });
  });

  it("are refused when they would take off nothing or more than all", async () => {
    for (const percent of [0, 101, null]) {
      const incentive = { name: "x", kind: "percent" as const, percent };
      await expect(shopify.mintCoupon?.(connection, { ...coupon, incentive })).rejects.toMatchObject({
        reason: "refused",
      });
    }
  });
});
