import { and, eq } from "drizzle-orm";
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
