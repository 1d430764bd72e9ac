import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

/** The outcomes of a message in the order of the columns; each of the first eight is the day on which it first happened. */
const dayColumns = [
  "sent_on",
  "delivered_on",
  "opened_on",
  "clicked_on",
  "machine_clicked_on",
  "bounced_on",
  "unsubscribed_on",
  "complained_on",
] as const;
const sumColumns = ["orders", "revenue", "discount", "cost_micros"] as const;

const names = (columns: readonly string[], prefix = "") =>
  sql.raw(columns.map((column) => `${prefix}${column}`).join(", "));

/** What the rows say of messages now, by the tenant's days. Nothing has come of one that has not left. */
const told = (tenantId: string, timeZone: string, ids: SQL) => sql`
  select f.message_id, f.enrollment_id, f.currency, f.codes, f.products, f.version_id, f.position, f.incentive_id,
    ${dayOf(sql`case when m.status = 'sent' then m.sent_at end`, timeZone)} as sent_on,
    ${dayOf(sql`reports.delivered`, timeZone)} as delivered_on, ${dayOf(sql`acts.opened`, timeZone)} as opened_on,
    ${dayOf(sql`acts.clicked`, timeZone)} as clicked_on, ${dayOf(sql`acts.machine`, timeZone)} as machine_clicked_on,
    ${dayOf(sql`reports.bounced`, timeZone)} as bounced_on, ${dayOf(sql`gone.at`, timeZone)} as unsubscribed_on,
    ${dayOf(sql`reports.complained`, timeZone)} as complained_on,
    coalesce(credit.orders, 0) as orders, coalesce(credit.revenue, 0) as revenue, coalesce(credit.discount, 0) as discount,
    coalesce(spent.cost_micros, 0) as cost_micros, spent.cost_currency,
    extract(hour from m.sent_at at time zone ${timeZone})::int as hour,
    extract(isodow from m.sent_at at time zone ${timeZone})::int as weekday
  from (select * from message_facts where tenant_id = ${tenantId} and message_id in (${ids}) offset 0) f
  join messages m on m.tenant_id = f.tenant_id and m.id = f.message_id
  left join lateral (
    select min(at) filter (where kind = 'delivered') as delivered, min(at) filter (where kind = 'bounced') as bounced,
      min(at) filter (where kind = 'complained') as complained
    from message_events v where m.status = 'sent' and v.tenant_id = f.tenant_id and v.message_id = f.message_id) reports on true
  left join lateral (
    select min(at) filter (where kind = 'click' and by = 'person') as clicked,
      min(at) filter (where kind = 'click' and by = 'machine') as machine,
      min(at) filter (where kind = 'open' and by = 'person') as opened
    from touchpoints t where m.status = 'sent' and t.tenant_id = f.tenant_id and t.message_id = f.message_id) acts on true
  left join lateral (
    select min(at) as at from suppressions s
    where m.status = 'sent' and s.tenant_id = f.tenant_id and s.message_id = f.message_id and s.reason = 'unsubscribed') gone on true
  left join lateral (
    select count(*)::int as orders, sum(c.amount) as revenue, sum(case when exists (
        select from incentives i left join coupons k on k.tenant_id = m.tenant_id and k.decision_id = m.decision_id
        where i.tenant_id = m.tenant_id and i.id = m.incentive_id
          and (upper(i.code) = any(o.codes) or upper(k.code) = any(o.codes))) then o.discount else 0 end) as discount
    from conversions c
    left join lateral (
      select discount, (select array_agg(upper(code)) from unnest(discount_codes) as one(code)) as codes
      from orders where orders.tenant_id = c.tenant_id and orders.id = c.order_id) o on true
    where m.status = 'sent' and c.tenant_id = f.tenant_id and c.enrollment_id = f.enrollment_id and c.message_id = f.message_id
      and c.model = 'last_click') credit on true
  left join lateral (
    select sum(d.cost_micros) as cost_micros, min(d.cost_currency) as cost_currency from drafts d
    where m.status = 'sent' and d.tenant_id = f.tenant_id and d.decision_id = m.decision_id) spent on true`;

function dayOf(at: SQL, timeZone: string): SQL {
  return sql`(${at} at time zone ${timeZone})::date`;
}

/** Hour and weekday take the last two places once a message has left; what stood before it was queued never changes. */
const codesNow = (tenantId: string) => sql`now.codes[1:14] || case when now.sent_on is null then array[0, 0] else array[
  (select code from rollup_values v where v.tenant_id = ${tenantId} and v.dimension = 'hour' and v.value = lpad(now.hour::text, 2, '0')),
  (select code from rollup_values v where v.tenant_id = ${tenantId} and v.dimension = 'weekday' and v.value = now.weekday::text)] end`;

const all = [...dayColumns, ...sumColumns, "cost_currency"];

const taken = sql.raw(all.map((column) => `${column} = changed.${column}`).join(", "));

/**
 * Brings the facts of messages to what their rows say, and the difference into the deltas and the days. Asked again it finds
 * no difference: doubled and late marks change nothing. Returns how many had changed.
 */
export async function foldMessages(scope: Scope, timeZone: string, messageIds: string[]): Promise<number> {
  if (messageIds.length === 0) return 0;
  const ids = sql`select jsonb_array_elements_text(${JSON.stringify(messageIds)}::text::jsonb)`;
  const [row] = await scope.db.execute<{ changed: number }>(sql`
    with now as materialized (${told(scope.tenantId, timeZone, ids)}),
    changed as materialized (
      select now.*, ${codesNow(scope.tenantId)} as codes_now, ${names(all.map((column) => `f.${column} as was_${column}`))}
      from now join message_facts f on f.tenant_id = ${scope.tenantId} and f.message_id = now.message_id
      where (${names(all, "now.")}) is distinct from (${names(all, "f.")})
    ),
    kept as (
      update message_facts f set ${taken}, codes = changed.codes_now from changed
      where f.tenant_id = ${scope.tenantId} and f.message_id = changed.message_id
    ),
    deltas as (
      insert into rollup_deltas (tenant_id, day, currency, codes, products, ${names(deltaCounts)})
      select ${scope.tenantId}, sent_on, currency, codes_now, products, ${differences}, 0 from changed where sent_on is not null
      union all
      select ${scope.tenantId}, sent_on, coalesce(cost_currency, was_cost_currency), codes_now, products, ${elevenZeros},
        cost_micros - case when was_sent_on is null then 0 else was_cost_micros end
      from changed where sent_on is not null and coalesce(cost_currency, was_cost_currency) is not null
        and cost_micros <> case when was_sent_on is null then 0 else was_cost_micros end
    ),
    days as (${upsertDays(scope.tenantId, sql`changed`, true)}),
    steps as (${upsertSteps(scope.tenantId, bothSides)})
    select count(*)::int as changed from changed`);
  return row?.changed ?? 0;
}

const deltaCounts = [
  ...["sent", "delivered", "opened", "clicked", "machine_clicked", "bounced", "unsubscribed", "complained"],
  ...["orders", "revenue", "discount", "cost_micros"],
];

const elevenZeros = sql.raw(Array.from({ length: 11 }, () => "0").join(", "));

// A message counts in the cells from the day it left; until then nothing of it stood there.
const differences = sql.raw(
  [
    ...dayColumns.map(
      (column) => `(${column} is not null)::int - (was_${column} is not null and was_sent_on is not null)::int`,
    ),
    ...["orders", "revenue", "discount"].map(
      (column) => `${column} - case when was_sent_on is null then 0 else was_${column} end`,
    ),
  ].join(", "),
);

/** Adds messages to the days on which things happened to them, and takes them from the days where they were counted before. */
function upsertDays(tenantId: string, changed: SQL, subtract: boolean): SQL {
  const counts = dayColumns.map((column) => column.replace(/_on$/, ""));
  const signs = subtract ? ["", "was_"] : [""];
  const happened = dayColumns.flatMap((column, place) =>
    signs.map(
      (prefix) =>
        `(${prefix}${column}, ${counts.map((_, index) => (index === place ? (prefix ? -1 : 1) : 0)).join(", ")})`,
    ),
  );
  const sums = counts.map((name) => `sum(${name}) as ${name}`).join(", ");
  const set = counts.map((name) => `${name} = rollup_days.${name} + excluded.${name}`).join(", ");
  return sql`
    insert into rollup_days (tenant_id, currency, day, ${names(counts)})
    select ${tenantId}, currency, day, ${sql.raw(sums)}
    from ${changed} cross join lateral (values ${sql.raw(happened.join(", "))}) as happened(day, ${names(counts)})
    where day is not null group by currency, day
    on conflict (tenant_id, currency, day) do update set ${sql.raw(set)}`;
}

const stepFacts = ["opened_on", "clicked_on", "orders", "revenue"];

const bothSides = sql`(
  select 1 as sign, sent_on, currency, version_id, position, incentive_id, ${names(stepFacts)} from changed
  union all select -1, was_sent_on, currency, version_id, position, incentive_id, ${names(stepFacts, "was_")} from changed) sides`;

/** Adds sides of messages to what is kept of each place of a version. */
function upsertSteps(tenantId: string, sides: SQL): SQL {
  const set = stepCounts.map((name) => `${name} = rollup_steps.${name} + excluded.${name}`).join(", ");
  return sql`
    insert into rollup_steps (tenant_id, currency, day, version_id, position, incentive_id, ${names(stepCounts)})
    select ${tenantId}, currency, sent_on, version_id, position, incentive_id, sum(sign), sum(sign * (opened_on is not null)::int),
      sum(sign * (clicked_on is not null)::int), sum(sign * (orders > 0)::int), sum(sign * orders), sum(sign * revenue)
    from ${sides} where sent_on is not null group by currency, sent_on, version_id, position, incentive_id
    on conflict (tenant_id, currency, day, version_id, position, incentive_id) do update set ${sql.raw(set)}`;
}

const stepCounts = ["sent", "opened", "clicked", "recovered", "orders", "revenue"];

/** What is kept of a month's days and places, made anew from the facts; of days those that its messages fall on. */
export async function sumMessages(scope: Scope, from: string, to: string): Promise<void> {
  const { tenantId } = scope;
  const facts = sql`(select 1 as sign, * from message_facts where tenant_id = ${tenantId} and sent_on between ${from}::date and ${to}::date) facts`;
  await scope.db.execute(upsertDays(tenantId, facts, false));
  await scope.db.execute(
    sql`delete from rollup_steps where tenant_id = ${tenantId} and day between ${from}::date and ${to}::date`,
  );
  await scope.db.execute(upsertSteps(tenantId, facts));
}

/** The same facts without the differences, for sums that are made anew. */
export async function tellMessages(scope: Scope, timeZone: string, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const ids = sql`select jsonb_array_elements_text(${JSON.stringify(messageIds)}::text::jsonb)`;
  await scope.db.execute(sql`
    with now as materialized (${told(scope.tenantId, timeZone, ids)}),
    changed as (select now.*, ${codesNow(scope.tenantId)} as codes_now from now)
    update message_facts f set ${taken}, codes = changed.codes_now from changed
    where f.tenant_id = ${scope.tenantId} and f.message_id = changed.message_id
      and (f.codes, ${names(all, "f.")}) is distinct from (changed.codes_now, ${names(all, "changed.")})`);
}
