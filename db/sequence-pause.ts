import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type Freed, freeWaiting } from "./freed.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";
import { standsAtEffect } from "./walks.ts";

/** Lets a sequence rest: nobody enters, and whoever is inside waits. False when it rested already. */
export async function pauseSequence(scope: Scope, sequenceId: string, now: Date): Promise<boolean> {
  return (await turn(scope, sequenceId, sql`coalesce(paused_at, ${iso(now)}::timestamptz)`)) === null;
}

/** Lets a sequence go on. Returns what waited for it, to be announced; null when it did not rest. */
export async function resumeSequence(scope: Scope, sequenceId: string, now: Date): Promise<Freed | null> {
  if ((await turn(scope, sequenceId, sql`null`)) === null) return null;
  const { messageIds, enrollmentIds } = await freeWaiting(
    scope,
    "sequence_paused",
    sql`e.sequence_id = ${sequenceId}`,
    now,
  );
  const atEffects = await scope.db.execute<{ id: string }>(sql`select e.id from enrollments e
    where e.tenant_id = ${scope.tenantId} and e.sequence_id = ${sequenceId} and e.closed_at is null and ${standsAtEffect}
    order by e.id`);
  return { messageIds, enrollmentIds: [...new Set([...enrollmentIds, ...atEffects.map(({ id }) => id)])] };
}

/** Whether a sequence rests now. */
export async function isPaused(scope: Scope, sequenceId: string): Promise<boolean> {
  const [row] = await scope.db.execute<{ paused: boolean }>(sql`select paused_at is not null as paused
    from sequences where tenant_id = ${scope.tenantId} and id = ${sequenceId}`);
  return row?.paused ?? false;
}

/** Sets since when a sequence rests and returns since when it rested before. */
async function turn(scope: Scope, sequenceId: string, since: ReturnType<typeof sql>): Promise<string | null> {
  const mine = sql`tenant_id = ${scope.tenantId} and id = ${sequenceId} and archived_at is null`;
  const [before] = await scope.db.execute<{ paused_at: string | null }>(
    sql`select paused_at from sequences where ${mine} for update`,
  );
  if (!before) throw new AppError("not_found", "There is no such sequence.");
  await scope.db.execute(sql`update sequences set paused_at = ${since} where ${mine}`);
  return before.paused_at;
}
