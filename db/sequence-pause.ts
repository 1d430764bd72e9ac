import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

export type Freed = { messageIds: string[]; enrollmentIds: string[] };

/** Lets a sequence rest: nobody enters, and whoever is inside waits. False when it rested already. */
export async function pauseSequence(scope: Scope, sequenceId: string, now: Date): Promise<boolean> {
  return (await turn(scope, sequenceId, sql`coalesce(paused_at, ${iso(now)}::timestamptz)`)) === null;
}

/** Lets a sequence go on. Returns what waited for it, to be announced; null when it did not rest. */
export async function resumeSequence(scope: Scope, sequenceId: string, now: Date): Promise<Freed | null> {
  if ((await turn(scope, sequenceId, sql`null`)) === null) return null;
  const messages = await scope.db.execute<{ id: string }>(sql`
    update messages m set reason = null, due_at = ${iso(now)}::timestamptz from enrollments e
    where m.tenant_id = ${scope.tenantId} and m.status = 'queued' and m.reason = 'sequence_paused'
      and e.tenant_id = m.tenant_id and e.id = m.enrollment_id and e.sequence_id = ${sequenceId}
    returning m.id`);
  const waiting = await scope.db.execute<{ id: string }>(sql`
    select e.id from enrollments e
    where e.tenant_id = ${scope.tenantId} and e.sequence_id = ${sequenceId} and e.closed_at is null
      and 'sequence_paused' = (select d.reason from decisions d where d.tenant_id = e.tenant_id and d.enrollment_id = e.id
        order by d.position desc, d.ordinal desc limit 1)
    order by e.id`);
  return { messageIds: messages.map(({ id }) => id), enrollmentIds: waiting.map(({ id }) => id) };
}

/** The sequences that rest now. */
export async function pausedSequences(scope: Scope): Promise<Set<string>> {
  const rows = await scope.db.execute<{ id: string }>(
    sql`select id from sequences where tenant_id = ${scope.tenantId} and paused_at is not null`,
  );
  return new Set(rows.map((row) => row.id));
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
