import { sql } from "drizzle-orm";
import type { CloseReason } from "#domain/enrollment.ts";
import type { SettledCart, SettledOrder } from "#domain/recovery-case.ts";
import { tellEnrollmentsStopped } from "./outgoing-facts.ts";
import type { Scope } from "./scope.ts";

export type Change = SettledCart & { wasOrdered: boolean; wasMerged: boolean };

/** Writes what newly follows for carts and orders. Returns the enrollments that ended by it. */
export async function storeSettled(
  scope: Scope,
  { carts, orders }: { carts: Change[]; orders: SettledOrder[] },
  now: Date,
): Promise<string[]> {
  if (orders.length > 0) await storeOrders(scope, orders);
  if (carts.length === 0) return [];
  await storeCarts(scope, carts);
  await storeLinks(scope, carts);
  const idsOf = (some: Change[]) => some.map((one) => one.id);
  const bought = idsOf(carts.filter((one) => one.orderedAt && !one.wasOrdered));
  const merged = idsOf(carts.filter((one) => one.mergedInto && !one.wasMerged));
  return [...(await close(scope, bought, "ordered", now)), ...(await close(scope, merged, "superseded", now))];
}

async function storeOrders({ db, tenantId }: Scope, orders: SettledOrder[]): Promise<void> {
  const rows = orders.map((one) => ({ id: one.id, contact_id: one.contactId }));
  await db.execute(sql`
    with said as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id text, contact_id text)),
    stand as (update carts c set contact_id = said.contact_id from said
      where c.tenant_id = ${tenantId} and c.external_id = 'order:' || said.id and c.stands_for = 'order'
        and said.contact_id is not null),
    told as (update enrollments e set contact_id = said.contact_id from said
      where e.tenant_id = ${tenantId} and e.trigger_id = said.id and e.closed_at is null and said.contact_id is not null)
    update orders o set contact_id = said.contact_id from said where o.tenant_id = ${tenantId} and o.id = said.id`);
}

/** Whom an open enrollment writes to follows the cart, as when the person has a new address. */
async function storeCarts({ db, tenantId }: Scope, carts: Change[]): Promise<void> {
  const rows = carts.map((one) => ({
    ...{ id: one.id, contact_id: one.contactId, order_id: one.orderId, merged_into: one.mergedInto },
    ...{ ordered_at: one.orderedAt, deleted_at: one.deletedAt },
  }));
  await db.execute(sql`
    with said as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(id text, contact_id text, order_id text, merged_into text, ordered_at timestamptz, deleted_at timestamptz)),
    moved as (update enrollments e set contact_id = said.contact_id from said
      where e.tenant_id = ${tenantId} and e.cart_id = said.id and e.closed_at is null
        and said.contact_id is not null and e.contact_id <> said.contact_id)
    update carts c set contact_id = said.contact_id, order_id = said.order_id, merged_into = said.merged_into,
      ordered_at = said.ordered_at, deleted_at = said.deleted_at,
      enrollment_refusal = case when c.contact_id is distinct from said.contact_id then null else c.enrollment_refusal end
    from said where c.tenant_id = ${tenantId} and c.id = said.id`);
}

async function storeLinks({ db, tenantId }: Scope, carts: Change[]): Promise<void> {
  const ids = JSON.stringify(carts.map((one) => one.id));
  const links = carts.flatMap((one) => one.orderIds.map((orderId) => ({ cart_id: one.id, order_id: orderId })));
  await db.execute(sql`
    with said as (select * from jsonb_to_recordset(${JSON.stringify(links)}::text::jsonb) as r(cart_id text, order_id text)),
    gone as (delete from order_carts l where l.tenant_id = ${tenantId}
      and l.cart_id in (select jsonb_array_elements_text(${ids}::text::jsonb))
      and not exists (select from said where said.cart_id = l.cart_id and said.order_id = l.order_id))
    insert into order_carts (tenant_id, order_id, cart_id) select ${tenantId}, order_id, cart_id from said
    on conflict do nothing`);
}

async function close(scope: Scope, cartIds: string[], reason: CloseReason, now: Date): Promise<string[]> {
  const { db, tenantId } = scope;
  if (cartIds.length === 0) return [];
  const rows = await db.execute<{ id: string }>(sql`
    update enrollments set closed_at = ${now.toISOString()}, close_reason = ${reason}, next_due_at = null
    where tenant_id = ${tenantId} and closed_at is null
      and cart_id in (select jsonb_array_elements_text(${JSON.stringify(cartIds)}::text::jsonb))
    returning id`);
  const ids = [...rows].map((row) => row.id);
  await tellEnrollmentsStopped(scope, ids, now);
  return ids;
}
