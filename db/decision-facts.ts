import { and, eq, gte } from "drizzle-orm";
import { orders } from "./schema/carts.ts";
import { contacts } from "./schema/contacts.ts";
import type { Scope } from "./scope.ts";

/** One contact, or null when this tenant has none of that id. */
export async function contactOf(scope: Scope, id: string): Promise<typeof contacts.$inferSelect | null> {
  const [row] = await scope.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(contacts.id, id)));
  return row ?? null;
}

/** Whether the contact ordered anything since an instant; any order answers the cart, whatever its tokens. */
export async function orderedSince(scope: Scope, contactId: string, since: Date): Promise<boolean> {
  const rows = await scope.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.contactId, contactId), gte(orders.orderedAt, since)))
    .limit(1);
  return rows.length > 0;
}
