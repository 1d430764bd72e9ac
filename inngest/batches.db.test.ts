import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsStoreWebhooks } from "#db/across-tenants-doors.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { webhookEvents } from "#db/schema/shops.ts";
import { withScope } from "#db/scope.ts";
import { createShop } from "#db/shops.ts";
import { stateOf } from "#db/testing/stream.ts";
import { applyWebhook } from "./apply-webhook.ts";
import { applyWebhooks } from "./apply-webhooks.ts";

const database = await createTestDatabase();
const now = new Date();
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const time = fc
  .integer({ min: 0, max: 5 })
  .map((minutes) => new Date(now.getTime() - 7_200_000 + minutes * 60_000).toISOString());
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const basket = fc.constantFrom("c1", "c2", "c3");
const customer = some(
  fc.record({
    id: some(fc.constantFrom("7", "8")),
    email: some(fc.constantFrom("mia@example.com", "MIA@example.com ", "mia@work.example", "no address")),
    phone: some(fc.constantFrom("+47 912 34 567", "0047 91234567")),
    firstName: some(fc.constantFrom("Mia", "مريم")),
    acceptsMarketing: some(fc.boolean()),
  }),
);
const lines = fc.array(
  fc.record({
    ...{ id: fc.constantFrom("1", "2"), title: fc.constant("Lamp"), quantity: fc.nat(2) },
    unitPrice: fc.constantFrom(0, 1_200, -1),
  }),
  { maxLength: 2 },
);
const event = <D>(type: string, data: fc.Arbitrary<D>) => data.map((given) => JSON.stringify({ type, data: given }));

/** What a shop may send of one case, among it prices below zero and bodies that are none. */
const body = fc.oneof(
  {
    weight: 5,
    arbitrary: event(
      "cart.updated",
      fc.record({
        id: basket,
        customer,
        lines,
        currency: fc.constantFrom("EUR", "SEK"),
        updatedAt: time,
        tokens: fc.subarray(["t1", "t2"]),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: event(
      "order.updated",
      fc.record({
        id: fc.constantFrom("o1", "o2"),
        customer,
        lines,
        updatedAt: time,
        orderedAt: time,
        cartId: some(basket),
        status: fc.constantFrom("placed", "cancelled", "refunded"),
        refunded: fc.nat(2),
      }),
    ),
  },
  { weight: 1, arbitrary: event("cart.deleted", fc.record({ id: basket, deletedAt: time })) },
  {
    weight: 2,
    arbitrary: event(
      "customer.updated",
      fc.record({
        id: fc.constantFrom("7", "8"),
        email: fc.constantFrom("mia@example.com", "mia@new.example"),
        acceptsMarketing: some(fc.boolean()),
        updatedAt: time,
      }),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("", "{", '{"type":"cart.updated","data":{"id":"c1"}}', '{"type":"x"}') },
);

/** Stores all at once and applies them in batches, as intake does; a batch of one goes the way of the single ones. */
async function applied(batches: string[][]): Promise<{ state: unknown; outcomes: string[] }> {
  const tenantId = newId("tenant", now);
  const given = { platform: "custom" as const, name: "Shop", url: "https://shop.example", currency: "EUR", now };
  const sourceId = (await withScope(tenantId, (scope) => createShop(scope, given))).shop.id;
  for (const bodies of batches) {
    const rows = bodies.map((text) => ({
      ...{ tenantId, id: newId("webhookEvent", now), sourceId, topic: "", receivedAt: now },
      ...{ deliveryId: newId("webhookEvent", now), body: Buffer.from(text) },
    }));
    await acrossTenantsStoreWebhooks(rows);
    const ids = rows.map((row) => row.id);
    const { left } = ids.length > 1 ? await applyWebhooks(tenantId, ids, now) : { left: ids };
    for (const id of left) await applyWebhook(tenantId, id, now);
  }
  const events = await withScope(tenantId, (scope) => scope.db.select().from(webhookEvents));
  const outcomes = events.map((one) => `${one.body} ${one.outcome} ${one.reason}`);
  const state = JSON.parse(JSON.stringify(await stateOf(tenantId)).replaceAll(sourceId, "shop"));
  return { state, outcomes: [...new Set(outcomes)].sort() };
}

test("however bodies are ordered, doubled and cut into batches, they have the same fates and come to the same", async () => {
  const streams = fc.array(body, { minLength: 2, maxLength: 12 }).chain((bodies) => {
    const mixed = fc.shuffledSubarray([...bodies, ...bodies], { minLength: bodies.length });
    return fc.record({
      bodies: fc.constant(bodies),
      mixed,
      cuts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 24, maxLength: 24 }),
    });
  });
  await fc.assert(
    fc.asyncProperty(streams, async ({ bodies, mixed, cuts }) => {
      const all = [...mixed, ...bodies.filter((one) => !mixed.includes(one))];
      const batches = cuts.map((size) => all.splice(0, size)).filter((batch) => batch.length > 0);
      expect(await applied(batches)).toEqual(await applied(bodies.map((one) => [one])));
    }),
    { numRuns: 60 },
  );
});
