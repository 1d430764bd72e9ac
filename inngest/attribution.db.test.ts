import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { saveOrder } from "#db/orders.ts";
import { orders } from "#db/schema/carts.ts";
import type { Scope } from "#db/scope.ts";
import { cartSaid, orderSaid, take } from "#db/testing/stream.ts";
import { attributionModels } from "#domain/attribution.ts";
import { attributeOrder } from "./attribute-order.ts";
import {
  contactIn,
  creditAfter,
  creditsOf,
  hours,
  inOne,
  mia,
  now,
  openTenant,
  settle,
  tellClick,
  two,
} from "./testing/credits.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const anyOrder = fc.record({
  id: fc.integer({ min: 1, max: 3 }),
  total: fc.integer({ min: 0, max: 100_000 }),
  refunded: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120_000 })),
  status: fc.constantFrom("placed" as const, "placed" as const, "refunded" as const, "cancelled" as const),
  hours: fc.integer({ min: -100, max: -1 }),
  currency: fc.constantFrom("EUR", "JPY"),
});
const anyClick = fc.record({
  message: fc.integer({ min: 0, max: 3 }),
  hours: fc.integer({ min: -260, max: 0 }),
  by: fc.constantFrom("person" as const, "person" as const, "machine" as const),
});

test("whatever order things come in, every model's rows are the same and sum to each order's net value", async () => {
  const story = fc.record({
    orders: fc.uniqueArray(anyOrder, { minLength: 1, maxLength: 3, selector: (one) => one.id }),
    clicks: fc.array(anyClick, { maxLength: 6 }),
    seed: fc.integer(),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ orders: said, clicks, seed }) => {
      type Word = (scope: Scope, contactId: string) => Promise<unknown>;
      const words: Word[] = [
        ...said.flatMap(({ id, hours: at, refunded, status, total, currency }): Word[] => {
          const order = (more: object, updated: number) =>
            orderSaid(`o${id}`, hours(updated), { contact: mia, total, currency, orderedAt: hours(at), ...more });
          return [
            (scope) => saveOrder(scope, "shop_a", order({ refunded: 0, status: "placed" }, at), now),
            (scope) => saveOrder(scope, "shop_a", order({ refunded, status }, at + 0.5), now),
          ];
        }),
        ...clicks.map(
          ({ message, hours: at, by }): Word =>
            (scope, contactId) =>
              tellClick(scope, contactId, { message, at: hours(at), by }),
        ),
      ];
      const told = async (order: Word[], eager: boolean) => {
        const tenantId = await openTenant();
        const contactId = await inOne(tenantId, contactIn);
        for (const word of order) {
          const before = await inOne(tenantId, async (scope) => word(scope, contactId));
          if (eager && before && typeof before === "object" && "orderId" in before)
            await attributeOrder(tenantId, String(before.orderId), now);
          if (eager) await settle(tenantId);
        }
        const all = await inOne(tenantId, ({ db }) => db.select({ id: orders.id }).from(orders));
        if (!eager) for (const { id } of all) await attributeOrder(tenantId, id, now);
        return creditsOf(tenantId);
      };
      const shuffled = words
        .map((word, index) => ({ word, place: Math.sin(seed + index * 7.3) }))
        .sort((a, b) => a.place - b.place)
        .map(({ word }) => word);
      const credits = await told(words, false);
      expect(await told(shuffled, true)).toEqual(credits);
      for (const { id } of said) {
        for (const model of attributionModels) {
          const rows = credits.filter((row) => row.order === `o${id}` && row.model === model);
          expect(rows.length).toBeGreaterThan(0);
          const [first] = rows;
          const worth = first?.reason === null ? first.net : 0;
          expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(worth);
          expect(rows.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 9);
        }
        expect(credits.filter((row) => row.order === `o${id}` && row.model === "last_click")).toHaveLength(1);
      }
    }),
    { numRuns: 25 },
  );
});

test("a part that was refunded is taken back from every message that had a part", async () => {
  const { linear } = await creditAfter({ total: 1_001, refunded: 300 }, two);
  expect(linear).toMatchObject([
    { message: "0", amount: 351 },
    { message: "1", amount: 350 },
  ]);
});

test("a cancellation takes all credit back, and nothing is left of the rows before it", async () => {
  const { tenantId, orderId, linear } = await creditAfter({ total: 1_000 }, two);
  expect(linear).toHaveLength(2);
  const cancelled = orderSaid("o1", hours(0), {
    contact: mia,
    orderedAt: hours(-1),
    total: 1_000,
    status: "cancelled",
  });
  await inOne(tenantId, (scope) => saveOrder(scope, "shop_a", cancelled, now));
  await attributeOrder(tenantId, orderId, now);
  const after = await creditsOf(tenantId);
  expect(after).toHaveLength(attributionModels.length);
  for (const row of after) expect(row).toMatchObject({ reason: "cancelled", amount: 0, message: null });
});

test("a refund that comes before its order leaves what is left once both are there", async () => {
  const refund = orderSaid("o1", hours(-0.5), { contact: mia, orderedAt: hours(-1), total: 1_000, refunded: 400 });
  const { linear } = await creditAfter({ total: 1_000, refunded: 0 }, two, (scope) =>
    saveOrder(scope, "shop_a", refund, now),
  );
  expect(linear.reduce((sum, { amount }) => sum + amount, 0)).toBe(600);
});

test("an order without a cart is credited by its contact's clicks, one without a contact is organic and says so", async () => {
  expect((await creditAfter({ tokens: [] }, two)).linear).toMatchObject([{ reason: null }, { reason: null }]);
  expect((await creditAfter({ tokens: [], contact: null }, two)).linear).toMatchObject([{ reason: "no_contact" }]);
});

test("a shop whose clock is ahead does not have clicks credited that came after we heard of the order", async () => {
  const ahead = { orderedAt: hours(3), sourceUpdatedAt: hours(3) };
  expect((await creditAfter(ahead, [{ message: 0, at: hours(1) }])).linear).toMatchObject([{ reason: "no_click" }]);
  expect((await creditAfter(ahead, [{ message: 0, at: hours(-1) }])).linear).toMatchObject([{ message: "0" }]);
});

test("an order is credited in its own currency, whatever its cart said and the tenant counts in", async () => {
  const cart = cartSaid("c1", hours(-40), { contact: mia, currency: "SEK" });
  const { linear } = await creditAfter({ currency: "JPY", total: 999 }, two, (scope) =>
    take(scope, { kind: "cart", shop: "shop_a", cart }, now),
  );
  expect(linear).toMatchObject([
    { currency: "JPY", amount: 500 },
    { currency: "JPY", amount: 499 },
  ]);
});
