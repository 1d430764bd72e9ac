import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { newId } from "./ids.ts";
import { patternStops } from "./schema/oversight.ts";
import type { Scope } from "./scope.ts";

export type PatternStop = Omit<typeof patternStops.$inferSelect, "tenantId">;

/** The stop of a pattern that nobody has lifted, or null. */
export async function openStop(scope: Scope, pattern: string): Promise<PatternStop | null> {
  const [row] = await scope.db
    .select()
    .from(patternStops)
    .where(
      and(eq(patternStops.tenantId, scope.tenantId), eq(patternStops.pattern, pattern), isNull(patternStops.resumedAt)),
    );
  if (!row) return null;
  const { tenantId: _, ...stop } = row;
  return stop;
}

/** Whether messages of a pattern are kept from leaving now. */
export async function isPatternStopped(scope: Scope, pattern: string): Promise<boolean> {
  return (await openStop(scope, pattern)) !== null;
}

/** Every pattern that is stopped now, the newest stop first. */
export async function listOpenStops(scope: Scope): Promise<PatternStop[]> {
  const rows = await scope.db
    .select()
    .from(patternStops)
    .where(and(eq(patternStops.tenantId, scope.tenantId), isNull(patternStops.resumedAt)))
    .orderBy(desc(patternStops.at), desc(patternStops.id))
    .limit(200);
  return rows.map(({ tenantId: _, ...stop }) => stop);
}

/** Keeps a stop; false when the pattern is stopped already. */
export async function recordStop(
  scope: Scope,
  stop: { pattern: string; reason: string; byId: string },
  now: Date,
): Promise<boolean> {
  const rows = await scope.db
    .insert(patternStops)
    .values({ tenantId: scope.tenantId, id: newId("patternStop", now), ...stop, at: now })
    .onConflictDoNothing()
    .returning({ id: patternStops.id });
  return rows.length > 0;
}

/** Ends a stop; false when there was none. */
export async function endStop(scope: Scope, pattern: string, byId: string, now: Date): Promise<boolean> {
  const rows = await scope.db
    .update(patternStops)
    .set({ resumedById: byId, resumedAt: now })
    .where(
      and(eq(patternStops.tenantId, scope.tenantId), eq(patternStops.pattern, pattern), isNull(patternStops.resumedAt)),
    )
    .returning({ id: patternStops.id });
  return rows.length > 0;
}

/** The decisions whose message of a pattern is queued and not yet under way. */
export async function queuedOfPattern(scope: Scope, pattern: string, limit: number): Promise<string[]> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    select m.decision_id as id from messages m
    join drafts d on d.tenant_id = m.tenant_id and d.id = m.draft_id
    where m.tenant_id = ${scope.tenantId} and m.status = 'queued' and d.pattern = ${pattern}
    order by m.id limit ${limit}`);
  return rows.map((row) => row.id);
}

/** The decisions of a pattern that are held by its stop and not by anybody's own hand. */
export async function heldByStop(scope: Scope, pattern: string, limit: number): Promise<string[]> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    select d.decision_id as id from drafts d
    join lateral (select kind, by_kind from reviews r where r.tenant_id = d.tenant_id and r.draft_id = d.id
      order by seq desc limit 1) r on r.kind = 'taken_back' and r.by_kind = 'policy'
    where d.tenant_id = ${scope.tenantId} and d.place = 'held' and d.pattern = ${pattern}
    order by d.id limit ${limit}`);
  return rows.map((row) => row.id);
}
