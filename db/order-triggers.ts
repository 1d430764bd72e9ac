import { and, eq, sql } from "drizzle-orm";
import type { CloseReason, TriggerRefusal } from "#domain/enrollment.ts";
import type { OrderTriggerKind } from "#domain/trigger.ts";
import { tellEnrollmentsStopped } from "./outgoing-facts.ts";
import { orderTriggers } from "./schema/triggers.ts";
import type { Scope } from "./scope.ts";

/** Takes an order for a sequence, once; false when it was taken before. Two who ask at once are told apart by the key. */
export async function takeOrderTrigger(
  scope: Scope,
  trigger: { sequenceId: string; orderId: string; kind: OrderTriggerKind },
  now: Date,
): Promise<boolean> {
  const rows = await scope.db
    .insert(orderTriggers)
    .values({ tenantId: scope.tenantId, ...trigger, at: now })
    .onConflictDoNothing()
    .returning({ orderId: orderTriggers.orderId });
  return rows.length > 0;
}

/** Says why an order let nobody into a sequence. */
export async function refuseOrderTrigger(
  scope: Scope,
  trigger: { sequenceId: string; orderId: string },
  refusal: TriggerRefusal,
): Promise<void> {
  await scope.db
    .update(orderTriggers)
    .set({ refusal })
    .where(
      and(
        eq(orderTriggers.tenantId, scope.tenantId),
        eq(orderTriggers.sequenceId, trigger.sequenceId),
        eq(orderTriggers.orderId, trigger.orderId),
      ),
    );
}

/** Whether a contact ordered again after an instant; what was cancelled is no order. */
export async function orderedAgain(scope: Scope, contactId: string, after: Date): Promise<boolean> {
  const [found] = await scope.db.execute<{ again: boolean }>(sql`select exists (
    select from orders where tenant_id = ${scope.tenantId} and contact_id = ${contactId}
      and status <> 'cancelled' and ordered_at > ${after.toISOString()}::timestamptz) as again`);
  return found?.again ?? false;
}

/**
 * What orders end beside their own carts: what was said to their person about a visit or an absence, what is about an
 * earlier order and whose graph says so, and what thanks for an order that was cancelled. Returns the closed enrollments.
 */
export async function endByOrders(scope: Scope, orderIds: string[], now: Date): Promise<string[]> {
  if (orderIds.length === 0) return [];
  const { db, tenantId } = scope;
  const named = sql`select jsonb_array_elements_text(${JSON.stringify([...new Set(orderIds)])}::text::jsonb)`;
  const close = (reason: CloseReason) =>
    sql`update enrollments e set closed_at = ${now.toISOString()}, close_reason = ${reason}, next_due_at = null`;
  const ordered = await db.execute<{ id: string }>(sql`
    ${close("ordered")} from orders o, carts c
    where o.tenant_id = ${tenantId} and o.id in (${named}) and o.status <> 'cancelled'
      and e.tenant_id = ${tenantId} and e.contact_id = o.contact_id and e.closed_at is null
      and c.tenant_id = ${tenantId} and c.id = e.cart_id and c.stands_for <> 'basket'
      and e.trigger_id <> o.id and o.ordered_at >= c.source_created_at
      and (e.trigger_kind in ('browse_abandoned', 'time_since_order') or exists (
        select from sequence_versions v where v.tenant_id = ${tenantId} and v.id = e.version_id
          and v.graph -> 'exits' @> '[{"kind": "order"}]'))
    returning e.id`);
  const cancelled = await db.execute<{ id: string }>(sql`
    with gone as (
      update carts c set deleted_at = ${now.toISOString()} from orders o
      where o.tenant_id = ${tenantId} and o.id in (${named}) and o.status = 'cancelled' and c.tenant_id = ${tenantId}
        and c.shop_id = o.shop_id and c.external_id = 'order:' || o.id and c.stands_for = 'order' and c.deleted_at is null
      returning c.id)
    ${close("order_cancelled")} from gone where e.tenant_id = ${tenantId} and e.cart_id = gone.id and e.closed_at is null
    returning e.id`);
  const ids = [...ordered, ...cancelled].map((row) => row.id);
  await tellEnrollmentsStopped(scope, ids, now);
  return ids;
}
