import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { newId } from "./ids.ts";
import { type Scope, withScope } from "./scope.ts";
import {
  cartSaid,
  line,
  orderSaid,
  type Said,
  stateIn,
  stateOf,
  take,
  tell,
  tellTogether,
  unsaid,
} from "./testing/stream.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-05T12:00:00Z");
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

// Few names and few instants, so that everything meets and many things happen at once.
const minute = fc.integer({ min: 0, max: 5 }).map((minutes) => new Date(now.getTime() - 7_200_000 + minutes * 60_000));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const shop = fc.constantFrom("shop_a", "shop_b");
const tokens = fc.uniqueArray(fc.constantFrom("t1", "t2", "t3"), { maxLength: 2 });
const contact = fc.record({
  externalId: maybe(fc.constantFrom("7", "8")),
  email: maybe(fc.constantFrom("mia@example.com", " MIA@Example.com", "mia@work.example", "no address")),
  phone: maybe(fc.constantFrom("+47 912 34 567", "004791234567", "+46 70 123 45 67")),
  firstName: maybe(fc.constantFrom("Mia", "مريم")),
  lastName: maybe(fc.constantFrom("Holm", "🕯️")),
  language: maybe(fc.constantFrom("nb", "en")),
  country: maybe(fc.constantFrom("NO", "SE")),
  timeZone: maybe(fc.constant("Europe/Oslo")),
  consent: maybe(fc.constantFrom("granted" as const, "withdrawn" as const)),
});
const lines = fc.array(
  fc.nat(2).map((quantity) => line("1", quantity)),
  { maxLength: 2 },
);

const codes = fc.subarray(["TEN", "FREE"]);

const cart = fc
  .record({
    externalId: fc.constantFrom("c1", "c2", "c3"),
    ...{ at: minute, createdAt: minute, tokens, lines, contact: maybe(contact) },
    phase: fc.constantFrom("cart" as const, "checkout" as const),
    currency: fc.constantFrom("EUR", "SEK"),
    recoveryUrl: maybe(fc.constantFrom("https://a.example", "https://b.example")),
    recoveryExpiresAt: maybe(minute),
    ...{ completedAt: maybe(minute), deletedAt: fc.option(minute, { nil: null, freq: 8 }) },
    ...{ completes: fc.nat(5), discountCodes: codes },
  })
  .map(({ externalId, at, createdAt, completes, completedAt, ...given }) => {
    const times = { sourceCreatedAt: createdAt, completedAt: completes === 0 ? completedAt : null };
    return cartSaid(externalId, at, { ...given, ...times });
  });
const order = fc
  .record({
    externalId: fc.constantFrom("o1", "o2"),
    ...{ at: minute, orderedAt: minute, tokens, lines, contact: maybe(contact) },
    status: fc.constantFrom("placed" as const, "cancelled" as const, "refunded" as const),
    number: maybe(fc.constant("#1")),
    ...{ total: fc.nat(3), refunded: fc.nat(2), discountCodes: codes },
  })
  .map(({ externalId, at, ...given }) => orderSaid(externalId, at, given));

const said: fc.Arbitrary<Said> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("cart" as const), shop, cart }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("order" as const), shop, order }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("deleted" as const), shop, tokens, deletedAt: minute }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("contact" as const), shop, contact, at: minute }) },
);

const stateAfter = async (told: Promise<string>) => stateOf(await told);

/** The same words in two orders, in the second of which some are doubled, come to the same, once `heard` made of them what it does. */
function sameEnd(heard: (words: Said[]) => Said[]) {
  const streams = fc.array(said, { minLength: 2, maxLength: 9 }).chain((words) =>
    fc.record({
      words: fc.constant(words),
      doubled: fc.shuffledSubarray([...words, ...words], { minLength: words.length }),
    }),
  );
  return fc.asyncProperty(streams, async ({ words, doubled }) => {
    const shuffled = [...doubled, ...words.filter((word) => !doubled.includes(word))];
    const [one, other] = await Promise.all([
      stateAfter(tell(heard(shuffled), now)),
      stateAfter(tell(heard(words), now)),
    ]);
    expect(one).toEqual(other);
  });
}

test("any words in any order, some of them twice, come to the same carts, orders, contacts, consents and links", async () => {
  await fc.assert(
    sameEnd((words) => words),
    { numRuns: 80 },
  );
}, 300_000);

const arrival = (index: number) => new Date(now.getTime() - 3_600_000 + index * 1_000);

/** What a careless reader would make of words; each must be caught, or the law above catches nothing. */
const breaches: Record<string, (one: Said, index: number) => Said> = {
  "a cart's source time is that of its arrival": (one, index) =>
    one.kind === "cart" ? { ...one, cart: { ...one.cart, sourceUpdatedAt: arrival(index) } } : one,
  "an order's source time is that of its arrival": (one, index) =>
    one.kind === "order" ? { ...one, order: { ...one.order, sourceUpdatedAt: arrival(index) } } : one,
  "a contact's source time is that of its arrival": (one, index) =>
    one.kind === "contact" ? { ...one, at: arrival(index) } : one,
  "a deletion counts from its arrival": (one, index) =>
    one.kind === "deleted" ? { ...one, deletedAt: arrival(index) } : one,
  "only the first words name people": (one, index) =>
    one.kind === "cart" && index > 2 ? { ...one, cart: { ...one.cart, contact: null } } : one,
};

test.each(Object.entries(breaches))(
  "the law above is broken when %s",
  async (_, breach) => {
    const { failed } = await fc.check(
      sameEnd((words) => words.map(breach)),
      { numRuns: 300, endOnFailure: true },
    );
    expect(failed).toBe(true);
  },
  300_000,
);

test("carts and orders that are told together come to the same as one by one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 3, maxLength: 12 }), async (words) => {
      const [one, other] = await Promise.all([stateAfter(tellTogether(words, now)), stateAfter(tell(words, now))]);
      expect(one).toEqual(other);
    }),
    { numRuns: 30 },
  );
}, 300_000);

/** What every order of a few words comes to. What orders begin with alike is told once, and taken back after all that follows. */
async function endsOf(scope: Scope, words: Said[], ends = new Set<string>()): Promise<Set<string>> {
  if (words.length === 0) ends.add(JSON.stringify(await stateIn(scope)));
  const place = sql.raw(`before_${words.length}`);
  for (const [index, word] of words.entries()) {
    await scope.db.execute(sql`savepoint ${place}`);
    await take(scope, word, now);
    await endsOf(scope, words.toSpliced(index, 1), ends);
    await scope.db.execute(sql`rollback to savepoint ${place}`);
    await scope.db.execute(sql`release savepoint ${place}`);
  }
  return ends;
}

test("a case of one person ends the same in each of its 720 orders", async () => {
  const at = (minutes: number) => new Date(now.getTime() - 7_200_000 + minutes * 60_000);
  const mia = { ...unsaid, email: "mia@example.com" };
  const words: Said[] = [
    { kind: "cart", shop: "shop_a", cart: cartSaid("laptop", at(1)) },
    {
      kind: "cart",
      shop: "shop_a",
      cart: cartSaid("checkout", at(2), {
        tokens: ["laptop"],
        phase: "checkout",
        contact: { ...mia, externalId: "7" },
      }),
    },
    { kind: "cart", shop: "shop_a", cart: cartSaid("phone", at(3), { contact: { ...mia, phone: "+47 912 34 567" } }) },
    { kind: "contact", shop: "shop_a", contact: { ...mia, externalId: "7", email: "mia@new.example" }, at: at(4) },
    { kind: "deleted", shop: "shop_a", tokens: ["phone"], deletedAt: at(5) },
    { kind: "order", shop: "shop_b", order: orderSaid("o1", at(6), { contact: { ...unsaid, phone: "004791234567" } }) },
  ];
  const ends = await withScope(newId("tenant", now), (scope) => endsOf(scope, words));
  expect(ends.size).toBe(1);
  expect([...ends][0]).toContain("mia@new.example");
}, 600_000);
