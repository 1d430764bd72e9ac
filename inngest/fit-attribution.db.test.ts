import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { newestWeights } from "#db/attribution-weights.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { findContact } from "#db/contacts.ts";
import { saveOrder } from "#db/orders.ts";
import { orderSaid, take, unsaid } from "#db/testing/stream.ts";
import { fitTenant } from "./fit-attribution.ts";
import { creditAfter, creditsOf, hours, inOne, now, settle, tellClick, two } from "./testing/credits.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

test("weights are fitted on the tenant's own paths, and orders credited again by them", async () => {
  const { tenantId } = await creditAfter({ total: 1_000 }, two);
  const fallbacks = async () =>
    (await creditsOf(tenantId)).flatMap(({ model, order, fallback }) =>
      model === "markov" && order === "o1" ? [fallback] : [],
    );
  expect(await fallbacks()).toEqual(["not_fitted", "not_fitted"]);
  await fitTenant(tenantId, now);
  await settle(tenantId);
  expect(await fallbacks()).toEqual(["too_few_paths", "too_few_paths"]);
  // Another day has brought many shoppers; the second step's clicks are followed by orders more often.
  await inOne(tenantId, async (scope) => {
    for (let number = 0; number < 120; number++) {
      const person = { ...unsaid, email: `p${number}@example.com` };
      await take(scope, { kind: "contact", shop: "shop_a", contact: person, at: hours(-400) }, hours(-400));
      const one = await findContact(scope, person.email);
      if (!one) throw new Error("the contact was not stored");
      await tellClick(scope, one.id, { message: number % 3 === 0 ? 1 : 0, at: hours(-200) });
      const said = orderSaid(`p${number}`, hours(-190), { contact: person, orderedAt: hours(-190) });
      if (number % 3 === 0 || number % 5 === 0) await saveOrder(scope, "shop_a", said, now);
    }
  });
  expect(await fitTenant(tenantId, now)).toBe(0);
  const tomorrow = hours(25);
  expect(await fitTenant(tenantId, tomorrow)).toBeGreaterThan(0);
  await settle(tenantId);
  expect(await fallbacks()).toEqual([null, null]);
  const weights = await inOne(tenantId, newestWeights);
  const markov = weights?.weights?.markov ?? {};
  expect(markov["email 2"] ?? 0).toBeGreaterThan(markov["email 1"] ?? 1);
  const [first, second] = (await creditsOf(tenantId)).filter((row) => row.model === "markov" && row.order === "o1");
  expect(second?.amount).toBeGreaterThan(first?.amount ?? 1_000);
});
