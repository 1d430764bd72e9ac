import { sql } from "drizzle-orm";
import type { StepFigures } from "#domain/sequence-draft.ts";
import { sumsSpeak } from "./result-sums.ts";
import type { Scope } from "./scope.ts";

type Row = Omit<StepFigures, "revenue"> & { currency: string | null; revenue: number };

/** What became of each message of a version: one row a place and currency, folded into one a place. */
export async function readStepFigures(scope: Scope, versionId: string): Promise<StepFigures[]> {
  const rows = await scope.db.execute<Row>(sql`
    with ${(await sumsSpeak(scope)) ? bySums(scope, versionId) : byRows(scope, versionId)},
    stopped as (select d.position, count(distinct d.enrollment_id)::int as "notSent"
      from decisions d join enrollments e on e.tenant_id = d.tenant_id and e.id = d.enrollment_id
      where d.tenant_id = ${scope.tenantId} and e.version_id = ${versionId} and d.kind = 'stop' group by 1)
    select position, coalesce(sent, 0) as sent, coalesce(opened, 0) as opened, coalesce(clicked, 0) as clicked,
      coalesce(orders, 0) as orders, coalesce("notSent", 0) as "notSent", currency, coalesce(revenue, 0) as revenue
    from counts full join stopped using (position) left join won using (position) order by 1, currency`);
  const places = new Map<number, StepFigures>();
  for (const { currency, revenue, orders, ...row } of rows) {
    const place = places.get(row.position) ?? { ...row, orders: 0, revenue: [] };
    if (currency) place.revenue.push({ currency, amount: revenue });
    places.set(row.position, { ...place, orders: place.orders + orders });
  }
  return [...places.values()];
}

const bySums = (scope: Scope, versionId: string) => sql`
    told as (select position, currency, sum(sent)::int as sent, sum(opened)::int as opened, sum(clicked)::int as clicked,
        sum(orders)::int as orders, sum(revenue)::float8 as revenue
      from rollup_steps where tenant_id = ${scope.tenantId} and version_id = ${versionId} group by 1, 2),
    counts as (select position, sum(sent)::int as sent, sum(opened)::int as opened, sum(clicked)::int as clicked
      from told group by 1 having sum(sent) > 0),
    won as (select position, currency, orders, revenue from told where orders > 0)`;

const byRows = (scope: Scope, versionId: string) => sql`
    sent as (
      select m.position, m.id, exists (select from touchpoints t where t.tenant_id = m.tenant_id
          and t.message_id = m.id and t.kind = 'open' and t.by = 'person') as opened,
        exists (select from touchpoints t where t.tenant_id = m.tenant_id and t.message_id = m.id
          and t.kind = 'click' and t.by = 'person') as clicked
      from messages m join enrollments e on e.tenant_id = m.tenant_id and e.id = m.enrollment_id
      where m.tenant_id = ${scope.tenantId} and e.version_id = ${versionId} and m.status = 'sent'),
    counts as (select position, count(*)::int as sent, (count(*) filter (where opened))::int as opened,
        (count(*) filter (where clicked))::int as clicked from sent group by 1),
    won as (select sent.position, c.currency, count(distinct c.order_id)::int as orders, sum(c.amount)::float8 as revenue
      from sent join conversions c on c.tenant_id = ${scope.tenantId} and c.message_id = sent.id
      where c.model = 'last_click' group by 1, 2)`;
