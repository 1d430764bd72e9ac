import { type SQL, sql } from "drizzle-orm";
import type { ExperimentMetric, Plan } from "#domain/experiment.ts";

/** From when to when orders and clicks count for those in `assigned`, and in what currency. */
export type Watch = Pick<Plan, "metric" | "currency" | "watchDays" | "marginPercent"> & { now: Date };

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/**
 * What a metric counts, one row for each contact and act: the contact with arm, number and x, then `at` and `amount`. It
 * wants a relation `assigned` with contact_id, arm, number, x and at. What lies before the assignment, beyond the window or, by a shop's fast clock, in the future is left
 * out; cancelled orders bring nothing and refunds are taken off; an order below zero is worth zero.
 */
export function outcomesOf({ metric, ...watch }: Watch): SQL {
  const acts: Record<ExperimentMetric, () => SQL> = {
    recovered_orders: () => sql`select contact_id, arm, number, x, min(ordered_at) as at, 1::float8 as amount
      from (${ordersOf(watch)}) placed group by 1, 2, 3, 4`,
    clicks: () => sql`select ${whose}, min(touchpoints.at) as at, 1::float8 as amount
      from assigned join touchpoints on touchpoints.contact_id = assigned.contact_id
      where touchpoints.kind = 'click' and touchpoints.by = 'person' and ${within(sql`touchpoints.at`, watch)}
      group by 1, 2, 3, 4`,
    revenue_per_enrolled: () => sql`select contact_id, arm, number, x, ordered_at as at, net::float8 as amount
      from (${ordersOf(watch)}) placed where net > 0`,
    margin_per_enrolled: () => marginOf(watch),
  };
  return acts[metric]();
}

const whose = sql`assigned.contact_id, assigned.arm, assigned.number, assigned.x`;

type Window = Omit<Watch, "metric">;

/** Half-open: an order at the very end of the window is the next one's. */
function within(at: SQL, { watchDays, now }: Pick<Watch, "watchDays" | "now">): SQL {
  return sql`${at} >= assigned.at and ${at} < assigned.at + make_interval(days => ${watchDays}) and ${at} <= ${instant(now)}`;
}

export function ordersOf(watch: Window): SQL {
  return sql`select ${whose}, orders.ordered_at, orders.discount, orders.total,
      greatest(0, orders.total - greatest(0, orders.refunded)) as net
    from assigned join orders on orders.contact_id = assigned.contact_id and orders.currency = ${watch.currency}
      and orders.status <> 'cancelled'
    where ${within(sql`orders.ordered_at`, watch)}`;
}

/**
 * `contributionMargin` of each order in SQL (experiment-outcomes.db.test.ts holds the two together), and what the words
 * cost, when they were written and in the experiment's currency alone. Millionths of a unit become minor units.
 */
function marginOf(watch: Window): SQL {
  const costs = (100 - (watch.marginPercent ?? 100)) / 100;
  const digits = sql`(10 ^ ${currencyPlaces(watch.currency)}::int)::float8`;
  return sql`select contact_id, arm, number, x, ordered_at as at,
      net::float8 - ${costs}::float8 * (net + greatest(0, discount) * case when total > 0 then net::float8 / total else 0 end) as amount
    from (${ordersOf(watch)}) placed where net > 0
    union all select ${whose}, drafts.created_at, -sum(drafts.cost_micros)::float8 / 1e6 * ${digits}
    from assigned join enrollments on enrollments.contact_id = assigned.contact_id and enrollments.started_at >= assigned.at
      join decisions on decisions.enrollment_id = enrollments.id join drafts on drafts.decision_id = decisions.id
    where drafts.cost_currency = ${watch.currency} and drafts.cost_micros > 0 and ${within(sql`drafts.created_at`, watch)}
    group by 1, 2, 3, 4, 5`;
}

/** How many decimal places the minor unit of a currency has. */
function currencyPlaces(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * The value to which the largest are brought down: the quantile over contacts whose value is above zero, because most
 * contacts never order and a quantile over them all would be zero in any shop with few orders.
 */
export function capOf(assigned: SQL, watch: Watch, quantile: number): SQL {
  return sql`with assigned as (${assigned}), acts as (${outcomesOf(watch)}),
      whole as (select sum(amount) as y from acts group by contact_id),
      cap as (select percentile_cont(${quantile}::float8) within group (order by y) as cap from whole where y > 0)
    select cap.cap::float8 as cap, (select count(*)::int from whole where y > cap.cap) as capped from cap`;
}

/**
 * Sums by day, arm and weights. A contact's value grows with each act: the act's day gets what it adds to the value and to
 * its square, so that the sums up to any day are those of the values as they stood at its end. Assigned rows bring the
 * contact itself, with what it had spent before.
 */
export function dailySums(
  assigned: SQL,
  watch: Watch,
  { cap, timeZone }: { cap: number | null; timeZone: string },
): SQL {
  const capped = (value: SQL) => (cap === null ? value : sql`least(${value}, ${cap}::float8)`);
  const day = (at: SQL) => sql`to_char(${at} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  return sql`with assigned as materialized (${assigned}), acts as (${outcomesOf(watch)}),
      running as (select arm, number, x, at, amount,
        sum(amount) over (partition by contact_id order by at, amount rows unbounded preceding) as upto from acts),
      steps as (select arm, number, x, at, ${capped(sql`upto`)} as after, ${capped(sql`upto - amount`)} as before from running),
      told as (
        select arm, number, ${day(sql`assigned.at`)} as day, count(*)::int as units, 0::float8 as y, 0::float8 as ysquares,
          sum(x) as x, sum(x * x) as xsquares, 0::float8 as xy from assigned group by 1, 2, 3
        union all
        select arm, number, ${day(sql`steps.at`)}, 0, sum(after - before), sum(after * after - before * before), 0, 0,
          sum(x * (after - before)) from steps group by 1, 2, 3
      )
    select day, arm, number, sum(units)::int as units, sum(y)::float8 as y, sum(ysquares)::float8 as "ySquares",
      sum(x)::float8 as x, sum(xsquares)::float8 as "xSquares", sum(xy)::float8 as xy
    from told group by 1, 2, 3 order by 1, 2, 3`;
}

/** What must not get worse, per arm: how many contacts it happened to, or an amount with its squares. */
export function guardrailSums(assigned: SQL, watch: Watch): SQL {
  const { currency } = watch;
  return sql`with assigned as materialized (${assigned}),
      bought as (select assigned.contact_id, sum(greatest(0, orders.discount)) filter (where orders.status <> 'cancelled') as discount,
          bool_or(orders.status = 'refunded' or orders.refunded > 0) as refunded
        from assigned join orders on orders.contact_id = assigned.contact_id and orders.currency = ${currency}
        where ${within(sql`orders.ordered_at`, watch)} group by assigned.contact_id),
      gone as (select assigned.contact_id, bool_or(suppressions.reason = 'unsubscribed') as unsubscribed,
          bool_or(suppressions.reason = 'complained') as complained
        from suppressions join messages on messages.id = suppressions.message_id
          join assigned on assigned.contact_id = messages.contact_id and messages.created_at >= assigned.at
        where ${within(sql`suppressions.at`, watch)} group by assigned.contact_id),
      each_one as (select assigned.arm, coalesce(gone.unsubscribed, false)::int as unsubscribed,
          coalesce(gone.complained, false)::int as complained,
          coalesce(bought.refunded, false)::int as refunded, coalesce(bought.discount, 0)::float8 as discount
        from assigned left join bought using (contact_id) left join gone using (contact_id))
    select arm, count(*)::int as units, sum(unsubscribed)::float8 as unsubscribed, sum(complained)::float8 as complained,
      sum(refunded)::float8 as refunded, sum(discount) as discount, sum(discount * discount) as "discountSquares"
    from each_one group by arm`;
}
