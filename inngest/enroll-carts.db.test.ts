import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { carts } from "#db/schema/carts.ts";
import { withScope } from "#db/scope.ts";
import { cartSaid, take, unsaid } from "#db/testing/stream.ts";
import { enrollCarts } from "./enroll-carts.ts";
import { logFault } from "./log.ts";
import { createLadderTenant } from "./testing/tenant.ts";

vi.mock("./log.ts", () => ({ logFault: vi.fn() }));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const now = new Date("2026-03-05T12:00:00Z");

async function abandoned(tenantId: string): Promise<{ tenantId: string; id: string }> {
  const contact = { ...unsaid, email: "mia@example.com" };
  const at = new Date(now.getTime() - 7_200_000);
  const id = await withScope(tenantId, async (scope) => {
    await take(scope, { kind: "cart", shop: "shop_a", cart: cartSaid("c1", at, { contact }) }, now);
    const [cart] = await scope.db.select().from(carts);
    return cart?.id ?? "";
  });
  await acrossTenantsMarkAbandoned([{ tenantId, id, abandonedAt: now }]);
  return { tenantId, id };
}

test("a cart that cannot be enrolled is named in the log, and those before and after it are enrolled", async () => {
  const [one, other] = [await createLadderTenant(now), await createLadderTenant(now)];
  const poison = await abandoned(newId("tenant", now));
  const all = [await abandoned(one.tenantId), poison, await abandoned(other.tenantId)];
  const entered = await enrollCarts(all, now);
  expect(entered.map((event) => event.data.tenantId)).toEqual([one.tenantId, other.tenantId]);
  expect(vi.mocked(logFault).mock.calls.map(([, ids]) => ids)).toEqual([
    { tenantId: poison.tenantId, cartId: poison.id },
  ]);
});
