import { and, eq, sql } from "drizzle-orm";
import { contacts } from "./schema/contacts.ts";
import type { Scope } from "./scope.ts";

/** Puts one of our own tags on a contact or takes it off; repeated, it changes nothing. An erased contact gets none. */
export async function setTag(
  scope: Scope,
  contactId: string,
  { tag, act }: { tag: string; act: "add" | "remove" },
): Promise<void> {
  const without = sql`array_remove(coalesce(${contacts.tags}, '{}'), ${tag})`;
  await scope.db
    .update(contacts)
    .set({ tags: act === "add" ? sql`array_append(${without}, ${tag})` : without })
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(contacts.id, contactId), sql`${contacts.erasedAt} is null`));
}
