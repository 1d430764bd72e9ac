import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsFindShop } from "#db/across-tenants-doors.ts";
import { acrossTenantsRecordFailures, acrossTenantsReseal } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { credentialsOf, saveCredentials } from "#db/credentials.ts";
import { withScope } from "#db/scope.ts";
import { listSignatureFailures } from "#db/shop-health.ts";
import { createShop, secretsOf } from "#db/shops.ts";
import { env } from "#env";
import { createLadderTenant, type TestTenant } from "#inngest/testing/tenant.ts";
import { cartUpdated, sendShopEvent } from "#inngest/testing/webhooks.ts";
import { receiveShopWebhook } from "./receive-shop-webhook.ts";
import { flushFailures } from "./signature-failures.ts";

let database: TestDatabase;
let tenant: TestTenant;
const now = new Date();

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  tenant = await createLadderTenant(now);
});
afterAll(async () => {
  await flushFailures();
  await closeConnections();
  await database.drop();
});

const failuresOf = ({ tenantId, shopId }: TestTenant) =>
  withScope(tenantId, (scope) => listSignatureFailures(scope, shopId));

test("requests with a wrong signature are counted by cause, and nothing of them is stored", async () => {
  const wrong = { ...tenant, secret: `whsec_${Buffer.alloc(32, 1).toString("base64")}` };
  for (let sent = 0; sent < 3; sent++) {
    expect((await sendShopEvent(wrong, cartUpdated("c", { email: "mia@example.com" }, now))).status).toBe(401);
  }
  await flushFailures();
  const { total, latest } = await failuresOf(tenant);
  expect(total).toBe(3);
  expect(latest.map((one) => one.reason)).toContain("bad_signature");
  expect(await workerSql()`select from webhook_events where tenant_id = ${tenant.tenantId}`).toHaveLength(0);
});

test("of each shop only the newest hundred rows stay", async () => {
  const other = await createLadderTenant(now);
  const { tenantId, shopId } = other;
  const failures = Array.from({ length: 130 }, (_, minute) => ({
    ...{ tenantId, shopId, reason: "bad_signature", count: 2, lastAt: now },
    minute: new Date(now.getTime() - minute * 60_000),
  }));
  await acrossTenantsRecordFailures(failures.slice(0, 60));
  await acrossTenantsRecordFailures(failures.slice(60));
  await acrossTenantsRecordFailures(failures.slice(0, 1));
  expect((await failuresOf(other)).total).toBe(202);
});

test("a demand to erase comes in after the shop took us out; other events do not", async () => {
  const secret = "a client secret of Shopify";
  const { tenantId } = tenant;
  const given = { platform: "shopify" as const, name: "Store", url: "https://store.myshopify.com", currency: "EUR" };
  const { shop } = await withScope(tenantId, (scope) => createShop(scope, { ...given, secret, now }));
  await workerSql()`update shops set disabled_at = now() where id = ${shop.id}`;
  const send = async (topic: string, delivery: string, payload: object) => {
    const body = JSON.stringify(payload);
    const key = await crypto.subtle.importKey("raw", Buffer.from(secret), { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
    ]);
    const signature = Buffer.from(await crypto.subtle.sign("HMAC", key, Buffer.from(body))).toString("base64");
    const headers = { "x-shopify-topic": topic, "x-shopify-hmac-sha256": signature, "x-shopify-webhook-id": delivery };
    const request = new Request("http://127.0.0.1/", { method: "POST", headers, body });
    return (await receiveShopWebhook(request, "shopify", shop.id)).status;
  };
  expect(await send("shop/redact", "d1", { shop_id: 1, shop_domain: "store.myshopify.com" })).toBe(200);
  expect(await send("carts/update", "d2", { id: "x", token: "x", line_items: [] })).toBe(410);
});

test("when the key is replaced, what the shops' rows hold is sealed anew, and the old key may go", async () => {
  const { tenantId, shopId, secret } = tenant;
  await withScope(tenantId, (scope) => saveCredentials(scope, shopId, { token: "shpat_1" }, now));
  const keys = env();
  const old = keys.ENCRYPTION_KEY;
  try {
    const fresh = Buffer.alloc(32, 9).toString("base64");
    Object.assign(keys, { ENCRYPTION_KEY: fresh, ENCRYPTION_KEY_PREVIOUS: old });
    expect((await acrossTenantsReseal("", 100)).sealed).toBeGreaterThanOrEqual(2);
    expect(await acrossTenantsReseal("", 100)).toEqual({ sealed: 0, next: null });
    Object.assign(keys, { ENCRYPTION_KEY_PREVIOUS: undefined });
    const door = await acrossTenantsFindShop(shopId);
    expect(door && secretsOf(door, now)).toEqual([secret]);
    expect(await withScope(tenantId, (scope) => credentialsOf(scope, shopId))).toEqual({ token: "shpat_1" });
  } finally {
    Object.assign(keys, { ENCRYPTION_KEY: old, ENCRYPTION_KEY_PREVIOUS: undefined });
  }
});
