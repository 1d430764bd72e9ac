import { type SQL, sql } from "drizzle-orm";
import { survivalBins } from "#domain/explore/survival.ts";
import { defaultBands } from "#domain/result-view.ts";
import type { Basis } from "./rollup-states.ts";
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
  ...["version_id", "returning", "band", "prev_on", "spent_orders", "spent"],
];
const names = (prefix = "", start = "") => sql.raw(columns.map((column) => `${start}"${prefix}${column}"`).join(", "));

/** Where bands begin in each currency: at the tenant's own rules, else at what half a hundred and a hundred buy. */
const edgesOf = (tenantId: string) => sql`
  select currency, array_agg(min_total order by min_total) as edges from incentive_rules
  where tenant_id = ${tenantId} and min_total > 0 group by currency`;

const unlike = Map.groupBy(
  Intl.supportedValuesOf("currency").filter(
    (currency) => String(defaultBands(currency)) !== String(defaultBands("EUR")),
  ),
  (currency) => defaultBands(currency).join(","),
);
const usualEdges = sql.raw(
  `case ${[...unlike]
    .map(([edges, currencies]) => `when e.currency in ('${currencies.join("','")}') then '{${edges}}'`)
    .join(" ")} else '{${defaultBands("EUR").join(",")}}' end::bigint[]`,
);

type Cut = Pick<Basis, "timeZone" | "watchDays">;

/**
 * What the rows say of enrollments now, by the tenant's days. Those that are asked for stand apart (`offset`): beyond eight joins
 * the planner keeps their order, and would tell of all enrollments before it looks which are meant.
 */
const told = (tenantId: string, { timeZone, watchDays }: Cut, ids: SQL) => sql`
  select e.id as enrollment_id, e.sequence_id, e.currency, e.arm_kind, (e.started_at at time zone ${timeZone})::date as enrolled_on,
    ${weekOf(sql`(begun.at at time zone ${timeZone})`)} as first_week, begun.id = e.id as first,
    coalesce(way.sent, false) as sent, coalesce(way.delivered, false) as delivered, coalesce(way.clicked, false) as clicked,
    (credit.at at time zone ${timeZone})::date as recovered_on, ${binOf(sql`e.abandoned_at`, sql`credit.at`)}::smallint as recovered_bin,
    bought.at is not null as ordered, ${binOf(sql`e.abandoned_at`, sql`bought.at`)}::smallint as ordered_bin,
    coalesce(credit.revenue, 0)::bigint as revenue, e.version_id, coalesce(theirs.before, false) as "returning",
    coalesce(bands.edges[width_bucket(e.cart_total, bands.edges)], 0) as band, (earlier.at at time zone ${timeZone})::date as prev_on,
    coalesce(theirs.orders, 0) as spent_orders, coalesce(theirs.spent, 0)::bigint as spent
  from (select * from enrollments where tenant_id = ${tenantId} and id in (${ids}) offset 0) e
  left join (${edgesOf(tenantId)}) own on own.currency = e.currency
  cross join lateral (select coalesce(own.edges, ${usualEdges}) as edges) bands
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
  left join lateral (
    select b.started_at as at from enrollments b
    where b.tenant_id = e.tenant_id and b.contact_id = e.contact_id and b.arm_kind = e.arm_kind and b.currency = e.currency
      and (b.started_at, b.id) < (e.started_at, e.id) order by b.started_at desc, b.id desc limit 1) earlier on true
  left join lateral (
    select bool_or(o.ordered_at < e.started_at) as before, (count(*) filter (where ${watched(watchDays)}))::int as orders,
      sum(o.total - o.refunded) filter (where ${watched(watchDays)}) as spent
    from orders o where o.tenant_id = e.tenant_id and o.contact_id = e.contact_id and o.status <> 'cancelled') theirs on true`;

const watched = (days: number) => sql`o.currency = e.currency and o.ordered_at >= e.started_at
  and o.ordered_at < e.started_at + make_interval(days => ${days}::int)`;

const taken = sql.raw(columns.map((column) => `"${column}" = excluded."${column}"`).join(", "));

/** Enrollments that are looked at by themselves, and those with all others of their contact. */
export type Concerned = { alone: string[]; withContact: string[] };

/**
 * Brings the facts of enrollments to what their rows say, and the difference into the funnels, survival, cohorts, arms and
 * days. Messages are folded before. Safe to repeat.
 */
export async function foldEnrollments(scope: Scope, cut: Cut, { alone, withContact }: Concerned): Promise<void> {
  if (alone.length + withContact.length === 0) return;
  const { tenantId } = scope;
  const ids = given(await allOf(scope, { alone, withContact }));
  await scope.db.execute(sql`
    with now as materialized (${told(tenantId, cut, ids)}),
    changed as materialized (
      select now.*, f.enrollment_id is not null as known, ${sql.raw(columns.map((column) => `f."${column}" as "was_${column}"`).join(", "))}
      from now left join enrollment_facts f on f.tenant_id = ${tenantId} and f.enrollment_id = now.enrollment_id
      where f.enrollment_id is null or (${names("", "now.")}) is distinct from (${names("", "f.")})
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

const given = (ids: string[]) => sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)`;

/** Asked for apart: of a list the planner knows that it is short, of a union it would tell of all enrollments first. */
async function allOf({ db, tenantId }: Scope, { alone, withContact }: Concerned): Promise<string[]> {
  if (withContact.length === 0) return alone;
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from enrollments a join enrollments o on o.tenant_id = a.tenant_id and o.contact_id = a.contact_id
    where a.tenant_id = ${tenantId} and a.id in (${given(withContact)})`);
  return [...new Set([...alone, ...[...rows].map((row) => row.id)])];
}

/** Adds one side of enrollments, or both, to everything that is kept of them by day and week. Ends a list of `with`. */
export function sumsOf(tenantId: string, sides: SQL): SQL {
  return sql`
    funnels as (
      insert into rollup_funnels (tenant_id, currency, day, sequence_id, version_id, arm_kind, enrolled, sent, delivered, clicked, recovered, ordered, revenue)
      select ${tenantId}, currency, enrolled_on, sequence_id, version_id, arm_kind, sum(sign), sum(sign * sent::int), sum(sign * delivered::int),
        sum(sign * clicked::int), sum(sign * (recovered_on is not null)::int), sum(sign * ordered::int), sum(sign * revenue)
      from ${sides} group by currency, enrolled_on, sequence_id, version_id, arm_kind
      on conflict (tenant_id, currency, day, sequence_id, version_id, arm_kind) do update set ${adding("rollup_funnels", funnelCounts)}
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
    shoppers as (
      insert into rollup_shoppers (tenant_id, currency, day, "returning", band, enrolled, clicked, recovered, revenue)
      select ${tenantId}, currency, enrolled_on, "returning", band, sum(sign), sum(sign * clicked::int),
        sum(sign * (recovered_on is not null)::int), sum(sign * revenue)
      from ${sides} where arm_kind = 'variant' group by currency, enrolled_on, "returning", band
      on conflict (tenant_id, currency, day, "returning", band)
        do update set ${adding("rollup_shoppers", ["enrolled", "clicked", "recovered", "revenue"])}
    ),
    arms as (
      insert into rollup_arms (tenant_id, currency, arm_kind, day, prev_on, enrolled, ordered, revenue, revenue_squares)
      select ${tenantId}, currency, arm_kind, enrolled_on, coalesce(prev_on, ${neverBefore}), sum(sign), sum(sign * (spent_orders > 0)::int),
        sum(sign * spent), sum(sign * spent::numeric * spent)
      from ${sides} group by currency, arm_kind, enrolled_on, prev_on
      on conflict (tenant_id, currency, arm_kind, day, prev_on)
        do update set ${adding("rollup_arms", ["enrolled", "ordered", "revenue", "revenue_squares"])}
    ),
    days as (
      insert into rollup_days (tenant_id, currency, day, enrolled, holdout)
      select ${tenantId}, currency, enrolled_on, sum(sign), sum(sign * (arm_kind = 'holdout')::int)
      from ${sides} group by currency, enrolled_on
      on conflict (tenant_id, currency, day) do update set ${adding("rollup_days", ["enrolled", "holdout"])}
    )`;
}

/** Stands for no earlier day at all. */
const neverBefore = sql.raw("'0001-01-01'::date");

const funnelCounts = ["enrolled", "sent", "delivered", "clicked", "recovered", "ordered", "revenue"];

const adding = (table: string, counts: string[]) =>
  sql.raw(counts.map((count) => `${count} = ${table}.${count} + excluded.${count}`).join(", "));

/** The same facts without the differences, for sums that are made anew. Of enrollments by their own ids. */
export async function tellEnrollments(scope: Scope, cut: Cut, enrollmentIds: string[]): Promise<void> {
  if (enrollmentIds.length === 0) return;
  const ids = given(enrollmentIds);
  await scope.db.execute(sql`
    insert into enrollment_facts (tenant_id, enrollment_id, ${names()})
    select ${scope.tenantId}, enrollment_id, ${names()} from (${told(scope.tenantId, cut, ids)}) now
    on conflict (tenant_id, enrollment_id) do update set ${taken}
      where (${names("", "enrollment_facts.")}) is distinct from (${names("", "excluded.")})`);
}

/** All known enrollments of some days, for sums that are made anew; cohorts and days, which are added to, were emptied before. */
export async function sumEnrollments(scope: Scope, from: string, to: string): Promise<void> {
  for (const table of ["rollup_funnels", "rollup_survival", "rollup_shoppers", "rollup_arms"])
    await scope.db.execute(sql`
      delete from ${sql.identifier(table)} where tenant_id = ${scope.tenantId} and day between ${from}::date and ${to}::date`);
  await scope.db.execute(sql`
    with sides as materialized (
      select 1 as sign, ${names()} from enrollment_facts
      where tenant_id = ${scope.tenantId} and enrolled_on between ${from} and ${to}),
    ${sumsOf(scope.tenantId, sql`sides`)}
    select 1`);
}
