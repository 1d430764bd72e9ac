import { readFileSync } from "node:fs";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { latestConsent } from "#db/contacts.ts";
import { carts, orders } from "#db/schema/carts.ts";
import { contacts } from "#db/schema/contacts.ts";
import { webhookEvents } from "#db/schema/shops.ts";
import { withScope } from "#db/scope.ts";
import type { PlatformName } from "#domain/shop-event.ts";
import { expired, first, sessionWith } from "#integrations/stripe/events.fixture.ts";
import { applyWebhook } from "./apply-webhook.ts";
import { connectSender, type Sender } from "./testing/senders.ts";
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

const fixture = (path: string) => readFileSync(new URL(`../integrations/${path}.json`, import.meta.url), "utf8");
const connect = async (platform: PlatformName) => connectSender(tenantId, platform, await currentTime());
const all = <T extends PgTable>(table: T) =>
  withScope(tenantId, (scope) => scope.db.select().from(table as PgTable)) as Promise<T["$inferSelect"][]>;

/** Sends in this order and applies each before the next. */
async function hear(sender: Sender, ...said: [topic: string, body: object | string][]): Promise<void> {
  for (const [topic, body] of said) {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    expect((await sender.send(text, { topic })).status).toBe(200);
    const pending = await workerSql()<{ id: string }[]>`
      select id from webhook_events where tenant_id = ${tenantId} and outcome = 'pending' order by id`;
    for (const { id } of pending) await applyWebhook(tenantId, id, await currentTime());
  }
}

const at = (minute: number) => new Date(Date.now() - 3_600_000 + minute * 60_000).toISOString();
const line = { key: "1", title: "Lamp", quantity: 1, price: "10.00" };
const shopifyCheckout = (more: object) => ({ currency: "EUR", line_items: [line], updated_at: at(1), ...more });
const shopifyOrder = (more: object) => ({
  ...{ currency: "EUR", total_price: "10.00", line_items: [], created_at: at(9), updated_at: at(9), ...more },
});

test.each<[PlatformName, string, (id: string) => string]>([
  ["shopify", "orders/create", (id) => JSON.stringify(shopifyOrder({ id: "@" })).replace('"@"', id)],
  ["woocommerce", "order.updated", (id) => fixture("woocommerce/fixtures/order").replace(/20417/g, id)],
  ["custom", "", (id) => `{"type":"order.placed","data":{"id":${id},"lines":[]}}`],
])("two orders of %s whose numbers exceed 2^53 by one stay two", async (platform, topic, orderOf) => {
  const ids = ["9007199254740992", "9007199254740993"];
  await hear(await connect(platform), ...ids.map((id): [string, string] => [topic, orderOf(id)]));
  expect((await all(orders)).map((order) => order.externalId).sort()).toEqual(ids);
});

test.each<[string, object, object]>([
  ["the checkout's token", { token: "tok", cart_token: null }, { checkout_token: "tok" }],
  ["the cart's token", { token: "tok", cart_token: "cart" }, { cart_token: "cart" }],
  ["the customer", { token: "tok", customer: { id: 7 } }, { customer: { id: 7 } }],
  ["the address", { token: "tok", email: "mara@example.com" }, { email: "Mara@Example.com" }],
  ["the phone", { token: "tok", phone: "+46 70 123 45 67" }, { phone: "0046701234567" }],
])("Shopify's newest order closes the checkout, neither with an id to join by, where both know %s", async (...row) => {
  const [, checkout, order] = row;
  for (const turn of ["checkout first", "order first"]) {
    tenantId = (await createLadderTenant(await currentTime())).tenantId;
    const shop = await connect("shopify");
    const said: [string, object][] = [
      ["checkouts/create", shopifyCheckout(checkout)],
      ["orders/create", shopifyOrder({ id: 1, ...order })],
    ];
    await hear(shop, ...(turn === "order first" ? said.reverse() : said));
    const [made] = await all(orders);
    expect(await all(carts), turn).toMatchObject([{ orderId: made?.id, orderedAt: expect.any(Date) }]);
  }
});

test("Shopify's checkouts/delete, which has nothing but an id, takes away the cart of that id, and of another none", async () => {
  const shop = await connect("shopify");
  const [one, other] = [shopifyCheckout({ id: 11, token: "a" }), shopifyCheckout({ id: 12, token: "b" })];
  await hear(shop, ["checkouts/create", one], ["checkouts/create", other], ["checkouts/delete", { id: 11 }]);
  await hear(shop, ["checkouts/delete", { id: 99 }]);
  const gone = (await all(carts)).filter((cart) => cart.deletedAt).map((cart) => cart.externalId);
  expect(gone).toEqual(["a"]);
});

test("Shopify's cart, which knows no person, is one with the checkout that came of it, and takes nobody's address away", async () => {
  const shop = await connect("shopify");
  const cart = (minute: number) => ({ token: "c?key=1", line_items: [line], updated_at: at(minute) });
  const checkout = shopifyCheckout({ token: "tok", cart_token: "c", email: "mara@example.com", updated_at: at(2) });
  await hear(shop, ["carts/create", cart(1)], ["checkouts/create", checkout], ["carts/update", cart(3)]);
  const [contact] = await all(contacts);
  expect(await all(carts)).toMatchObject([{ externalId: "c", phase: "checkout", contactId: contact?.id }]);
  expect(contact).toMatchObject({ address: "mara@example.com" });
});

test("Shopify's customers/create, which lost the consent, neither gives one nor takes it", async () => {
  const shop = await connect("shopify");
  const customer = { id: 7, email: "mara@example.com" };
  const consentNow = async () => {
    const [contact] = await all(contacts);
    return withScope(tenantId, (scope) => latestConsent(scope, contact?.id ?? ""));
  };
  await hear(shop, ["customers/create", { ...customer, created_at: at(1), updated_at: at(1) }]);
  expect(await consentNow()).toBeNull();
  const said = { state: "subscribed", consent_updated_at: at(2) };
  const consent = { customer_id: 7, email_address: customer.email, email_marketing_consent: said };
  await hear(shop, ["customers_email_marketing_consent/update", consent]);
  await hear(shop, ["customers/create", { ...customer, created_at: at(1), updated_at: at(3) }]);
  expect(await consentNow()).toBe("granted");
});

test("WooCommerce is answered 200 to whatever it signs, since five other answers end its hook and it never comes again", async () => {
  const shop = await connect("woocommerce");
  const order = fixture("woocommerce/fixtures/order");
  await hear(shop, ["theme.updated", {}], ["order.updated", "no json"], ["order.updated", { id: null }], ["", "[]"]);
  await hear(shop, ["order.updated", order], ["order.updated", order], ["order.deleted", { id: 5 }]);
  const outcomes = (await all(webhookEvents)).map((event) => event.outcome).sort();
  expect(outcomes).toEqual(["applied", "applied", "ignored", "ignored", "ignored", "rejected", "rejected"]);
});

test("Stripe's recovered session closes the one it came from, and no other, whoever paid it under whatever address", async () => {
  const shop = await connect("stripe");
  const person = (name: string) => ({ customer: null, customer_details: { email: `${name}@example.com` } });
  const said = (id: string, name: string) => ({ ...expired({ id, ...person(name) }), id: `evt_${id}` });
  const paid = { id: "cs_paid", recovered_from: first, ...person("wife"), status: "complete" };
  const completed = { ...sessionWith(paid), id: "evt_paid", type: "checkout.session.completed" };
  await hear(shop, ["", said(first, "husband")], ["", said("cs_other", "stranger")], ["", completed]);
  const [order] = await all(orders);
  const closed = (await all(carts)).map((cart) => [cart.externalId, cart.orderId]).sort();
  expect(closed).toEqual(
    [
      [first, order?.id],
      ["cs_other", null],
    ].sort(),
  );
});
