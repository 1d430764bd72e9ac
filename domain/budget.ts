import type { Money } from "./money.ts";

export const budgetPeriods = ["month", "total"] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/**
 * How much of an incentive may be given. A limit of `coupons` counts offers, one of `amounts` what they take off, each
 * currency by itself: a cart in a currency that is not named gets none. Both may stand, then both hold.
 */
export type Budget =
  | { kind: "unlimited" }
  | { kind: "limited"; period: BudgetPeriod; coupons: number | null; amounts: Money[] };

/** Why a budget did not give: none was ever set, none is set for the cart's currency, or what is left is too little. */
export const withheldReasons = ["no_budget", "no_budget_in_currency", "budget_spent"] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** How what was given is settled: an order took it, its end passed, or its message never left. Only the first still counts. */
export type GrantSettlement = "redeemed" | "expired" | "unsent";

/** What counts against a budget in its period. */
export type Spent = { coupons: number; amounts: Money[] };

/** What of a budget is left; null where nothing limits it. An amount may be below zero when a budget was lowered since. */
export type BudgetLeft = { coupons: number | null; amounts: Money[] };

/** A budget with what was taken from it in its period; `left` is null where nothing limits it. */
export type BudgetStanding = { budget: Budget | null; spent: Spent; left: BudgetLeft | null };

/** Whether a budget gives what takes `wanted` off a cart: null, or why not. */
export function withheld(budget: Budget | null, spent: Spent, wanted: Money): WithheldReason | null {
  if (budget === null) return "no_budget";
  if (budget.kind === "unlimited") return null;
  const left = leftOf(budget, spent);
  if (left.coupons !== null && left.coupons < 1) return "budget_spent";
  if (left.amounts.length === 0) return null;
  const inCurrency = left.amounts.find(({ currency }) => currency === wanted.currency);
  if (!inCurrency) return "no_budget_in_currency";
  return inCurrency.amount < Math.max(wanted.amount, 1) ? "budget_spent" : null;
}

/** What of a limited budget is left after what was spent. */
export function leftOf(budget: Extract<Budget, { kind: "limited" }>, spent: Spent): BudgetLeft {
  return {
    coupons: budget.coupons === null ? null : budget.coupons - spent.coupons,
    amounts: budget.amounts.map(({ currency, amount }) => ({ currency, amount: amount - amountIn(spent, currency) })),
  };
}

/** Whether a budget can give anything at all now: what a sequence asks before it is published. */
export function hasBudget(budget: Budget | null, spent: Spent): boolean {
  if (budget === null) return false;
  if (budget.kind === "unlimited") return true;
  const { coupons, amounts } = leftOf(budget, spent);
  if (coupons !== null && coupons < 1) return false;
  return amounts.length === 0 || amounts.some(({ amount }) => amount > 0);
}

const amountIn = ({ amounts }: Spent, currency: string): number =>
  amounts.find((one) => one.currency === currency)?.amount ?? 0;
