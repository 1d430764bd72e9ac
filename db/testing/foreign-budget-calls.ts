import { eq } from "drizzle-orm";
import { askBudget, giveBack, listBudgetedIncentives, listBudgets, recordGrant, saveBudget } from "../budgets.ts";
import { incentiveGrants, incentives } from "../schema/sequences.ts";
import type { Scope } from "../scope.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

const hundred = { amount: 100, currency: "EUR" };

/** A budget of which something is taken. */
export async function tellBudget(
  { db, tenantId }: Scope,
  { incentive, decision }: Pick<Owned, "incentive" | "decision">,
  at: Date,
): Promise<void> {
  const budget = { kind: "limited" as const, period: "total" as const, coupons: 9, amounts: [] };
  await db.update(incentives).set({ budget }).where(eq(incentives.id, incentive));
  const taken = { tenantId, decisionId: decision, incentiveId: incentive, currency: "EUR", amount: 700, at };
  await db.insert(incentiveGrants).values(taken);
}

export const budgetReads: Record<string, Call> = {
  askBudget: (b, a, now) => askBudget(b, a.incentive, hundred, now),
  listBudgetedIncentives: (b, _, now) => listBudgetedIncentives(b, now),
  listBudgets: (b, _, now) => listBudgets(b, now),
};

export const budgetWrites: Record<string, Call> = {
  giveBack: (b, a, now) => giveBack(b, a.decision, now),
  recordGrant: (b, a, now) =>
    recordGrant(b, { decisionId: "dec_other", incentiveId: a.incentive, amount: hundred, validHours: null }, now),
  saveBudget: (b, a) => saveBudget(b, a.incentive, { kind: "unlimited" }),
};
