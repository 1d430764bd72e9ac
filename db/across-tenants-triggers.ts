import type { OrderTriggerKind } from "#domain/trigger.ts";
import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

// What lets people into sequences beside carts, found over many tenants in one statement each. Orders and visits that
// wait are rows: an event that was lost costs a minute.

export type QuietVisit = { tenantId: string; id: string };

/** Visits that have been quiet for their tenant's threshold, oldest first. */
export async function acrossTenantsQuietVisits(now: Date, limit: number): Promise<QuietVisit[]> {
  return workerSql()<QuietVisit[]>`
    select v.tenant_id as "tenantId", v.id from policies p
    join visits v on v.tenant_id = p.tenant_id and v.settled_at is null
      and v.last_view_at <= ${iso(now)}::timestamptz - make_interval(mins => p.abandonment_minutes)
    order by v.last_view_at limit ${limit}`;
}

export type TriggeringOrder = { tenantId: string; sequenceId: string; orderId: string; kind: OrderTriggerKind };

/**
 * Orders that a live sequence has not looked at: placed, credited to an enrollment, or the last one of somebody for so
 * many days. A sequence takes in what was triggered while it was live, and no history that a shop brings with it: three
 * days for orders, thirty for an absence. `orderIds` asks about these alone.
 */
export async function acrossTenantsTriggeringOrders(
  now: Date,
  limit: number,
  orderIds: string[] | null = null,
): Promise<TriggeringOrder[]> {
  const sql = workerSql();
  const at = iso(now);
  return sql<TriggeringOrder[]>`
    with newest as (
      select distinct on (tenant_id, sequence_id) tenant_id, sequence_id, version_id from publications
      order by tenant_id, sequence_id, at desc, id desc),
    heard as (
      select n.tenant_id, n.sequence_id, t.kind, make_interval(days => t.days) as quiet,
        case t.kind when 'time_since_order' then interval '30 days' else interval '3 days' end as fresh
      from newest n join sequence_versions v on v.tenant_id = n.tenant_id and v.id = n.version_id
      join sequences s on s.tenant_id = n.tenant_id and s.id = n.sequence_id and s.archived_at is null
      cross join lateral (select v.graph -> 'trigger' ->> 'kind' as kind,
        coalesce((v.graph -> 'trigger' ->> 'days')::int, 0) as days) t
      where t.kind in ('order_placed', 'order_recovered', 'time_since_order'))
    select h.tenant_id as "tenantId", h.sequence_id as "sequenceId", o.id as "orderId", h.kind
    from heard h join orders o on o.tenant_id = h.tenant_id and o.contact_id is not null and o.status <> 'cancelled'
      and o.ordered_at <= ${at}::timestamptz - h.quiet and o.ordered_at > ${at}::timestamptz - h.quiet - h.fresh
    cross join lateral (select case h.kind when 'time_since_order' then o.ordered_at + h.quiet
      when 'order_placed' then o.created_at
      else (select min(c.created_at) from conversions c where c.tenant_id = o.tenant_id and c.order_id = o.id
        and c.model = 'last_click' and c.enrollment_id is not null) end as at) came
    where came.at is not null ${orderIds ? sql`and o.id = any(${orderIds})` : sql``}
      and not exists (select from order_triggers t where t.tenant_id = o.tenant_id and t.sequence_id = h.sequence_id
        and t.order_id = o.id)
      and (h.kind <> 'time_since_order' or not exists (select from orders l where l.tenant_id = o.tenant_id
        and l.contact_id = o.contact_id and l.status <> 'cancelled' and l.ordered_at > o.ordered_at))
      and (select v.graph -> 'trigger' ->> 'kind' from publications p
        left join sequence_versions v on v.tenant_id = p.tenant_id and v.id = p.version_id
        where p.tenant_id = h.tenant_id and p.sequence_id = h.sequence_id
          and p.at <= came.at order by p.at desc, p.id desc limit 1) = h.kind
    order by o.ordered_at limit ${limit}`;
}

/** What was looked at is forgotten after so many days, with the visits that nobody was written to about. */
const viewDays = 30;
const forgottenTogether = 5_000;

/** Forgets old views and visits; a part of them at a time, so that no sweep is long. */
export async function acrossTenantsForgetViews(now: Date): Promise<number> {
  const sql = workerSql();
  const before = iso(new Date(now.getTime() - viewDays * 86_400_000));
  const views = await sql`
    delete from product_views where (tenant_id, webhook_event_id) in (
      select tenant_id, webhook_event_id from product_views where at < ${before} order by at limit ${forgottenTogether})`;
  const visits = await sql`
    delete from visits where (tenant_id, id) in (
      select v.tenant_id, v.id from policies p join visits v on v.tenant_id = p.tenant_id
      where v.settled_at < ${before} limit ${forgottenTogether})`;
  return views.count + visits.count;
}
