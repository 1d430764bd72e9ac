import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { unplaced } from "#domain/timing/priority.ts";
import { sequences } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

/** The sequences that somebody has put in an order, the first first. */
export async function readSequenceOrder(scope: Scope): Promise<string[]> {
  const rows = await scope.db
    .select({ id: sequences.id, priority: sequences.priority })
    .from(sequences)
    .where(and(eq(sequences.tenantId, scope.tenantId), isNull(sequences.archivedAt)))
    .orderBy(asc(sequences.priority), asc(sequences.id));
  return rows.filter((row) => row.priority < unplaced).map((row) => row.id);
}

/** Puts sequences in an order; those not named are after them all, and equal. Refuses names of none. */
export async function saveSequenceOrder(scope: Scope, ids: string[]): Promise<void> {
  const { db, tenantId } = scope;
  const places = sql`jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as p(id, place)`;
  const [known] = await db.execute<{ count: number }>(sql`select count(*)::int as count from ${places}
    join sequences s on s.tenant_id = ${tenantId} and s.id = p.id and s.archived_at is null`);
  if (known?.count !== ids.length) throw new AppError("not_found", "There is no such sequence.");
  await db.execute(sql`update sequences s set priority = coalesce(
      (select p.place from ${places} where p.id = s.id), ${unplaced})
    where s.tenant_id = ${tenantId} and s.archived_at is null`);
}
