import type { AttributionResults } from "#domain/attribution/credit-view.ts";
import { daysOf, type Period } from "#domain/period.ts";
import { readArms } from "./arm-views.ts";
import { attributedTotals } from "./attributed-totals.ts";
import { fittedOn } from "./credit-views.ts";
import { instantOf, startOfDay } from "./result-views.ts";
import type { Scope } from "./scope.ts";
import { getTenant } from "./tenants.ts";

/** Two numbers that are never one: what the models credit, and what the holdout says was brought. */
/** Every model's sum over a period, beside the incremental revenue of the same period. */
export async function readAttribution(
  scope: Scope,
  asked: { period: Period; currency?: string },
  now: Date,
): Promise<AttributionResults> {
  const { timeZone, currency: home } = await getTenant(scope);
  const currency = asked.currency ?? home;
  const [first = ""] = daysOf(asked.period, now, timeZone);
  const from = await instantOf(scope, startOfDay(first, timeZone));
  const to = new Date(now.getTime() + 1);
  return {
    currency,
    attributed: await attributedTotals(scope, { from, to, currency }),
    incremental: await readArms(scope, { from, currency }),
    fitted: await fittedOn(scope),
  };
}
