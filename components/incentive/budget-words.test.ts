import { expect, test } from "vitest";
import type { Budget } from "#domain/budget.ts";
import { leftOf } from "#domain/budget.ts";
import { budgetText, spentShare } from "./budget-words.ts";

const limited = (rest: Partial<Extract<Budget, { kind: "limited" }>>, coupons: number, amount: number) => {
  const budget = { kind: "limited" as const, period: "month" as const, coupons: null, amounts: [], ...rest };
  return { budget, left: leftOf(budget, { coupons, amounts: [{ amount, currency: "EUR" }] }) };
};

test.each([
  [{ budget: null, left: null }, "No budget yet", null],
  [{ budget: { kind: "unlimited" as const }, left: null }, "No limit", null],
  [limited({ coupons: 200 }, 12, 0), "188 of 200 left this month", 0.06],
  [limited({ coupons: 200, period: "total" }, 250, 0), "0 of 200 left", 1],
  [limited({ amounts: [{ amount: 50_000, currency: "EUR" }] }, 3, 45_000), "€50.00 of €500.00 left this month", 0.9],
  [
    limited({ coupons: 10, amounts: [{ amount: 50_000, currency: "EUR" }] }, 3, 0),
    "7 of 10, €500.00 of €500.00 left this month",
    0.3,
  ],
  [limited({ coupons: 0 }, 0, 0), "0 of 0 left this month", 1],
])("a budget says what is left of it: %#", (standing, text, share) => {
  expect(budgetText(standing)).toBe(text);
  expect(spentShare(standing)).toBe(share);
});
