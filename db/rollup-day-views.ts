import { type SQL, sql } from "drizzle-orm";
import { type SurvivalCohort, type SurvivalPoint, survivalBins, survivalOf } from "#domain/explore/survival.ts";
import type { CohortCell, CreditDay, DayCounts, FunnelRow } from "#domain/explore.ts";
import { type DatedRate, inCurrency, type Reported } from "#domain/reporting-currency.ts";
import type { Scope } from "./scope.ts";

/** Days of the tenant's time zone, both included. Without a currency all are read, each on its own rows. */
export type Span = { from: string; to: string; currency?: string };

const within = (scope: Scope, { from, to, currency }: Span, column = "day"): SQL =>
  sql`tenant_id = ${scope.tenantId} and ${sql.raw(column)} between ${from}::date and ${to}::date
    ${currency === undefined ? sql`` : sql`and currency = ${currency}`}`;

/** What happened on each day, each thing on its own day; days on which nothing did have no row. */
export async function readDays(scope: Scope, span: Span): Promise<DayCounts[]> {
  const rows = await scope.db.execute<DayCounts>(sql`
    select day::text as day, currency, enrolled, holdout, sent, delivered, opened, clicked, machine_clicked as "machineClicked",
      bounced, unsubscribed, complained,
      coalesce((select cost_micros from rollup_costs c where c.tenant_id = d.tenant_id and c.currency = d.currency and c.day = d.day), 0)::float8 as "costMicros"
    from rollup_days d where ${within(scope, span)} order by day, currency`);
  return [...rows];
}

/** Credit under each model by the day of the order; what was refunded later is taken from that day. */
export async function readCredits(scope: Scope, span: Span): Promise<CreditDay[]> {
  const rows = await scope.db.execute<CreditDay>(sql`
    select day::text as day, currency, model, orders, organic, revenue::float8 as revenue
    from rollup_credits where ${within(scope, span)} order by day, currency, model`);
  return [...rows];
}

/** What the words cost by day, sent or not, in the currency of the model's price. */
export async function readCosts(
  scope: Scope,
  span: Span,
): Promise<{ day: string; currency: string; drafts: number; tokens: number; costMicros: number }[]> {
  const rows = await scope.db.execute<{
    day: string;
    currency: string;
    drafts: number;
    tokens: number;
    costMicros: number;
  }>(sql`
    select day::text as day, currency, drafts, tokens::float8 as tokens, cost_micros::float8 as "costMicros"
    from rollup_costs where ${within(scope, span)} order by day, currency`);
  return [...rows];
}

/** How far the enrollments of these days came, whenever they did, by sequence and kind of arm. */
export async function readFunnel(scope: Scope, span: Span): Promise<FunnelRow[]> {
  const rows = await scope.db.execute<FunnelRow>(sql`
    select sequence_id as "sequenceId", arm_kind as "armKind", sum(enrolled)::int as enrolled, sum(sent)::int as sent,
      sum(delivered)::int as delivered, sum(clicked)::int as clicked, sum(recovered)::int as recovered, sum(ordered)::int as ordered,
      sum(revenue)::float8 as revenue
    from rollup_funnels where ${within(scope, span)} group by 1, 2 order by 1, 2`);
  return [...rows];
}

/** What ends an enrollment's wait: an order credited to it, or any order of its cart. Arms compare by the latter only. */
export type SurvivalAsked = Span & { currency: string; event: "recovered" | "ordered"; armKind: "variant" | "holdout" };

/** How long the enrollments of these days stayed without an order, as far as each day has been watched. */
export async function readSurvival(scope: Scope, asked: SurvivalAsked, now: Date): Promise<SurvivalPoint[]> {
  const longest = survivalBins.at(-1) ?? 0;
  const rows = await scope.db.execute<{ watched: number; enrolled: number; bins: Record<string, number> | null }>(sql`
    with zone as (select time_zone from rollup_states where tenant_id = ${scope.tenantId}),
    days as (
      select day, sum(enrolled)::int as enrolled, least(${longest}, greatest(0, extract(epoch from
        ${now.toISOString()}::timestamptz - ((day + 1)::timestamp at time zone (select time_zone from zone))) / 3600))::int as watched
      from rollup_funnels where ${within(scope, asked)} and arm_kind = ${asked.armKind} group by day),
    came as (
      select days.watched, s.bin, sum(s.${sql.raw(asked.event === "recovered" ? "recovered" : "ordered")})::int as events
      from rollup_survival s join days on days.day = s.day
      where s.tenant_id = ${scope.tenantId} and s.currency = ${asked.currency} and s.arm_kind = ${asked.armKind} group by 1, 2)
    select watched, sum(enrolled)::int as enrolled,
      (select json_object_agg(bin, events) from came where came.watched = days.watched) as bins
    from days group by watched`);
  return survivalOf([...rows].map(cohortOf));
}

function cohortOf(row: { watched: number; enrolled: number; bins: Record<string, number> | null }): SurvivalCohort {
  const events = new Map(Object.entries(row.bins ?? {}).map(([bin, count]) => [Number(bin), count]));
  return { enrolled: row.enrolled, observedHours: row.watched, events };
}

/** Contacts by the week of their first enrollment, and what came so many weeks later. */
export async function readCohorts(scope: Scope, span: Span & { currency: string }): Promise<CohortCell[]> {
  const rows = await scope.db.execute<CohortCell>(sql`
    select week::text as week, weeks_later::int as "weeksLater", contacts, enrolled, recovered, revenue::float8 as revenue
    from rollup_cohorts where ${within(scope, span, "week")} order by week, weeks_later`);
  return [...rows];
}

/** The time zone by which days were cut, and whether the sums are being made anew; null before they were ever made. */
export async function readRollupState(scope: Scope): Promise<{ timeZone: string; rebuilding: boolean } | null> {
  const [row] = await scope.db.execute<{ timeZone: string; rebuilding: boolean }>(sql`
    select time_zone as "timeZone", rebuilding_since is not null as rebuilding from rollup_states where tenant_id = ${scope.tenantId}`);
  return row ?? null;
}

/** Credited revenue of all currencies in one, by the tenant's own rates of the days; what has no rate is named, not added. */
export async function readReported(
  scope: Scope,
  asked: { from: string; to: string; model: string; reporting: string },
): Promise<Reported> {
  const amounts = (await readCredits(scope, asked)).filter((row) => row.model === asked.model);
  const rates = await scope.db.execute<DatedRate>(sql`
    select day::text as day, currency, rate from exchange_rates
    where tenant_id = ${scope.tenantId} and reporting_currency = ${asked.reporting} and day <= ${asked.to}::date`);
  return inCurrency(
    amounts.map(({ day, currency, revenue }) => ({ day, currency, amount: revenue })),
    asked.reporting,
    [...rates],
  );
}
