import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { orders } from "./schema/carts.ts";
import { withScope } from "./scope.ts";
import { countOrdersSince } from "./template-facts.ts";
import { tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  for (const name of ["one", "two"]) await tellTenant(name, now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function order(tenant: string, id: string, change: Partial<typeof orders.$inferInsert> = {}) {
  const times = { orderedAt: daysAgo(3), sourceUpdatedAt: now, createdAt: now };
  const amounts = { subtotal: 1_000, discount: 0, total: 1_000, refunded: 0, currency: "EUR", lines: [] };
  const named = { tenantId: `ten_${tenant}`, id, shopId: `shop_${tenant}`, externalId: id };
  await withScope(`ten_${tenant}`, ({ db }) =>
    db.insert(orders).values({ ...named, ...amounts, ...times, status: "placed", ...change }),
  );
}

test("counts the shop's standing orders since a moment, and none of another shop, tenant or time", async () => {
  const count = () => withScope("ten_one", (scope) => countOrdersSince(scope, "shop_one", daysAgo(90)));
  const before = await count();
  await order("one", "ord_counted");
  await order("one", "ord_oldest", { orderedAt: daysAgo(90) });
  await order("one", "ord_too-old", { orderedAt: daysAgo(91) });
  await order("one", "ord_cancelled", { status: "cancelled" });
  await order("one", "ord_elsewhere", { shopId: "shop_other" });
  await order("two", "ord_foreign", { shopId: "shop_one" });
  expect(await count()).toBe(before + 2);
});
