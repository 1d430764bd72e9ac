import fc from "fast-check";
import { expect, test } from "vitest";
import { factsFrom, type KnownContact } from "./condition/facts.ts";
import { conditionSchema } from "./condition/schema.ts";
import { condition } from "./condition/testing/conditions.ts";
import { type Condition, type ConditionFacts, holds, type Test, testsIn } from "./condition.ts";

const now = new Date("2026-03-29T01:30:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const eur = (amount: number) => ({ amount, currency: "EUR" });
const facts: ConditionFacts = {
  now,
  values: {
    ...{ "cart.value": eur(5_000), "cart.lines": 2, "contact.country": "DE", "contact.tags": ["VIP", "b2b"] },
    ...{ "cart.loggedIn": false, "engagement.opened": ago(30), "engagement.clicked": null },
    ...{ "customer.lifetimeValue": { amount: 0, currency: null }, "cart.brands": [] },
  },
};
const ask = (field: Test["field"], op: Test["op"], value: Test["value"]) =>
  ({ kind: "test", field, op, value }) as Test;

test.each([
  ["money of the same currency", ask("cart.value", "gte", eur(5_000)), true],
  ["money just above", ask("cart.value", "gt", eur(5_000)), false],
  ["money of another currency", ask("cart.value", "gt", { amount: 1, currency: "USD" }), null],
  ["nothing spent, in any currency", ask("customer.lifetimeValue", "lt", { amount: 1, currency: "JPY" }), true],
  ["a number", ask("cart.lines", "ne", 3), true],
  ["a number that nobody knows", ask("customer.orders", "gte", 0), null],
  ["a text", ask("contact.country", "in", ["FR", "DE"]), true],
  ["a text in other letters", ask("contact.country", "eq", "de"), false],
  ["a part of a text", ask("contact.country", "contains", "E"), true],
  ["a text that nobody knows, for being another", ask("contact.loyaltyTier", "ne", "gold"), null],
  ["a list for a member", ask("contact.tags", "contains", "VIP"), true],
  ["a list for a part of a member", ask("contact.tags", "contains", "VI"), false],
  ["a list for any of several", ask("contact.tags", "in", ["new", "b2b"]), true],
  ["an empty list", ask("cart.brands", "in", ["Acme"]), false],
  ["a no", ask("cart.loggedIn", "eq", false), true],
  ["a moment on the edge", ask("engagement.opened", "within", 30), true],
  ["a moment before the edge", ask("engagement.opened", "within", 29), false],
  ["what never happened", ask("engagement.clicked", "within", 30), false],
  ["whether a fact is known", ask("contact.loyaltyTier", "set", false), true],
  ["whether an empty list holds anything", ask("cart.brands", "set", true), false],
  ["whether it ever happened", ask("engagement.clicked", "set", true), false],
] satisfies [string, Test, boolean | null][])("asks %s", (_rule, asked, answer) => {
  expect(holds(asked, facts)).toBe(answer);
});

test("what became of a step is known within a walk only, and a step that was not sent was not opened", () => {
  const asked = { kind: "test", field: "step.opened", step: "first", op: "eq", value: false } as const;
  expect(holds(asked, facts)).toBeNull();
  expect(holds(asked, { ...facts, steps: {} })).toBe(true);
  expect(holds(asked, { ...facts, steps: { first: { sent: true, opened: true, clicked: false } } })).toBe(false);
});

const [yes, no, unknown] = [ask("cart.lines", "eq", 2), ask("cart.lines", "eq", 3), ask("customer.orders", "eq", 1)];
test.each([
  ["all", [yes, yes], true],
  ["all", [yes, unknown], null],
  ["all", [unknown, no], false],
  ["all", [], true],
  ["any", [no, unknown], null],
  ["any", [unknown, yes], true],
  ["any", [no, no], false],
  ["any", [], false],
] as const)("%s of %j answers %s", (kind, of, answer) => {
  expect(holds({ kind, of: [...of] }, facts)).toBe(answer);
});

test("a not of the unknown is unknown", () => {
  expect(holds({ kind: "not", of: unknown }, facts)).toBeNull();
});

test("De Morgan: not any is all not, whatever is known", () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 4 }), (parts) => {
      const none: Condition = { kind: "not", of: { kind: "any", of: parts } };
      const each: Condition = { kind: "all", of: parts.map((of) => ({ kind: "not", of })) };
      expect(holds(none, facts)).toBe(holds(each, facts));
    }),
  );
});

test("what the parser lets in it gives back as it was, through JSON", () => {
  fc.assert(
    fc.property(condition, (given) => {
      expect(conditionSchema.parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
      expect(testsIn(given).length).toBeLessThan(100);
    }),
  );
});

const nobody: KnownContact = {
  ...{ country: null, language: null, tags: [], loyaltyTier: null, consent: null },
  ...{ orders: [], abandonedAt: [], openedAt: [], clickedAt: [] },
};
const order = { currency: "EUR", total: 1_000, refunded: 0, discount: 0, status: "placed" as const, orderedAt: ago(3) };
const values = (contact: Partial<KnownContact>) =>
  factsFrom({ cart: null, contact: { ...nobody, ...contact }, products: [] }, now).values;

test("cancelled orders and those to come do not count, refunds lower what was spent", () => {
  const orders = [
    { ...order, refunded: 200, discount: 5 },
    { ...order, status: "cancelled" as const, currency: "USD" },
    { ...order, orderedAt: ago(-1) },
  ];
  expect(values({ orders })).toMatchObject({
    ...{ "customer.orders": 1, "customer.daysSinceOrder": 3, "customer.discountsUsed": 1 },
    "customer.lifetimeValue": eur(800),
  });
});

test("orders in two currencies have no one sum", () => {
  expect(values({ orders: [order, { ...order, currency: "USD" }] })).not.toHaveProperty(["customer.lifetimeValue"]);
  expect(values({})).toMatchObject({ "customer.lifetimeValue": { amount: 0, currency: null }, "customer.orders": 0 });
  expect(values({})).not.toHaveProperty(["customer.daysSinceOrder"]);
});

test("a cart that nobody is known of says nothing of its person", () => {
  expect(factsFrom({ cart: null, contact: null, products: [] }, now).values).toEqual({});
});
