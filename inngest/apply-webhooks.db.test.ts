import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsStoreWebhooks } from "#db/across-tenants-doors.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { webhookEvents } from "#db/schema/shops.ts";
import { withScope } from "#db/scope.ts";
import { applyWebhooks } from "./apply-webhooks.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, lamp, orderPlaced } from "./testing/webhooks.ts";

const database = await createTestDatabase();
const now = new Date();
let tenant: TestTenant;
beforeAll(async () => {
  await connectTo(database);
  tenant = await createLadderTenant(now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const cartGone = (id: string, at: Date) => ({
  type: "cart.deleted",
  data: { id, tokens: [], deletedAt: at.toISOString() },
});

async function store(events: (object | string)[]): Promise<string[]> {
  const rows = events.map((event, index) => ({
    ...{ tenantId: tenant.tenantId, id: newId("webhookEvent", now), sourceId: tenant.shopId },
    ...{ deliveryId: `${index}`, topic: "", receivedAt: now },
    body: Buffer.from(typeof event === "string" ? event : JSON.stringify(event)),
  }));
  await acrossTenantsStoreWebhooks(rows);
  return rows.map((row) => row.id);
}

test("applies carts and orders at once, settles what means nothing, leaves the rest, and finds nothing a second time", async () => {
  const [ann, bob] = [{ email: "ann@example.com" }, { email: "bob@example.com" }];
  const two = [lamp, { ...lamp, id: "line-2" }];
  const later = new Date(now.getTime() - 1_000);
  const ids = await store([
    cartUpdated("a", ann, later, two),
    "{ no JSON",
    cartUpdated("b", bob, now),
    orderPlaced("o", { customer: ann, tokens: ["a"], total: 1 }, now),
    cartUpdated("a", ann, new Date(now.getTime() - 60_000)),
    cartGone("b", now),
  ]);
  const first = await applyWebhooks(tenant.tenantId, ids, now);
  expect(first.left).toEqual([ids[5]]);
  expect(first.announcements).toMatchObject([{ name: "order/saved" }]);
  expect(await applyWebhooks(tenant.tenantId, ids, now)).toEqual({ announcements: [], left: [ids[5]] });
  const stored = await withScope(tenant.tenantId, ({ db }) =>
    db.select().from(webhookEvents).orderBy(webhookEvents.id),
  );
  const outcomes = new Map(stored.map((one) => [one.id, [one.outcome, one.subjectId?.slice(0, 5) ?? one.reason]]));
  expect(ids.map((id) => outcomes.get(id))).toEqual([
    ["applied", "cart_"],
    ["rejected", "malformed_json"],
    ["applied", "cart_"],
    ["applied", "ord_0"],
    ["applied", "cart_"],
    ["pending", null],
  ]);
  expect(new Set(stored.flatMap((one) => one.subjectId ?? [])).size).toBe(3);
});
