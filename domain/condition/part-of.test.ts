import fc from "fast-check";
import { expect, test } from "vitest";
import type { Condition } from "../condition.ts";
import { isPartOf } from "./part-of.ts";
import { condition } from "./testing/conditions.ts";

const germans: Condition = { kind: "test", field: "contact.country", op: "eq", value: "DE" };
const big: Condition = { kind: "test", field: "cart.value", op: "gte", value: { amount: 5_000, currency: "EUR" } };

test("every condition stands in whatever is built around it, however its fields are ordered", () => {
  fc.assert(
    fc.property(condition, condition, fc.constantFrom("all" as const, "any" as const), (part, other, kind) => {
      const around: Condition = { kind: "not", of: { kind, of: [other, { kind: "all", of: [part] }] } };
      const turned = JSON.parse(JSON.stringify(part), (_, value) =>
        value && typeof value === "object" && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      );
      expect(isPartOf(turned, around)).toBe(true);
    }),
  );
});

test("a condition with another value, or a part of the one that is sought, is not it", () => {
  expect(isPartOf(germans, { ...germans, value: "AT" })).toBe(false);
  expect(isPartOf({ kind: "all", of: [germans, big] }, { kind: "all", of: [germans] })).toBe(false);
  expect(isPartOf({ kind: "all", of: [germans, big] }, { kind: "any", of: [germans, big] })).toBe(false);
});
