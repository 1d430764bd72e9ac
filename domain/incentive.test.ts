import { expect, test } from "vitest";
import { chooseIncentive, type Incentive, incentiveValue } from "./incentive.ts";

const incentive = (id: string, kind: Incentive["kind"], percent: number | null): Incentive => ({
  id,
  name: id,
  kind,
  percent,
  code: null,
  validHours: null,
});
const freeShipping = incentive("inc_ship", "free_shipping", null);
const fifteen = incentive("inc_15", "percent", 15);
const rules = [
  { id: "low", minTotal: 0, currency: "EUR", incentive: null },
  { id: "high", minTotal: 10_000, currency: "EUR", incentive: fifteen },
  { id: "mid", minTotal: 5_000, currency: "EUR", incentive: freeShipping },
];
const available = { incentives: [freeShipping, fifteen], rules };

test.each([
  [12_000, "EUR", "inc_15"],
  [10_000, "EUR", "inc_ship"],
  [5_001, "EUR", "inc_ship"],
  [5_000, "EUR", undefined],
  [12_000, "USD", undefined],
])("by the rules, a cart of %d %s earns %s", (subtotal, currency, id) => {
  expect(chooseIncentive({ kind: "rules" }, { subtotal, currency }, available)?.id).toBe(id);
});

test("a step's own incentive is given whatever the cart is worth, an archived one is not", () => {
  expect(
    chooseIncentive({ kind: "incentive", incentiveId: "inc_15" }, { subtotal: 1, currency: "EUR" }, available),
  ).toBe(fifteen);
  expect(
    chooseIncentive({ kind: "incentive", incentiveId: "inc_gone" }, { subtotal: 1, currency: "EUR" }, available),
  ).toBeNull();
  expect(chooseIncentive({ kind: "none" }, { subtotal: 99_999, currency: "EUR" }, available)).toBeNull();
});

test("an incentive costs its percentage, or the shipping where that is known", () => {
  expect(incentiveValue(fifteen, { subtotal: 12_000, shipping: 490 })).toBe(1_800);
  expect(incentiveValue(freeShipping, { subtotal: 12_000, shipping: 490 })).toBe(490);
  expect(incentiveValue(freeShipping, { subtotal: 12_000, shipping: null })).toBe(0);
});
