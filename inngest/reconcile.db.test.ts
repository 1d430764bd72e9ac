import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { saveCredentials } from "#db/credentials.ts";
import { listProducts } from "#db/product-views.ts";
import { withScope } from "#db/scope.ts";
import { getReconciliation } from "#db/shop-health.ts";
import type { ShopEvent } from "#domain/shop-event.ts";
import { type Platform, PlatformFault, platforms } from "#integrations/platforms.ts";
import { applyWebhook } from "./apply-webhook.ts";
import { reconcilePage } from "./reconcile-shop.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { watchRhythm } from "./watch-rhythm.ts";

let database: TestDatabase;
const custom = { ...platforms.custom };
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterEach(() => {
  platforms.custom = { ...custom };
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

function answering(change: Partial<Platform>): void {
  platforms.custom = { ...custom, apiBase: () => "https://shop.example/api", ...change };
}

async function connected(): Promise<TestTenant> {
  const tenant = await createLadderTenant(await currentTime());
  await withScope(tenant.tenantId, (scope) => saveCredentials(scope, tenant.shopId, { token: "t" }, minutes(0)));
  return tenant;
}

function cart(externalId: string, sourceUpdatedAt: Date): ShopEvent {
  const totals = { subtotal: 100, discount: 0, shipping: null, tax: null, total: 100 };
  const times = { sourceCreatedAt: sourceUpdatedAt, sourceUpdatedAt, completedAt: null, deletedAt: null };
  const facts = { tokens: [externalId], phase: "checkout" as const, contact: null, currency: "EUR", lines: [] };
  return { kind: "cart", cart: { externalId, ...facts, ...times, totals, discountCodes: [], recoveryUrl: null } };
}

const stateOf = ({ tenantId, shopId }: TestTenant) => withScope(tenantId, (scope) => getReconciliation(scope, shopId));
const logOf = (tenant: TestTenant) => workerSql()<{ id: string; origin: string; outcome: string; reason: string }[]>`
  select id, origin, outcome, reason from webhook_events where tenant_id = ${tenant.tenantId} order by id`;

test("what webhooks missed is stored, applied as any event, counted as drift once, and the cursor moves on", async () => {
  const tenant = await connected();
  const asked: (string | null)[] = [];
  const [first, late] = [cart("first", minutes(-60)), cart("late", minutes(-30))];
  answering({
    reconcile: async (connection, cursor) => {
      expect(connection).toMatchObject({ credentials: { token: "t" }, secret: tenant.secret });
      asked.push(cursor);
      const events = asked.length === 1 ? [first] : [first, late];
      return { events, cursor: `after ${asked.length}`, more: false };
    },
  });
  const look = () => reconcilePage(tenant.tenantId, tenant.shopId, minutes(0));
  expect((await look()).announcements).toHaveLength(1);
  expect(await stateOf(tenant)).toMatchObject({ drift: 0, outcome: "ok", cursor: "after 1" });
  const [announced] = (await look()).announcements.slice(-1);
  expect(await stateOf(tenant)).toMatchObject({ drift: 1, lastDrift: 1, cursor: "after 2" });
  expect((await look()).announcements).toEqual([]);
  expect(await stateOf(tenant)).toMatchObject({ drift: 1 });
  expect(asked).toEqual([null, "after 1", "after 2"]);
  const [lateId = ""] = announced?.data.webhookEventIds ?? [];
  await applyWebhook(tenant.tenantId, lateId, minutes(0));
  const stored = await workerSql()`select external_id from carts where tenant_id = ${tenant.tenantId}`;
  expect(stored).toEqual([{ external_id: "late" }]);
  expect(await logOf(tenant)).toMatchObject([{ origin: "reconcile" }, { origin: "reconcile", outcome: "applied" }]);
});

test("a shop that gives no answer keeps its cursor, and the reason is kept", async () => {
  const tenant = await connected();
  answering({ reconcile: async () => ({ events: [], cursor: "kept", more: false }) });
  await reconcilePage(tenant.tenantId, tenant.shopId, minutes(0));
  answering({ reconcile: () => Promise.reject(new PlatformFault("unauthorized")) });
  expect(await reconcilePage(tenant.tenantId, tenant.shopId, minutes(5))).toEqual({ announcements: [], more: false });
  expect(await stateOf(tenant)).toMatchObject({ outcome: "unauthorized", cursor: "kept" });
});

test("a shop whose hooks fell silent is flagged and its hooks are switched on again, not at every look", async () => {
  const tenant = await connected();
  let tried = 0;
  answering({
    registerHooks: async () => {
      tried += 1;
      return { registered: ["orders"], missing: ["carts"] };
    },
  });
  const watch = (at: Date) => watchRhythm(tenant.tenantId, tenant.shopId, at);
  expect(await watch(minutes(0))).toEqual({ silent: false });
  expect(tried).toBe(1);
  await workerSql()`
    insert into webhook_events (tenant_id, id, source_id, delivery_id, topic, received_at, outcome)
    select ${tenant.tenantId}, 'whe_' || n, ${tenant.shopId}, 'd' || n, 'cart.updated',
      now() - interval '12 hours' - make_interval(mins => n * 6), 'applied' from generate_series(1, 1400) n`;
  expect(await watch(minutes(60))).toEqual({ silent: true });
  expect(tried).toBe(1);
  expect(await stateOf(tenant)).toMatchObject({ silentSince: expect.any(Date), hooksMissing: ["carts"] });
  await watch(minutes(6 * 60 + 1));
  expect(tried).toBe(2);
});

async function light(tenant: TestTenant): Promise<string> {
  const id = `whe_${tenant.shopId}`;
  await workerSql()`insert into webhook_events (tenant_id, id, source_id, delivery_id, topic, body, received_at, outcome)
    values (${tenant.tenantId}, ${id}, ${tenant.shopId}, ${id}, 'light', ${Buffer.from("{}")}, now(), 'pending')`;
  return id;
}

test("a light body is completed by asking the shop; without credentials it is a dead letter that says why", async () => {
  const translate: Platform["translate"] = () => ({ kind: "incomplete", what: "cart", id: "7", topic: "light" });
  const tenant = await connected();
  const product = { externalId: "p", title: "Kettle", url: null, imageUrl: null, deletedAt: null, complete: true };
  const variant = { sku: null, title: null, price: 500, currency: "EUR", imageUrl: null, inventoryItemId: "i" };
  const variants = [{ ...variant, externalId: "v", stock: 4 }];
  const stock = { inventoryItemId: "i", variantExternalId: null, locationId: "x", stock: 2 };
  answering({
    translate,
    complete: async (_, { id }) => ({
      kind: "events",
      events: [
        { kind: "stock", stock: { ...stock, sourceUpdatedAt: minutes(0) } },
        { kind: "product", product: { ...product, externalId: id, variants, sourceUpdatedAt: minutes(-5) } },
        {
          kind: "product",
          product: { ...product, title: "Older", externalId: id, variants, sourceUpdatedAt: minutes(-9) },
        },
      ],
    }),
  });
  await applyWebhook(tenant.tenantId, await light(tenant), minutes(0));
  expect(await logOf(tenant)).toMatchObject([{ outcome: "applied" }]);
  expect(await withScope(tenant.tenantId, (scope) => listProducts(scope, {}))).toMatchObject({
    rows: [{ externalId: "7", title: "Kettle", variants: [{ externalId: "v", stock: 2, price: 500 }] }],
  });
  const bare = await createLadderTenant(await currentTime());
  await applyWebhook(bare.tenantId, await light(bare), minutes(0));
  expect(await logOf(bare)).toMatchObject([{ outcome: "failed", reason: "no_credentials" }]);
});

test("a shop that fails for a moment is asked again; one that refuses us is a dead letter", async () => {
  const tenant = await connected();
  const translate: Platform["translate"] = () => ({ kind: "incomplete", what: "cart", id: "7", topic: "light" });
  const id = await light(tenant);
  answering({ translate, complete: () => Promise.reject(new PlatformFault("timeout")) });
  await expect(applyWebhook(tenant.tenantId, id, minutes(0))).rejects.toThrow("timeout");
  expect(await logOf(tenant)).toMatchObject([{ outcome: "pending" }]);
  answering({ translate, complete: () => Promise.reject(new PlatformFault("unauthorized")) });
  await applyWebhook(tenant.tenantId, id, minutes(0));
  expect(await logOf(tenant)).toMatchObject([{ outcome: "failed", reason: "api_unauthorized" }]);
});

test("a shop that took us out is closed, with an entry that says who did it", async () => {
  const tenant = await connected();
  const translate: Platform["translate"] = () => ({
    kind: "events",
    events: [{ kind: "shop_uninstalled", at: minutes(1) }],
  });
  answering({ translate });
  await applyWebhook(tenant.tenantId, await light(tenant), minutes(1));
  const [shop] = await workerSql()`select disabled_at from shops where id = ${tenant.shopId}`;
  expect(shop?.disabled_at).not.toBeNull();
  const audit =
    await workerSql()`select actor_kind from audit_entries where action = 'shop.uninstalled' and subject_id = ${tenant.shopId}`;
  expect(audit).toEqual([{ actor_kind: "shop" }]);
});
