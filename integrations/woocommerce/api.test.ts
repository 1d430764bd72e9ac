import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ShopEvent } from "#domain/shop-event.ts";
import type { Connection } from "../platform.ts";
import { translatedBy } from "../testing/translated.ts";
import { startWooStub } from "../testing/woocommerce-stub.ts";
import { subscribedTopics } from "./connect.ts";
import { woocommerce } from "./platform.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
const now = new Date("2026-11-05T12:00:00Z");
const publicUrl = "https://comeback.example/api/webhooks/woocommerce/shop_1";

let stub: Awaited<ReturnType<typeof startWooStub>>;
let connection: Connection;
beforeEach(async () => {
  stub = await startWooStub();
  connection = {
    apiBase: `${stub.url}/wp-json/wc/v3`,
    credentials: { consumerKey: "ck_key", consumerSecret: "cs_secret" },
    ...{ publicUrl, currency: "EUR", secret: "hook-secret-0123", wait: async () => undefined },
  };
});
afterEach(() => stub.close());

async function everything(from: string | null, at = now) {
  const events: ShopEvent[] = [];
  let cursor = from;
  for (let more = true; more; ) {
    const page = await woocommerce.reconcile?.(connection, cursor, at);
    if (!page) throw new Error("no reconciler");
    events.push(...page.events);
    ({ cursor, more } = page);
  }
  return { events, cursor };
}

const minuteOf = (index: number) => `2026-11-05T11:${String(index % 60).padStart(2, "0")}:00`;
const idsOf = (events: ShopEvent[]) => events.flatMap((one) => (one.kind === "order" ? [one.order.externalId] : []));

describe("WooCommerce's reconciler", () => {
  it("says of drafts and orders what their webhooks would have said", async () => {
    const draft = { ...read("draft"), id: 20418, date_modified_gmt: "2026-11-05T11:30:00" };
    stub.shop.orders = [draft, read("order")];
    const translated = translatedBy(woocommerce);
    const told = [draft, read("order")].map((body) => translated("order.updated", body));
    expect((await everything(null)).events).toEqual(told.flatMap((one) => (one.kind === "events" ? one.events : [])));
  });

  it("misses no order while others move to the end of the list", async () => {
    const orders = Array.from({ length: 130 }, (_, index) => ({
      ...{ ...read("order"), id: index + 1, date_modified_gmt: minuteOf(Math.floor(index / 4)) },
    }));
    stub.shop.orders = orders;
    let moved = 0;
    stub.shop.meanwhile = () => {
      if (moved < 10) Object.assign(orders[moved++] ?? {}, { date_modified_gmt: minuteOf(50) });
    };
    expect(new Set(idsOf((await everything(null)).events)).size).toBe(130);
  });

  it("ends, and misses none, when more orders than a page were changed in one second", async () => {
    stub.shop.orders = Array.from({ length: 120 }, (_, index) => ({
      ...{ ...read("order"), id: index + 1, date_modified_gmt: minuteOf(1) },
    }));
    expect(new Set(idsOf((await everything(null)).events)).size).toBe(120);
  });

  it("goes on from its cursor", async () => {
    stub.shop.orders = [{ ...read("order"), id: 1, date_modified_gmt: minuteOf(1) }];
    const { cursor } = await everything(null);
    stub.shop.orders.push({ ...read("order"), id: 2, date_modified_gmt: minuteOf(2) });
    expect(idsOf((await everything(cursor)).events)).toContain("2");
    expect(stub.requests.at(-1)?.query.get("modified_after")).toBe("2026-11-05T11:00:59");
  });

  it("asks a shop without the block checkout for its orders alone", async () => {
    stub.shop.statuses = ["processing"];
    stub.shop.orders = [read("order")];
    expect(idsOf((await everything(null)).events)).toEqual(["20417"]);
  });

  it("fails by name without a key, or with one that the shop does not know", async () => {
    connection.credentials = {};
    await expect(everything(null)).rejects.toMatchObject({ reason: "not_configured" });
    connection.credentials = { consumerKey: "ck_key", consumerSecret: "wrong" };
    await expect(everything(null)).rejects.toMatchObject({ reason: "unauthorized" });
  });

  it.each([
    ["https://nordhem.example/blog/", "https://nordhem.example/blog/wp-json/wc/v3"],
    ["http://nordhem.example", null],
    ["nordhem", null],
  ])("asks %s at %s", (url, base) => {
    expect(woocommerce.apiBase?.({ url, credentials: {} })).toBe(base);
  });
});

describe("WooCommerce's hooks", () => {
  it("are made where they are missing and woken where the shop switched them off", async () => {
    stub.shop.hooks = [
      { id: 1, status: "disabled", topic: "order.updated", delivery_url: publicUrl },
      { id: 2, status: "active", topic: "order.created", delivery_url: "https://other.example" },
      { id: 3, status: "paused", topic: "customer.updated", delivery_url: publicUrl },
    ];
    stub.shop.refusedTopics = ["product.restored"];
    const answer = await woocommerce.registerHooks?.(connection);
    expect(answer?.missing).toEqual(["customer.updated", "product.restored"]);
    const ours = stub.shop.hooks.filter((hook) => hook.delivery_url === publicUrl);
    expect(ours.filter((hook) => hook.topic === "order.updated")).toMatchObject([{ id: 1, status: "active" }]);
    expect(ours.find((hook) => hook.topic === "order.created")).toMatchObject({ secret: "hook-secret-0123" });
    const before = stub.shop.hooks.length;
    await woocommerce.registerHooks?.(connection);
    expect(stub.shop.hooks).toHaveLength(before);
  });

  it("are all of topics that we translate", () => {
    const translated = translatedBy(woocommerce);
    for (const topic of subscribedTopics) expect(translated(topic, {})).not.toMatchObject({ reason: "unknown_topic" });
  });
});

describe("WooCommerce's coupons", () => {
  const coupon = { code: "BACK-7F3K", expiresAt: new Date("2026-11-09T09:00:00Z"), currency: "EUR" };
  const percent = { name: "10 % back", kind: "percent" as const, percent: 10 };

  it("take a percentage off once, until they expire, and count as made when a try before made them", async () => {
    expect(await woocommerce.mintCoupon?.(connection, { ...coupon, incentive: percent })).toEqual({
      code: "back-7f3k",
    });
    expect(stub.shop.coupons[0]).toMatchObject({
      ...{ discount_type: "percent", amount: "10", usage_limit: 1, date_expires_gmt: "2026-11-09T09:00:00" },
    });
    expect(await woocommerce.mintCoupon?.(connection, { ...coupon, incentive: percent })).toEqual({
      code: "back-7f3k",
    });
  });

  it("give free shipping", async () => {
    const incentive = { name: "Free shipping", kind: "free_shipping" as const, percent: null };
    await woocommerce.mintCoupon?.(connection, { ...coupon, incentive });
    expect(stub.shop.coupons[0]).toMatchObject({ free_shipping: true, discount_type: "fixed_cart", amount: "0" });
  });

  it("fail by name when the shop refuses them or they would take off nothing", async () => {
    for (const refused of [13, 0]) {
      const incentive = { ...percent, percent: refused };
      await expect(woocommerce.mintCoupon?.(connection, { ...coupon, incentive })).rejects.toMatchObject({
        reason: "refused",
      });
    }
  });
});
