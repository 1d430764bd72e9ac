import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

/** Who has exactly this address, where the text is a whole one: found by an index, where parts of addresses are looked for in all. */
export async function contactsAt(scope: Scope, text: string | undefined): Promise<string[]> {
  const address = text?.trim().toLowerCase() ?? "";
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) return [];
  const rows = await scope.db.execute<{ id: string }>(
    sql`select id from contacts where tenant_id = ${scope.tenantId} and address = ${address}`,
  );
  return [...rows].map((row) => row.id);
}
