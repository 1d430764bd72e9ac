import type { BudgetStanding, WithheldReason } from "#domain/budget.ts";
import { formatMoney, type Money } from "#domain/money.ts";

export const withheldLabels: Record<WithheldReason, string> = {
  no_budget: "It has no budget",
  no_budget_in_currency: "Its budget has no limit in this cart's currency",
  budget_spent: "Its budget is spent",
};

const money = (one: Money) => formatMoney({ ...one, amount: Math.max(0, one.amount) }, "en");

/** What of a budget is left, in one line: "188 of 200 left this month". */
export function budgetText({ budget, left }: Pick<BudgetStanding, "budget" | "left">): string {
  if (budget === null) return "No budget yet";
  if (budget.kind === "unlimited" || !left) return "No limit";
  const offers =
    budget.coupons === null || left.coupons === null ? [] : [`${Math.max(0, left.coupons)} of ${budget.coupons}`];
  const amounts = budget.amounts.map((limit) => {
    const rest = left.amounts.find(({ currency }) => currency === limit.currency) ?? limit;
    return `${money(rest)} of ${money(limit)}`;
  });
  return `${[...offers, ...amounts].join(", ")} left${budget.period === "month" ? " this month" : ""}`;
}

/** The same for whoever is about to offer it: what happens when nothing is left. */
export function budgetHint(standing: Pick<BudgetStanding, "budget" | "left">): string {
  const text = budgetText(standing);
  return standing.budget?.kind === "limited" ? `${text}. When nothing is left, it is sent without.` : `${text}.`;
}

/** The part of a limited budget that is spent, 0 to 1, by whichever of its limits is nearest; null where none limits it. */
export function spentShare({ budget, left }: Pick<BudgetStanding, "budget" | "left">): number | null {
  if (budget?.kind !== "limited" || !left) return null;
  const shares = budget.amounts.flatMap((limit) => {
    const rest = left.amounts.find(({ currency }) => currency === limit.currency)?.amount ?? limit.amount;
    return partOf(limit.amount - rest, limit.amount);
  });
  const offers = budget.coupons === null ? [] : [partOf(budget.coupons - (left.coupons ?? 0), budget.coupons)];
  return Math.max(0, ...offers, ...shares);
}

const partOf = (spent: number, whole: number): number => (whole === 0 ? 1 : Math.min(1, spent / whole));
