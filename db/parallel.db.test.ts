import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { newId } from "./ids.ts";
import { withScope } from "./scope.ts";
import { cartSaid, orderSaid, type Said, stateOf, take, tell, unsaid } from "./testing/stream.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-05T12:00:00Z");
const at = (minutes: number) => new Date(now.getTime() - 7_200_000 + minutes * 60_000);
beforeAll(() => connectTo({ ...database, poolSize: 20 }));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

/** Takes all words at once, each in a transaction of its own. Returns the tenant. */
async function storm(words: Said[]): Promise<string> {
  const tenantId = newId("tenant", now);
  await Promise.all(words.map((said) => withScope(tenantId, (scope) => take(scope, said, now))));
  return tenantId;
}

const deadlocks = async () => {
  await workerSql()`select pg_stat_force_next_flush()`;
  const [row] = await workerSql()<{ deadlocks: string }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`;
  return Number(row?.deadlocks);
};

test("twenty first events of one address at once make one contact and one open case", async () => {
  const mia = { ...unsaid, email: "mia@example.com", firstName: "Mia" };
  const spellings = ["mia@example.com", "MIA@example.com ", "Mia@EXAMPLE.com"];
  const words = Array.from({ length: 20 }, (_, index): Said => {
    const contact = { ...mia, email: spellings[index % 3] ?? "" };
    return { kind: "cart", shop: "shop_a", cart: cartSaid(`device-${index}`, at(index), { contact }) };
  });
  const tenantId = await storm(words);
  const { contacts, carts } = await stateOf(tenantId);
  expect(contacts).toHaveLength(1);
  expect(carts).toHaveLength(20);
  expect(carts.filter((cart) => (cart as { into: string | null }).into === null)).toMatchObject([
    { external_id: "device-19" },
  ]);
  expect(await stateOf(await tell(words, now))).toEqual(await stateOf(tenantId));
});

/** One person on three devices in two shops, who changes their address, names themselves late, deletes and orders. */
function words(seed: number): Said[] {
  const mia = { ...unsaid, email: "mia@example.com" };
  const known = { ...mia, externalId: "7", phone: "+47 912 34 567" };
  return Array.from({ length: 50 }, (_, index): Said => {
    const step = (index * 7 + seed) % 10;
    const time = at((index * 13 + seed) % 60);
    const device = `device-${index % 4}`;
    if (step < 3) return { kind: "cart", shop: "shop_a", cart: cartSaid(device, time) };
    if (step < 5) {
      const checkout = { tokens: [device, `checkout-${index % 4}`], contact: index % 2 ? known : mia };
      return { kind: "cart", shop: "shop_a", cart: cartSaid(`checkout-${index % 4}`, time, checkout) };
    }
    if (step === 5) return { kind: "cart", shop: "shop_b", cart: cartSaid(device, time, { contact: known }) };
    if (step === 6) return { kind: "deleted", shop: "shop_a", tokens: [device], deletedAt: time };
    if (step === 7)
      return { kind: "contact", shop: "shop_a", contact: { ...known, email: "mia@new.example" }, at: time };
    if (step === 8) {
      const order = orderSaid(`o${index % 3}`, time, { contact: { ...unsaid, phone: "004791234567" } });
      return { kind: "order", shop: "shop_b", order };
    }
    return {
      kind: "order",
      shop: "shop_a",
      order: orderSaid(`o${index % 3}`, time, { tokens: [`checkout-${index % 4}`] }),
    };
  });
}

test.each([1, 2, 3, 4, 5, 6])(
  "fifty mixed events of one case at once end as one after the other do, without a deadlock (%i)",
  async (seed) => {
    const before = await deadlocks();
    const parallel = await storm(words(seed));
    expect(await deadlocks()).toBe(before);
    expect(await stateOf(parallel)).toEqual(await stateOf(await tell(words(seed), now)));
  },
);
