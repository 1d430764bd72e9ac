import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { saveCredentials } from "#db/credentials.ts";
import { withScope } from "#db/scope.ts";
import { applyWebhook } from "./apply-webhook.ts";
import { everywhere } from "./testing/everywhere.ts";
import { connectSender, fullEvent, type Sender } from "./testing/senders.ts";
import { createLadderTenant } from "./testing/tenant.ts";

let database: TestDatabase;
let tenantId: string;
beforeAll(async () => {
  // Nobody to tell: what was stored is applied here.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenantId = (await createLadderTenant(await currentTime())).tenantId;
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function applyAll(): Promise<void> {
  const pending = await workerSql()<{ id: string }[]>`
    select id from webhook_events where tenant_id = ${tenantId} and outcome = 'pending' order by id`;
  for (const { id } of pending) await applyWebhook(tenantId, id, await currentTime());
}

async function send(sender: Sender, body: string, sent: Parameters<Sender["send"]>[1] = {}): Promise<void> {
  expect((await sender.send(body, sent)).status).toBe(200);
  await applyAll();
}

const event = (type: string, data: object) => JSON.stringify({ type, data });
const line = { id: "1", title: "Lamp", quantity: 1, unitPrice: 100 };
const bodiesLeft = async () =>
  (
    await workerSql()<{ body: string }[]>`
      select convert_from(body, 'UTF8') as body from webhook_events where tenant_id = ${tenantId} and body is not null`
  ).map((row) => row.body);

test("an address is found in every spelling in which bodies that meant nothing to us hold it", async () => {
  const shop = await connectSender(tenantId, "custom", await currentTime());
  const woo = await connectSender(tenantId, "woocommerce", await currentTime());
  const spellings = [
    "Zoë+Shop@Bücher.example",
    "ZOË+SHOP@BÜCHER.EXAMPLE",
    "Zoë+Shop@xn--bcher-kva.example",
    "Zo\\u00eb+Shop@B\\u00FCcher.example",
    "Zo%C3%AB%2BShop%40B%C3%BCcher.example",
    "zo%c3%ab+shop@b%c3%bccher.example",
    "Zoe\u0308+Shop@Bu\u0308cher.example",
  ];
  await send(shop, event("cart.updated", { id: "1", customer: { email: spellings[0] }, lines: [line] }));
  for (const [index, spelling] of spellings.entries()) {
    await send(shop, `{"type":"newsletter.sent","data":{"to":"${spelling}"}}`);
    await send(woo, `{"broken":"${spelling}"`, { deliveryId: `delivery-${index}` });
  }
  await send(shop, event("newsletter.sent", { to: "otto@example.com" }), { deliveryId: "of otto" });
  expect((await everywhere(spellings)).length).toBeGreaterThan(spellings.length);
  await send(shop, event("customer.redact", { email: "zoë+shop@bücher.example" }));
  expect(await everywhere(spellings)).toEqual([]);
  expect(await bodiesLeft()).toEqual([event("newsletter.sent", { to: "otto@example.com" })]);
});

test("an address that a shop uses as a name of other things is erased from these names", async () => {
  const shop = await connectSender(tenantId, "custom", await currentTime());
  const email = "ida.strand@example.com";
  const customer = { id: email, email, firstName: "Idalinde" };
  await send(shop, event("cart.updated", { id: `cart ${email}`, customer, lines: [line] }), {
    deliveryId: `1 ${email}`,
  });
  const order = { id: `order ${email}`, number: email, tokens: [`cart ${email}`], customer, lines: [line] };
  await send(shop, event("order.placed", order), { deliveryId: `2 ${email}` });
  await send(shop, event("newsletter.sent", {}), { deliveryId: `3 ${email}` });
  await send(shop, event("customer.data_request", { email, reference: `of ${email}` }), { deliveryId: `4 ${email}` });
  await send(shop, event("customer.redact", { customerId: email, reference: `of ${email}` }), {
    deliveryId: `5 ${email}`,
  });
  expect(await everywhere([email, "Idalinde"])).toEqual([]);
  const [counts] = await workerSql()`select (select count(*)::int from carts where tenant_id = ${tenantId}) as carts,
    (select count(*)::int from orders where tenant_id = ${tenantId}) as orders`;
  expect(counts).toEqual({ carts: 1, orders: 1 });
});

test("a customer of whom we know no address is erased by the shop's number for them", async () => {
  const shop = await connectSender(tenantId, "custom", await currentTime());
  const customer = { id: "7", phone: "+46 70 123 45 67", firstName: "Torvald" };
  await send(shop, event("cart.updated", { id: "a", customer, lines: [line] }));
  await send(shop, event("order.placed", { id: "b", customer, lines: [line] }));
  await send(
    shop,
    event("cart.updated", { id: "c", customer: { ...customer, id: "8", firstName: "Otto" }, lines: [] }),
  );
  await send(shop, event("customer.redact", { customerId: "7" }));
  expect(await everywhere(["Torvald"])).toEqual([]);
  expect(await bodiesLeft()).toHaveLength(1);
});

test("who had another address before is erased under both, and written out under both", async () => {
  const shop = await connectSender(tenantId, "custom", await currentTime());
  const at = (minute: number) => new Date(Date.now() - 3_600_000 + minute * 60_000).toISOString();
  const said = (email: string, minute: number) => ({ id: "7", email, firstName: "Sigrun", updatedAt: at(minute) });
  await send(
    shop,
    event("cart.updated", {
      id: "a",
      customer: { id: "7", email: "old@example.com" },
      lines: [line],
      updatedAt: at(1),
    }),
  );
  await send(shop, event("customer.updated", said("old@example.com", 2)));
  await send(shop, event("customer.updated", said("new@example.com", 3)));
  await send(shop, event("customer.data_request", { customerId: "7" }));
  const [request] = await workerSql()<{ json: string }[]>`
    select export_json as json from compliance_requests where tenant_id = ${tenantId}`;
  for (const text of ["old@example.com", "new@example.com"]) expect(request?.json).toContain(text);
  await send(shop, event("customer.redact", { customerId: "7" }));
  expect(await everywhere(["Sigrun", "old@example.com", "new@example.com"])).toEqual([]);
});

/** What may still name a shop that is forgotten: who it was, and counts and amounts that name nobody. */
const remaining = ["shops", "carts", "orders", "compliance_requests", "reconciliations", "webhook_events"];

test("a shop that asks to be forgotten is empty, in every table that knows shops", async () => {
  const shop = await connectSender(tenantId, "shopify", await currentTime());
  const other = await connectSender(tenantId, "shopify", await currentTime());
  const product = { id: 7, title: "Lamp", variants: [{ id: 8, price: "1.00", inventory_item_id: 9 }] };
  const level = { inventory_item_id: 9, location_id: 1, available: 3, updated_at: new Date().toISOString() };
  for (const one of [shop, other]) {
    await withScope(tenantId, async (scope) => saveCredentials(scope, one.shopId, { token: "t" }, await currentTime()));
    await send(one, fullEvent("shopify", "a"));
    await send(one, JSON.stringify(product), { topic: "products/update" });
    await send(one, JSON.stringify(level), { topic: "inventory_levels/update" });
  }
  const kept = await tablesNaming(other.shopId);
  expect(await tablesNaming(shop.shopId)).toEqual(kept);
  expect(kept).toEqual(expect.arrayContaining(["products", "variants", "stock_levels", "shop_credentials"]));
  await send(shop, JSON.stringify({ shop_id: 1, shop_domain: "nordhem.myshopify.com" }), { topic: "shop/redact" });
  expect((await tablesNaming(shop.shopId)).filter((table) => !remaining.includes(table))).toEqual([]);
  expect(await tablesNaming(other.shopId)).toEqual(kept);
  expect((await other.send(fullEvent("shopify", "b"))).status).toBe(200);
  expect((await shop.send(fullEvent("shopify", "b"))).status).toBe(410);
});

/** The tables in which a shop's id or that of a product of its stands. */
async function tablesNaming(shopId: string): Promise<string[]> {
  const products = await workerSql()<{ id: string }[]>`select id from products where shop_id = ${shopId}`;
  const ids = [...(forgotten.get(shopId) ?? []), ...products.map((row) => row.id)];
  forgotten.set(shopId, ids);
  const places = await everywhere([shopId, ...ids]);
  return [...new Set(places.map(({ table }) => table.split(".")[1] ?? ""))]
    .filter((table) => table !== "audit_entries")
    .sort();
}

const forgotten = new Map<string, string[]>();
