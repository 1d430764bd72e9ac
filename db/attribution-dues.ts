import { and, eq, sql } from "drizzle-orm";
import { iso } from "./instants.ts";
import { attributionDues } from "./schema/attribution.ts";
import type { Scope } from "./scope.ts";

/** Marks the orders that these contacts placed after these acts: what they are credited to may be another now. */
export async function oweCreditAfter(scope: Scope, acts: { contactId: string; at: Date }[], now: Date): Promise<void> {
  if (acts.length === 0) return;
  const rows = JSON.stringify(acts.map(({ contactId, at }) => ({ contact_id: contactId, at: iso(at) })));
  await scope.db.execute(sql`
    insert into attribution_dues (tenant_id, order_id, since)
    select distinct o.tenant_id, o.id, ${iso(now)}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as acted(contact_id text, at timestamptz)
    join orders o on o.tenant_id = ${scope.tenantId} and o.contact_id = acted.contact_id and o.ordered_at >= acted.at
    on conflict do nothing`);
}

/** Marks all orders since an instant, as after a change of weights or windows. Returns how many were marked anew. */
export async function oweCreditSince(scope: Scope, since: Date, now: Date): Promise<number> {
  const rows = await scope.db.execute(sql`
    insert into attribution_dues (tenant_id, order_id, since)
    select o.tenant_id, o.id, ${iso(now)}::timestamptz from orders o
    where o.tenant_id = ${scope.tenantId} and o.ordered_at >= ${iso(since)}::timestamptz
    on conflict do nothing returning order_id`);
  return rows.length;
}

/**
 * Takes an order's mark away, before its credit is worked out in the same transaction: whoever marks it meanwhile waits,
 * and the mark stays.
 */
export async function settleDue(scope: Scope, orderId: string): Promise<void> {
  await scope.db
    .delete(attributionDues)
    .where(and(eq(attributionDues.tenantId, scope.tenantId), eq(attributionDues.orderId, orderId)));
}
