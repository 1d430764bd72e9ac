import { type CreditDay, type DayCounts, type Share, shareOf } from "./explore.ts";
import type { Reported } from "./reporting-currency.ts";
import type { ArmResults } from "./result-view.ts";
import type { Interval } from "./results.ts";

/** What is counted of one period in one currency. Money is in minor units; `modelCost` too, rounded from millionths. */
export type PeriodCounts = {
  enrolled: number;
  holdout: number;
  sent: number;
  delivered: number;
  clicked: number;
  bounced: number;
  unsubscribed: number;
  complained: number;
  orders: number;
  revenue: number;
  discount: number;
  modelCost: number;
};
export type CountName = keyof PeriodCounts;

/** Credit by the day of the order under last click; everything else on its own day; discounts by the day of the message. */
export type FiguresRead = {
  span: { from: string; to: string };
  counts: PeriodCounts;
  days: { day: string; revenue: number; orders: number }[];
};

export type OverviewFigures = {
  currency: string;
  currencies: string[];
  timeZone: string;
  marginPercent: number | null;
  now: FiguresRead;
  before: FiguresRead;
  /** What models cost in other currencies, which is never added here. */
  otherCosts: { currency: string; amount: number }[];
  /** Attributed revenue of all currencies told in the tenant's reporting currency, where it has one; beside the rest, never in it. */
  reported: Reported | null;
};

/** Gmail's own words on the reported spam rate: below 0.1%, and never 0.3% or more. */
export const complaintLimits = { aim: 0.001, most: 0.003 } as const;
/** No mailbox provider names a limit for unsubscribing; half a percent is where senders begin to look for a cause. */
export const unsubscribeAim = 0.005;

export type LimitState = "unknown" | "well" | "near" | "over";

/** Where a rate stands against limits. One or two cases on a handful of messages are chance and not judged. */
export function limitState(share: Share, limits: { aim: number; most: number }): LimitState {
  if (share.rate === null) return "unknown";
  if (share.small && share.count < 3) return "unknown";
  if (share.small) return share.interval.low >= limits.most ? "over" : "unknown";
  if (share.rate >= limits.most) return "over";
  return share.rate >= limits.aim ? "near" : "well";
}

/** The rates that mailbox providers look at, each of the messages that arrived. */
export function mailRates(counts: PeriodCounts): { unsubscribed: Share; complained: Share } {
  const of = (count: number) => shareOf(Math.min(count, counts.delivered), counts.delivered);
  return { unsubscribed: of(counts.unsubscribed), complained: of(counts.complained) };
}

/** How much larger than before, as a share of before; null where there was nothing before. */
export function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / Math.abs(before);
}

/**
 * What orders leave after goods, discount and model: revenue as it was paid, less the goods' cost, which is its share of the
 * list price (revenue and discount together), less what the words cost. Minor units.
 */
export function marginOfRevenue(revenue: number, marginPercent: number, spent: Spent): number {
  const goods = ((revenue + spent.discount) * (100 - marginPercent)) / 100;
  return Math.round(revenue - goods - spent.modelCost);
}

type Spent = Pick<PeriodCounts, "discount" | "modelCost">;
export type Estimate = { value: number; interval: Interval };

/** The difference against the holdout as revenue, and as margin where the tenant says what goods cost; null without arms. */
export function incrementalOf(
  arms: ArmResults,
  marginPercent: number | null,
  spent: Spent,
): { revenue: Estimate; margin: Estimate | null } | null {
  if (!arms.incremental) return null;
  const { revenue: value, interval } = arms.incremental;
  if (marginPercent === null) return { revenue: { value, interval }, margin: null };
  const margin = (revenue: number) => marginOfRevenue(revenue, marginPercent, spent);
  return {
    revenue: { value, interval },
    margin: { value: margin(value), interval: { low: margin(interval.low), high: margin(interval.high) } },
  };
}

/** What comes back for each unit that discounts and models cost; null while nothing was spent. */
export function returnOn(earned: number, { discount, modelCost }: Spent): number | null {
  const spent = discount + modelCost;
  return spent > 0 ? earned / spent : null;
}

/** Sums days into a period; credit is last click's. */
export function countsOf(days: DayCounts[], credits: CreditDay[], spent: Spent): PeriodCounts {
  const sum = (
    name: "enrolled" | "holdout" | "sent" | "delivered" | "clicked" | "bounced" | "unsubscribed" | "complained",
  ) => days.reduce((whole, day) => whole + day[name], 0);
  const lastClick = credits.filter(({ model }) => model === "last_click");
  return {
    ...{ enrolled: sum("enrolled"), holdout: sum("holdout"), sent: sum("sent"), delivered: sum("delivered") },
    ...{ clicked: sum("clicked"), bounced: sum("bounced") },
    ...{ unsubscribed: sum("unsubscribed"), complained: sum("complained") },
    orders: lastClick.reduce((whole, day) => whole + day.orders, 0),
    revenue: lastClick.reduce((whole, day) => whole + day.revenue, 0),
    ...spent,
  };
}
