import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { saveCart } from "./carts.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { findContact, saveContact } from "./contacts.ts";
import { newId } from "./ids.ts";
import { carts, orders } from "./schema/carts.ts";
import { type Scope, withScope } from "./scope.ts";
import { cartSaid, line, orderSaid, type Said, stateOf, take, unsaid } from "./testing/stream.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-05T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
let tenantId: string;
beforeAll(() => connectTo(database));
beforeEach(() => {
  tenantId = newId("tenant", now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const within = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);
const tell = (...words: Said[]) =>
  within(async (scope) => {
    for (const said of words) await take(scope, said, now);
  });
const cart = (said: ReturnType<typeof cartSaid>): Said => ({ kind: "cart", shop: "shop_a", cart: said });
const order = (said: ReturnType<typeof orderSaid>): Said => ({ kind: "order", shop: "shop_a", order: said });
const cartRows = () => within((scope) => scope.db.select().from(carts).orderBy(carts.externalId));

test.each(["1970-01-01T00:00:00Z", "2100-06-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])(
  "a cart of %s counts as of now, and true words still follow it",
  async (absurd) => {
    const then = new Date(absurd);
    await tell(cart(cartSaid("c1", then, { completedAt: null })));
    expect(await cartRows()).toMatchObject([{ sourceUpdatedAt: now, sourceCreatedAt: now, lastActivityAt: now }]);
    const later = new Date(now.getTime() + 1_000);
    await within((scope) => saveCart(scope, "shop_a", cartSaid("c1", later, { lines: [line("2")] }), later));
    expect(await cartRows()).toMatchObject([{ lines: [{ id: "2" }], lastActivityAt: later }]);
  },
);

test("an order whose time is absurd closes the cart all the same", async () => {
  const contact = { ...unsaid, email: "mia@example.com" };
  await tell(cart(cartSaid("c1", ago(10), { contact })), order(orderSaid("o1", new Date(0), { contact })));
  expect(await cartRows()).toMatchObject([{ orderedAt: now }]);
});

test("a shop whose clock is minutes ahead keeps its order of words, and its carts go quiet", async () => {
  const ahead = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  await tell(cart(cartSaid("c1", ahead(9), { lines: [] })), cart(cartSaid("c1", ahead(5))));
  expect(await cartRows()).toMatchObject([{ lines: [], sourceUpdatedAt: ahead(9), lastActivityAt: now }]);
});

test("lines counted below one were taken out, and no total is below nothing", async () => {
  const lines = [line("kept", 2), line("gone", 0), line("absurd", -3)];
  await tell(cart(cartSaid("c1", ago(1), { lines })));
  expect(await cartRows()).toMatchObject([{ lines: [{ id: "kept" }], total: 0, totals: { subtotal: 0, total: 0 } }]);
});

test("a cart that changes its currency changes lines, totals and currency together, whichever word comes first", async () => {
  const crowns = cartSaid("c1", ago(2), { currency: "SEK", lines: [line("1", 1, 11_900)] });
  const euros = cartSaid("c1", ago(1), { currency: "EUR", lines: [line("1", 1, 1_000)] });
  for (const words of [
    [crowns, euros],
    [euros, crowns],
  ]) {
    await tell(...words.map(cart));
    expect(await cartRows()).toMatchObject([{ currency: "EUR", total: 1_000, lines: [{ unitPrice: 1_000 }] }]);
  }
});

test("an order without cart, person or token stands by itself, as often as it is said", async () => {
  await tell(order(orderSaid("o1", ago(2))), order(orderSaid("o1", ago(1), { status: "cancelled" })));
  const rows = await within((scope) => scope.db.select().from(orders));
  expect(rows).toMatchObject([{ status: "cancelled", contactId: null }]);
});

test("a customer's new address takes their open carts along, in either order", async () => {
  const person = { ...unsaid, externalId: "7" };
  const words: Said[] = [
    cart(cartSaid("c1", ago(3), { contact: { ...person, email: "old@example.com" } })),
    { kind: "contact", shop: "shop_a", contact: { ...person, email: "new@example.com" }, at: ago(2) },
    cart(cartSaid("c2", ago(1), { contact: { ...person, email: "new@example.com" } })),
  ];
  const ends: unknown[] = [];
  for (const told of [words, words.toReversed()]) {
    tenantId = newId("tenant", now);
    await tell(...told);
    const { carts: stored } = await stateOf(tenantId);
    expect(stored).toMatchObject([{ contact: "new@example.com" }, { contact: "new@example.com" }]);
    expect((await cartRows()).filter((row) => row.mergedInto)).toMatchObject([{ externalId: "c1" }]);
    ends.push(await stateOf(tenantId));
  }
  expect(ends[0]).toEqual(ends[1]);
});

test.each([
  ["Mia+Lamps@Example.com", "mia+lamps@example.com"],
  ["mia@BÜCHER.example", "mia@xn--bcher-kva.example"],
  ["用户@例子.example", "用户@xn--fsqu00a.example"],
  ["Zoe\u0308@example.com", "zoë@example.com"],
])("%s is one contact however it is written", async (email, address) => {
  for (const spelling of [email, ` ${email.toUpperCase()} `, address]) {
    await tell(cart(cartSaid("c1", ago(1), { contact: { ...unsaid, email: spelling } })));
  }
  expect((await stateOf(tenantId)).contacts).toMatchObject([{ address }]);
});

test("names keep their emoji, their script and their direction", async () => {
  const said = { ...unsaid, email: "maryam@example.com", firstName: "مريم 🕯️", lastName: "👩‍👩‍👧 בן־דוד" };
  const source = { shopId: "shop_a", sourceUpdatedAt: ago(1), consentSource: "shop" };
  await within((scope) => saveContact(scope, said, source, now));
  expect(await within((scope) => findContact(scope, said.email))).toMatchObject({
    firstName: said.firstName,
    lastName: said.lastName,
  });
});

test("what is no address and no number makes no contact and joins nobody", async () => {
  const nobody = { ...unsaid, email: "no address", phone: "0000000000" };
  await tell(cart(cartSaid("c1", ago(2), { contact: nobody })), order(orderSaid("o1", ago(1), { contact: nobody })));
  expect(await cartRows()).toMatchObject([{ contactId: null, orderedAt: null }]);
});

test("under a placeholder's address, which hundreds order by, a cart is still closed by the newest of them", async () => {
  const contact = { ...unsaid, email: "till@example.com" };
  const words = Array.from({ length: 320 }, (_, index) => orderSaid(`o${index}`, ago(400 - index), { contact }));
  await tell(cart(cartSaid("c1", ago(90), { contact })));
  // Told one after the other: of what is told within one millisecond none is the newer.
  await within(async (scope) => {
    for (const [index, said] of words.entries()) await take(scope, order(said), new Date(now.getTime() + index));
  });
  expect(await cartRows()).toMatchObject([{ externalId: "c1", orderedAt: ago(90) }]);
});
