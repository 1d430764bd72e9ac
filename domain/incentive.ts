import type { BudgetStanding } from "./budget.ts";
import type { CartTotals } from "./cart.ts";
import { percentOf } from "./money.ts";

export const incentiveKinds = ["percent", "free_shipping"] as const;
export type IncentiveKind = (typeof incentiveKinds)[number];

/** An offer rule as an admin edits it. `percent` is set for kind `percent` only; code is the shop's own discount code. */
export type Incentive = {
  id: string;
  name: string;
  kind: IncentiveKind;
  percent: number | null;
  code: string | null;
  validHours: number | null;
};

/** An incentive as it is listed: with its budget and what is left of it. */
export type BudgetedIncentive = Incentive & BudgetStanding;

/** Which incentive a cart value earns: the first rule (by `minTotal`, highest first) that the total exceeds. Minor units. */
export type IncentiveRule = { id: string; minTotal: number; currency: string; incentive: Incentive | null };

/** How a step offers: nothing, one fixed incentive, or whatever the tenant's rules say for the cart's value. */
export type StepOffer = { kind: "none" } | { kind: "incentive"; incentiveId: string } | { kind: "rules" };

/** The incentive an offer grants to a cart, or null. Rules in another currency than the cart's never apply. */
export function chooseIncentive(
  offer: StepOffer,
  cart: { subtotal: number; currency: string },
  available: { incentives: Incentive[]; rules: IncentiveRule[] },
): Incentive | null {
  if (offer.kind === "none") return null;
  if (offer.kind === "incentive") return available.incentives.find((one) => one.id === offer.incentiveId) ?? null;
  const rules = available.rules.filter((rule) => rule.currency === cart.currency);
  const earned = rules.sort((a, b) => b.minTotal - a.minTotal).find((rule) => cart.subtotal > rule.minTotal);
  return earned?.incentive ?? null;
}

/** What an incentive takes off a cart's subtotal, in minor units; free shipping takes off the shipping cost when known. */
export function incentiveValue(
  incentive: Pick<Incentive, "kind" | "percent"> | null,
  cart: { subtotal: number; shipping: number | null },
): number {
  if (!incentive) return 0;
  if (incentive.kind === "percent") return percentOf(cart.subtotal, incentive.percent ?? 0);
  return cart.shipping ?? 0;
}

/**
 * What an incentive takes off the total that a message shows, in minor units: nothing when another discount is on the cart,
 * because whether two combine is the shop's rule.
 */
export function savedOn(
  { totals, discountCodes }: { totals: CartTotals; discountCodes: string[] },
  incentive: Pick<Incentive, "kind" | "percent"> | null,
): number {
  const alone = totals.discount === 0 && discountCodes.length === 0;
  return alone ? Math.min(incentiveValue(incentive, totals), totals.total) : 0;
}
