import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsFindShop } from "#db/across-tenants-doors.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { secretsOf } from "#db/shops.ts";
import { GET as getShop, PATCH as patchShop } from "./[id]/route.ts";
import { POST as rotate } from "./[id]/secret/route.ts";
import { GET as listShops, POST as postShop } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const custom = { platform: "custom", name: "Kiosk", url: "https://kiosk.example/en", currency: "EUR" };
type Made = { shop: { id: string; webhookUrl: string; hosts: string[] }; secret: string };

async function makeShop(tenant: TestTenant): Promise<Made> {
  const answer = await (await asMember(tenant, "admin")).call(postShop, { body: custom });
  expect(answer.status).toBe(201);
  return answer.json as Made;
}

test("connects a shop with a secret of its own, shown once and kept sealed", async () => {
  const { shop, secret } = await makeShop(one);
  expect(secret).toMatch(/^whsec_/);
  expect(shop.webhookUrl).toMatch(new RegExp(`/api/webhooks/custom/${shop.id}$`));
  expect(shop.hosts).toEqual(["kiosk.example"]);
  const list = await (await asMember(one, "viewer")).call(listShops);
  expect(JSON.stringify(list.json)).not.toContain(secret);
  const door = await acrossTenantsFindShop(shop.id);
  expect(door?.secret).not.toContain(secret);
  expect(door && secretsOf(door, new Date())).toEqual([secret]);
});

test("asks for Shopify's own client secret and takes it", async () => {
  const admin = await asMember(one, "admin");
  const shopify = { ...custom, platform: "shopify" };
  expect(await admin.call(postShop, { body: shopify })).toMatchObject({
    status: 422,
    json: { error: { field: "secret" } },
  });
  const secret = "shpss_0123456789abcdef0123456789abcdef";
  expect(await admin.call(postShop, { body: { ...shopify, secret } })).toMatchObject({ status: 201, json: { secret } });
});

test("after a rotation both secrets hold for 24 hours, then the new one alone", async () => {
  const { shop, secret } = await makeShop(one);
  const admin = await asMember(one, "admin");
  const { json } = await admin.call(rotate, { params: { id: shop.id }, body: {} });
  const { secret: fresh } = json as Made;
  expect(fresh).not.toBe(secret);
  const door = await acrossTenantsFindShop(shop.id);
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(door && secretsOf(door, inHours(23))).toEqual([fresh, secret]);
  expect(door && secretsOf(door, inHours(25))).toEqual([fresh]);
});

test("a foreign shop is not found by any endpoint, and stays as it was", async () => {
  const { shop, secret } = await makeShop(one);
  const foreign = await asMember(two, "owner");
  const params = { id: shop.id };
  for (const answer of [
    await foreign.call(getShop, { params }),
    await foreign.call(patchShop, { method: "PATCH", params, body: { name: "Mine" } }),
    await foreign.call(rotate, { params, body: {} }),
    await (await asKey(two, ["read"])).call(getShop, { params }),
  ])
    expect(answer).toMatchObject({ status: 404, json: { error: { code: "not_found" } } });
  expect(await foreign.call(listShops)).toMatchObject({ json: { data: [] } });
  const door = await acrossTenantsFindShop(shop.id);
  expect(door && secretsOf(door, new Date())).toEqual([secret]);
});

test("marketers read shops and change none; turning one off closes its door", async () => {
  const { shop } = await makeShop(one);
  const params = { id: shop.id };
  const marketer = await asMember(one, "marketer");
  expect((await marketer.call(postShop, { body: custom })).status).toBe(403);
  expect((await marketer.call(rotate, { params, body: {} })).status).toBe(403);
  expect((await marketer.call(getShop, { params })).status).toBe(200);
  const admin = await asMember(one, "admin");
  await admin.call(patchShop, { method: "PATCH", params, body: { disabled: true } });
  expect((await acrossTenantsFindShop(shop.id))?.disabledAt).toBeInstanceOf(Date);
  const moved = { url: "https://new.example", hosts: ["Pay.New.example"] };
  expect(await admin.call(patchShop, { method: "PATCH", params, body: { ...moved, disabled: false } })).toMatchObject({
    json: { disabledAt: null, hosts: ["new.example", "pay.new.example"] },
  });
});

test("refuses addresses and hosts that are none, naming the field", async () => {
  const admin = await asMember(one, "admin");
  for (const [field, change] of Object.entries({
    url: { url: "javascript:alert(1)" },
    currency: { currency: "XXQ" },
    "hosts.0": { hosts: ["https://x.example/a"] },
  }))
    expect(await admin.call(postShop, { body: { ...custom, ...change } })).toMatchObject({
      status: 422,
      json: { error: { field } },
    });
});
