import { currencyDigits } from "./money.ts";
import type { Day, Period } from "./period.ts";
import { type ArmTotals, type Incremental, type Interval, wilsonInterval } from "./results.ts";

/** Fewer trials than this say little about a rate; charts grey it. */
export const smallSample = 30;

/** How one group did: of `trials`, how many clicked and how many were credited with an order; revenue in minor units. */
export type Outcome<Group> = { group: Group; trials: number; clicked: number; recovered: number; revenue: number };

export type Rate<Group> = Outcome<Group> & { rate: number; interval: Interval; small: boolean };

/** A group's conversion rate with its 95% Wilson interval. */
export function rateOf<Group>(outcome: Outcome<Group>): Rate<Group> {
  const { trials, recovered } = outcome;
  const rate = trials === 0 ? 0 : recovered / trials;
  return { ...outcome, rate, interval: wilsonInterval(recovered, trials), small: trials < smallSample };
}

/** Cart values, in minor units, at which a band ends and the next begins, when the tenant's rules name none. */
export function defaultBands(currency: string): number[] {
  // Currencies without a minor unit count in hundreds of what a euro buys.
  const major = 10 ** Math.max(2, currencyDigits(currency));
  return [50 * major, 100 * major];
}

export type DayRevenue = { day: Day; revenue: number; orders: number };
export type IncentiveGroup = { id: string | null; name: string | null };
export type StepGroup = { position: number; delayMinutes: number | null };
export type HistoryGroup = "new" | "returning";
/** Cart value from (inclusive) to (exclusive), minor units; null is open. */
export type ValueBand = { from: number; to: number | null };

/** Both arms and the difference between them; each arm watched for `watchDays` after enrollment. */
export type ArmResults = { variant: ArmTotals; holdout: ArmTotals; incremental: Incremental; watchDays: number };

/** Everything on the results page, of one currency and one period. */
export type ResultView = {
  period: Period;
  timeZone: string;
  currency: string;
  currencies: string[];
  recovered: { revenue: number; orders: number };
  days: DayRevenue[];
  arms: ArmResults;
  byIncentive: Rate<IncentiveGroup>[];
  byStep: Rate<StepGroup>[];
  byHistory: Rate<HistoryGroup>[];
  byValue: Rate<ValueBand>[];
};
