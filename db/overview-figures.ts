import { sql } from "drizzle-orm";
import { type DaySpan, lengthOf, plusDays, spanBefore } from "#domain/day-span.ts";
import { currencyDigits } from "#domain/money.ts";
import { countsOf, type FiguresRead, type OverviewFigures } from "#domain/overview-figures.ts";
import type { ArmResults } from "#domain/result-view.ts";
import { readArms } from "./arm-views.ts";
import { instantOf, startOfDay } from "./result-views.ts";
import { readCosts, readCredits, readDays, readReported } from "./rollup-day-views.ts";
import { readCube } from "./rollup-views.ts";
import type { Scope } from "./scope.ts";
import { getPolicy, getTenant } from "./tenants.ts";

export type FiguresAsked = { span: DaySpan; currency?: string };

/** A period's figures beside those of the as many days before it, from sums that the jobs keep. */
export async function readFigures(scope: Scope, asked: FiguresAsked): Promise<OverviewFigures> {
  const { timeZone, currency: home } = await getTenant(scope);
  const { marginPercent, reportingCurrency } = await getPolicy(scope);
  const before = spanBefore(asked.span);
  const currencies = await listReportCurrencies(scope, { from: before.from, to: asked.span.to }, home);
  const currency = currencies.find((known) => known === asked.currency) ?? home;
  const costs = await readCosts(scope, { from: before.from, to: asked.span.to });
  const read = (span: DaySpan) => readPeriod(scope, span, currency, costs);
  const others = Map.groupBy(
    costs.filter((cost) => cost.currency !== currency && cost.day >= asked.span.from),
    (cost) => cost.currency,
  );
  return {
    ...{ currency, currencies, timeZone, marginPercent },
    ...{ now: await read(asked.span), before: await read(before) },
    reported: reportingCurrency ? await reportedIn(scope, asked.span, reportingCurrency) : null,
    otherCosts: [...others].map(([other, theirs]) => ({ currency: other, amount: minorOf(theirs, other) })),
  };
}

const reportedIn = (scope: Scope, { from, to }: DaySpan, reporting: string) =>
  readReported(scope, { from, to, model: "last_click", reporting });

type Cost = { day: string; currency: string; costMicros: number };

async function readPeriod(scope: Scope, span: DaySpan, currency: string, costs: Cost[]): Promise<FiguresRead> {
  const credits = await readCredits(scope, { ...span, currency });
  const { cells } = await readCube(scope, { ...span, currency, by: [] });
  const theirs = costs.filter((cost) => cost.currency === currency && cost.day >= span.from && cost.day <= span.to);
  const discount = cells.reduce((sum, cell) => sum + cell.discount, 0);
  const spent = { discount, modelCost: minorOf(theirs, currency) };
  const lastClick = new Map(credits.filter(({ model }) => model === "last_click").map((row) => [row.day, row]));
  return {
    span: { from: span.from, to: span.to },
    counts: countsOf(await readDays(scope, { ...span, currency }), credits, spent),
    days: Array.from({ length: lengthOf(span) }, (_, index) => {
      const day = plusDays(span.from, index);
      const credit = lastClick.get(day);
      return { day, revenue: credit?.revenue ?? 0, orders: credit?.orders ?? 0 };
    }),
  };
}

/** Millionths of a unit as whole minor units. */
function minorOf(costs: Cost[], currency: string): number {
  const micros = costs.reduce((sum, { costMicros }) => sum + costMicros, 0);
  return Math.round((micros / 1_000_000) * 10 ** currencyDigits(currency));
}

/** The tenant's own currency first, then whatever else something was counted in on these days. */
export async function listReportCurrencies(scope: Scope, span: DaySpan, home: string): Promise<string[]> {
  const within = sql`tenant_id = ${scope.tenantId} and day between ${span.from}::date and ${span.to}::date`;
  const rows = await scope.db.execute<{ currency: string }>(sql`
    select currency from rollup_days where ${within} and sent + enrolled > 0
    union select currency from rollup_credits where ${within} and model = 'last_click' and orders > 0 order by 1`);
  return [home, ...[...rows].map((row) => row.currency).filter((currency) => currency !== home)];
}

/** What the messages brought beyond what the holdout ordered without them, by enrollments of these days. */
export async function readIncremental(scope: Scope, asked: { span: DaySpan; currency: string }): Promise<ArmResults> {
  const { timeZone } = await getTenant(scope);
  const from = await instantOf(scope, startOfDay(asked.span.from, timeZone));
  const to = await instantOf(scope, startOfDay(plusDays(asked.span.to, 1), timeZone));
  return readArms(scope, { from, to, currency: asked.currency });
}
