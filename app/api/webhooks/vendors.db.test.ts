import { readFileSync } from "node:fs";
import "@shopify/shopify-api/adapters/web-api";
import { createSHA256HMAC, HashFormat } from "@shopify/shopify-api/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { carts } from "#db/schema/carts.ts";
import { webhookEvents } from "#db/schema/shops.ts";
import { withScope } from "#db/scope.ts";
import { createShop } from "#db/shops.ts";
import type { PlatformName } from "#domain/shop-event.ts";
import { applyWebhook } from "#inngest/apply-webhook.ts";
import { createLadderTenant } from "#inngest/testing/tenant.ts";
import { delivery, ping } from "#integrations/testing/woocommerce-sender.ts";
import { receiveShopWebhook } from "./receive-shop-webhook.ts";

let database: TestDatabase;
beforeAll(async () => {
  // Nobody to tell: what was stored is answered all the same, and applied here.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const fixture = (path: string) => readFileSync(new URL(`../../../integrations/${path}.json`, import.meta.url), "utf8");

async function openDoor(platform: PlatformName, secret: string) {
  const now = await currentTime();
  const { tenantId } = await createLadderTenant(now);
  const shop = { platform, name: "Nordhem", url: "https://nordhem.example", currency: "EUR", secret, now };
  const { id } = await withScope(tenantId, async (scope) => (await createShop(scope, shop)).shop);
  const send = (headers: Headers, body: Uint8Array | string) =>
    receiveShopWebhook(
      new Request("http://127.0.0.1/hook", { method: "POST", headers, body: Buffer.from(body) }),
      platform,
      id,
    );
  const events = () => withScope(tenantId, (scope) => scope.db.select().from(webhookEvents));
  /** Outcomes by topic and the carts, after all that is stored was applied. */
  async function applied() {
    for (const event of await events()) await applyWebhook(tenantId, event.id, now);
    const rows = await events();
    return {
      outcomes: rows.map((row) => [row.topic, row.outcome, row.reason]).sort(),
      carts: await withScope(tenantId, (scope) => scope.db.select().from(carts)),
    };
  }
  return { send, applied };
}

describe("Shopify's own library signs, and the door", { timeout: 240_000 }, () => {
  const secret = "shpss_0123456789abcdef";
  const signed = async (topic: string, body: string, key = secret) =>
    new Headers({
      "x-shopify-hmac-sha256": await createSHA256HMAC(key, body, HashFormat.Base64),
      "x-shopify-topic": topic,
      "x-shopify-webhook-id": `${topic} ${body.length}`,
      "x-shopify-shop-domain": "nordhem.myshopify.com",
      "x-shopify-api-version": "2026-07",
    });

  test("takes what holds, makes one cart of both API versions' words and names what it has nothing to do with", async () => {
    const { send, applied } = await openDoor("shopify", secret);
    const old = fixture("shopify/fixtures/checkout-2024-10");
    const newest = old.replace(/^ {2}"id": \d+,\n/m, "");
    expect(newest).not.toBe(old);
    for (const body of [old, newest]) {
      expect((await send(await signed("checkouts/update", body), body)).status).toBe(200);
    }
    const product = fixture("shopify/fixtures/product");
    await send(await signed("themes/publish", product), product);
    const after = await applied();
    expect(after.outcomes).toEqual([
      ["checkouts/update", "applied", null],
      ["checkouts/update", "applied", null],
      ["themes/publish", "ignored", "unknown_topic"],
    ]);
    expect(after.carts).toHaveLength(1);
  });

  test("refuses another secret and bytes changed on the way, and keeps nothing of them", async () => {
    const { send, applied } = await openDoor("shopify", secret);
    const body = fixture("shopify/fixtures/checkout-2024-10");
    expect((await send(await signed("checkouts/update", body, "another"), body)).status).toBe(401);
    expect((await send(await signed("checkouts/update", body), `${body} `)).status).toBe(401);
    expect((await applied()).outcomes).toEqual([]);
  });
});

describe("WooCommerce's algorithm signs, and the door", { timeout: 240_000 }, () => {
  const hook = {
    id: 7,
    topic: "order.updated",
    secret: "k&amp;y of 'sixteen' letters",
    site: "https://nordhem.example",
  };
  const at = new Date();

  test("answers the ping, takes two drafts of one second and the order that one becomes", async () => {
    const { send, applied } = await openDoor("woocommerce", hook.secret);
    const pinged = ping(hook);
    expect((await send(pinged.headers, pinged.body)).status).toBe(200);
    const draft = JSON.parse(fixture("woocommerce/fixtures/draft"));
    const other = { ...draft, id: 20418, order_key: "wc_order_other", billing: { email: "other@example.com" } };
    for (const payload of [draft, other, draft]) {
      const sent = delivery(hook, payload, at);
      expect((await send(sent.headers, sent.body)).status).toBe(200);
    }
    const order = delivery(hook, JSON.parse(fixture("woocommerce/fixtures/order")), at);
    await send(order.headers, order.body);
    const cleaned = delivery({ ...hook, topic: "order.deleted" }, { id: 20418 }, at);
    await send(cleaned.headers, cleaned.body);
    const after = await applied();
    expect(after.outcomes).toEqual([
      ["order.deleted", "ignored", "nothing_to_do"],
      ...Array.from({ length: 3 }, () => ["order.updated", "applied", null]),
    ]);
    const standing = after.carts.map((cart) => [cart.externalId, cart.orderedAt !== null, cart.deletedAt]).sort();
    expect(standing).toEqual([
      ["20417", true, null],
      ["20418", false, null],
    ]);
  });

  test("refuses another secret, an unsigned order and a ping that carries more", async () => {
    const { send, applied } = await openDoor("woocommerce", hook.secret);
    const wrong = delivery({ ...hook, secret: "another secret of sixteen" }, { id: 1 }, at);
    expect((await send(wrong.headers, wrong.body)).status).toBe(401);
    const { headers } = ping(hook);
    for (const body of ['{"id":1}', "webhook_id=7&id=1"]) expect((await send(headers, body)).status).toBe(401);
    expect((await applied()).outcomes).toEqual([]);
  });
});
