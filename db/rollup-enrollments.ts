import { type SQL, sql } from "drizzle-orm";
import { survivalBins } from "#domain/explore/survival.ts";
import type { Scope } from "./scope.ts";

const bins = sql.raw(`'{${survivalBins.join(",")}}'::float8[]`);

/** The bin of the hours between two instants; none after the last. What came before the cart was left counts at once. */
const binOf = (from: SQL, until: SQL) =>
  sql`case when ${until} is not null then
    nullif(width_bucket(greatest(0, extract(epoch from ${until} - ${from}) / 3600)::float8, ${bins}), ${sql.raw(String(survivalBins.length))}) end`;

const weekOf = (day: SQL) => sql`date_trunc('week', ${day}::timestamp)::date`;

const columns = [
  ...["sequence_id", "currency", "arm_kind", "enrolled_on", "first_week", "first", "sent", "delivered", "clicked"],
  ...["recovered_on", "recovered_bin", "ordered", "ordered_bin", "revenue"],
];
const names = (prefix = "") => sql.raw(columns.map((column) => `${prefix}${column}`).join(", "));

/** What the rows say of enrollments now, by the tenant's days. */
const told = (tenantId: string, timeZone: string, ids: SQL) => sql`
  select e.id as enrollment_id, e.sequence_id, e.currency, e.arm_kind, (e.started_at at time zone ${timeZone})::date as enrolled_on,
    ${weekOf(sql`(begun.at at time zone ${timeZone})`)} as first_week, begun.id = e.id as first,
    coalesce(way.sent, false) as sent, coalesce(way.delivered, false) as delivered, coalesce(way.clicked, false) as clicked,
    (credit.at at time zone ${timeZone})::date as recovered_on, ${binOf(sql`e.abandoned_at`, sql`credit.at`)}::smallint as recovered_bin,
    bought.at is not null as ordered, ${binOf(sql`e.abandoned_at`, sql`bought.at`)}::smallint as ordered_bin,
    coalesce(credit.revenue, 0)::bigint as revenue
  from enrollments e
  join lateral (
    select b.id, b.started_at as at from enrollments b where b.tenant_id = e.tenant_id and b.contact_id = e.contact_id
    order by b.started_at, b.id limit 1) begun on true
  left join lateral (
    select min(o.ordered_at) as at from order_carts l join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
    where l.tenant_id = e.tenant_id and l.cart_id = e.cart_id and o.status <> 'cancelled') bought on true
  left join lateral (
    select bool_or(f.sent_on is not null) as sent, bool_or(f.sent_on is not null and f.delivered_on is not null) as delivered,
      bool_or(f.sent_on is not null and f.clicked_on is not null) as clicked
    from messages m join message_facts f on f.tenant_id = m.tenant_id and f.message_id = m.id
    where m.tenant_id = e.tenant_id and m.enrollment_id = e.id) way on true
  left join lateral (
    select min(c.ordered_at) as at, sum(c.amount) as revenue from conversions c
    where c.tenant_id = e.tenant_id and c.enrollment_id = e.id and c.model = 'last_click') credit on true
  where e.tenant_id = ${tenantId} and e.id in (${ids})`;

const taken = sql.raw(columns.map((column) => `${column} = excluded.${column}`).join(", "));

/**
 * Brings the facts of enrollments, and of others of the same contacts, to what their rows say, and the difference into the
 * funnels, survival, cohorts and days. Messages are folded before. Safe to repeat.
 */
export async function foldEnrollments(scope: Scope, timeZone: string, enrollmentIds: string[]): Promise<void> {
  if (enrollmentIds.length === 0) return;
  const { tenantId } = scope;
  const ids = sql`select o.id from enrollments a
    join enrollments o on o.tenant_id = a.tenant_id and o.contact_id = a.contact_id
    where a.tenant_id = ${tenantId} and a.id in (select jsonb_array_elements_text(${JSON.stringify(enrollmentIds)}::text::jsonb))`;
  await scope.db.execute(sql`
    with now as materialized (${told(tenantId, timeZone, ids)}),
    changed as materialized (
      select now.*, f.enrollment_id is not null as known, ${sql.raw(columns.map((column) => `f.${column} as was_${column}`).join(", "))}
      from now left join enrollment_facts f on f.tenant_id = ${tenantId} and f.enrollment_id = now.enrollment_id
      where f.enrollment_id is null or (${names("now.")}) is distinct from (${names("f.")})
    ),
    kept as (
      insert into enrollment_facts (tenant_id, enrollment_id, ${names()}) select ${tenantId}, enrollment_id, ${names()} from changed
      on conflict (tenant_id, enrollment_id) do update set ${taken}
    ),
    sides as materialized (
      select 1 as sign, ${names()} from changed union all select -1, ${names("was_")} from changed where known
    ),
    ${sumsOf(tenantId, sql`sides`)}
    select 1`);
}

/** Adds one side of enrollments, or both, to everything that is kept of them by day and week. Ends a list of `with`. */
export function sumsOf(tenantId: string, sides: SQL): SQL {
  return sql`
    funnels as (
      insert into rollup_funnels (tenant_id, currency, day, sequence_id, arm_kind, enrolled, sent, delivered, clicked, recovered, ordered, revenue)
      select ${tenantId}, currency, enrolled_on, sequence_id, arm_kind, sum(sign), sum(sign * sent::int), sum(sign * delivered::int),
        sum(sign * clicked::int), sum(sign * (recovered_on is not null)::int), sum(sign * ordered::int), sum(sign * revenue)
      from ${sides} group by currency, enrolled_on, sequence_id, arm_kind
      on conflict (tenant_id, currency, day, sequence_id, arm_kind) do update set ${adding("rollup_funnels", funnelCounts)}
    ),
    survival as (
      insert into rollup_survival (tenant_id, currency, day, arm_kind, bin, recovered, ordered)
      select ${tenantId}, currency, enrolled_on, arm_kind, bin, sum(sign * is_credit), sum(sign * (1 - is_credit))
      from ${sides} cross join lateral (values (recovered_bin, 1), (ordered_bin, 0)) as came(bin, is_credit)
      where bin is not null group by currency, enrolled_on, arm_kind, bin
      on conflict (tenant_id, currency, day, arm_kind, bin) do update set ${adding("rollup_survival", ["recovered", "ordered"])}
    ),
    cohorts as (
      insert into rollup_cohorts (tenant_id, currency, week, weeks_later, contacts, enrolled, recovered, revenue)
      select ${tenantId}, currency, first_week, greatest(0, (week - first_week) / 7), sum(sign * contacts), sum(sign * enrolled),
        sum(sign * recovered), sum(sign * earned)
      from ${sides} cross join lateral (values
        (${weekOf(sql`enrolled_on`)}, first::int, 1, 0, 0::bigint),
        (${weekOf(sql`recovered_on`)}, 0, 0, 1, revenue)) as at_week(week, contacts, enrolled, recovered, earned)
      where week is not null group by currency, first_week, 4
      on conflict (tenant_id, currency, week, weeks_later)
        do update set ${adding("rollup_cohorts", ["contacts", "enrolled", "recovered", "revenue"])}
    ),
    days as (
      insert into rollup_days (tenant_id, currency, day, enrolled, holdout)
      select ${tenantId}, currency, enrolled_on, sum(sign), sum(sign * (arm_kind = 'holdout')::int)
      from ${sides} group by currency, enrolled_on
      on conflict (tenant_id, currency, day) do update set ${adding("rollup_days", ["enrolled", "holdout"])}
    )`;
}

const funnelCounts = ["enrolled", "sent", "delivered", "clicked", "recovered", "ordered", "revenue"];

const adding = (table: string, counts: string[]) =>
  sql.raw(counts.map((count) => `${count} = ${table}.${count} + excluded.${count}`).join(", "));

/** The same facts without the differences, for sums that are made anew. Of enrollments by their own ids. */
export async function tellEnrollments(scope: Scope, timeZone: string, enrollmentIds: string[]): Promise<void> {
  if (enrollmentIds.length === 0) return;
  const ids = sql`select jsonb_array_elements_text(${JSON.stringify(enrollmentIds)}::text::jsonb)`;
  await scope.db.execute(sql`
    insert into enrollment_facts (tenant_id, enrollment_id, ${names()})
    select ${scope.tenantId}, enrollment_id, ${names()} from (${told(scope.tenantId, timeZone, ids)}) now
    on conflict (tenant_id, enrollment_id) do update set ${taken}`);
}

/** Adds all known enrollments of some days, for sums that are made anew. */
export async function sumEnrollments(scope: Scope, from: string, to: string): Promise<void> {
  await scope.db.execute(sql`
    with sides as materialized (
      select 1 as sign, ${names()} from enrollment_facts
      where tenant_id = ${scope.tenantId} and enrolled_on between ${from} and ${to}),
    ${sumsOf(scope.tenantId, sql`sides`)}
    select 1`);
}
