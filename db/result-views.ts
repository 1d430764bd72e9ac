import { type SQL, sql } from "drizzle-orm";
import { type Day, daysOf, fillDays, type Period } from "#domain/period.ts";
import {
  type DayRevenue,
  defaultBands,
  type HistoryGroup,
  type IncentiveGroup,
  type Outcome,
  type Rate,
  type ResultView,
  rateOf,
  type StepGroup,
  type ValueBand,
} from "#domain/result-view.ts";
import { readArms } from "./arm-views.ts";
import {
  creditedDays,
  currencySums,
  historySums,
  incentiveSums,
  type Since,
  stepSums,
  sumsSpeak,
  valueSums,
} from "./result-sums.ts";
import type { Scope } from "./scope.ts";
import { getTenant } from "./tenants.ts";

type Asked = { period: Period; currency?: string };
/** A span of time in one currency; `start` is the first moment of its first day in the tenant's zone. */
type Span = { start: SQL; currency: string; days: Day[]; timeZone: string; sums: boolean };
const since = ({ days, currency }: Span): Since => ({ from: days[0] ?? "", currency });

/** What was won back in a period: credited revenue by day, the arms, and how each kind of message did. */
export async function readResults(scope: Scope, asked: Asked, now: Date): Promise<ResultView> {
  const { timeZone, currency: home } = await getTenant(scope);
  const days = daysOf(asked.period, now, timeZone);
  const start = startOfDay(days[0] ?? "", timeZone);
  const sums = await sumsSpeak(scope);
  const currencies = await listCurrencies(scope, { start, days, sums }, home);
  const currency = currencies.find((known) => known === asked.currency) ?? home;
  const span = { start, currency, days, timeZone, sums };
  const revenue = await revenueByDay(scope, span);
  const sum = (pick: (day: DayRevenue) => number) => revenue.reduce((whole, day) => whole + pick(day), 0);
  return {
    ...{ period: asked.period, timeZone, currency, currencies, days: revenue },
    recovered: { revenue: sum((day) => day.revenue), orders: sum((day) => day.orders) },
    arms: await readArms(scope, { from: await instantOf(scope, start), currency }),
    byIncentive: await byIncentive(scope, span),
    byStep: await byStep(scope, span),
    byHistory: await byHistory(scope, span),
    byValue: await byValue(scope, span),
  };
}

/** The first moment of a calendar day in a time zone, for Postgres, which knows every change of clocks. */
export function startOfDay(day: Day, timeZone: string): SQL {
  return sql`(${day}::date::timestamp at time zone ${timeZone})`;
}

export async function instantOf(scope: Scope, moment: SQL): Promise<Date> {
  const [row] = await scope.db.execute<{ at: string }>(sql`select ${moment} as at`);
  return new Date(row?.at ?? 0);
}

/** The tenant's own currency first, then whatever else was enrolled or credited. */
export async function listCurrencies(
  scope: Scope,
  { start, days, sums }: Pick<Span, "start" | "days" | "sums">,
  home: string,
): Promise<string[]> {
  const rows = await scope.db.execute<{ currency: string }>(
    sums
      ? currencySums(scope, days[0] ?? "")
      : sql`select currency from conversions where model = 'last_click' and ordered_at >= ${start} union
          select currency from enrollments where started_at >= ${start} order by 1`,
  );
  return [home, ...[...rows].map((row) => row.currency).filter((currency) => currency !== home)];
}

export async function revenueByDay(scope: Scope, span: Span): Promise<DayRevenue[]> {
  const { start, currency, days, timeZone, sums } = span;
  const rows = await scope.db.execute<DayRevenue>(
    sums
      ? creditedDays(scope, since(span))
      : sql`
    select to_char(ordered_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, sum(amount)::float8 as revenue,
      count(*)::int as orders
    from conversions where model = 'last_click' and enrollment_id is not null and currency = ${currency} and ordered_at >= ${start} group by 1`,
  );
  return fillDays(days, [...rows], (day) => ({ day, revenue: 0, orders: 0 }));
}

/** What counts as a click: a person's, and no open. Keep in step with `domain/touchpoint`. */
export const personsClick = sql`touchpoints.kind = 'click' and touchpoints.by = 'person'`;

/** Sent messages with the order each is credited with; one row for each message. */
const sentMessages = ({ start, currency }: Pick<Span, "start" | "currency">) => sql`
  select messages.id, messages.incentive_id, messages.position, enrollments.version_id, conversions.amount,
    exists (select from touchpoints where touchpoints.message_id = messages.id and ${personsClick}) as clicked
  from messages join enrollments on enrollments.id = messages.enrollment_id
  left join lateral (
    select sum(amount)::float8 as amount from conversions where conversions.model = 'last_click'
      and conversions.enrollment_id = messages.enrollment_id
      and conversions.message_id = messages.id having count(*) > 0
  ) conversions on true
  where messages.status = 'sent' and messages.sent_at >= ${start} and enrollments.currency = ${currency}`;

/** Enrollments that were written to, with the order each is credited with; one row for each enrollment. */
const enrolled = ({ start, currency }: Pick<Span, "start" | "currency">) => sql`
  select enrollments.id, enrollments.contact_id, enrollments.started_at, enrollments.cart_total, conversions.amount,
    exists (select from messages join touchpoints on touchpoints.message_id = messages.id
      where messages.enrollment_id = enrollments.id and ${personsClick}) as clicked
  from enrollments
  left join lateral (
    select sum(amount)::float8 as amount from conversions where conversions.model = 'last_click'
      and conversions.enrollment_id = enrollments.id having count(*) > 0
  ) conversions on true
  where enrollments.arm_kind = 'variant' and enrollments.started_at >= ${start} and enrollments.currency = ${currency}`;

const counts = sql`count(*)::int as trials, (count(*) filter (where clicked))::int as clicked,
  count(amount)::int as recovered, coalesce(sum(amount), 0)::float8 as revenue`;

async function rates<Group>(scope: Scope, statement: SQL): Promise<Rate<Group>[]> {
  const rows = await scope.db.execute<Outcome<Group>>(statement);
  return [...rows].map(rateOf);
}

function byIncentive(scope: Scope, span: Span) {
  if (span.sums) return rates<IncentiveGroup>(scope, incentiveSums(scope, since(span)));
  return rates<IncentiveGroup>(
    scope,
    sql`select json_build_object('id', sent.incentive_id, 'name', incentives.name) as group, ${counts}
      from (${sentMessages(span)}) sent left join incentives on incentives.id = sent.incentive_id
      group by sent.incentive_id, incentives.name order by sent.incentive_id nulls first`,
  );
}

function byStep(scope: Scope, span: Span) {
  if (span.sums) return rates<StepGroup>(scope, stepSums(scope, since(span)));
  return rates<StepGroup>(
    scope,
    sql`select json_build_object('position', position, 'delayMinutes', delay) as group, ${counts} from (
        select sent.*, (sequence_versions.steps -> sent.position ->> 'delayMinutes')::int as delay
        from (${sentMessages(span)}) sent join sequence_versions on sequence_versions.id = sent.version_id
      ) steps group by position, delay order by delay, position`,
  );
}

function byHistory(scope: Scope, span: Span) {
  if (span.sums) return rates<HistoryGroup>(scope, historySums(scope, since(span)));
  return rates<HistoryGroup>(
    scope,
    sql`select history as group, ${counts} from (
        select enrolled.*, case when exists (select from orders where orders.contact_id = enrolled.contact_id
          and orders.ordered_at < enrolled.started_at and orders.status <> 'cancelled') then 'returning' else 'new' end as history
        from (${enrolled(span)}) enrolled
      ) told group by history order by history`,
  );
}

async function byValue(scope: Scope, span: Span): Promise<Rate<ValueBand>[]> {
  const rules = await scope.db.execute<{ from: number }>(sql`
    select min_total::float8 as from from incentive_rules where currency = ${span.currency} and min_total > 0 order by 1`);
  const bounds = rules.length > 0 ? [...rules].map((rule) => rule.from) : defaultBands(span.currency);
  const found = await rates<number>(
    scope,
    span.sums
      ? valueSums(scope, since(span), bounds)
      : sql`select width_bucket(cart_total, ${`{${bounds.join(",")}}`}::bigint[]) as group, ${counts}
      from (${enrolled(span)}) enrolled group by 1 order by 1`,
  );
  return found.map((rate) => ({
    ...rate,
    group: { from: bounds[rate.group - 1] ?? 0, to: bounds[rate.group] ?? null },
  }));
}
