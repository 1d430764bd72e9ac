import { type SQL, sql } from "drizzle-orm";
import type { WaitReason } from "#domain/decision.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

/** Messages and enrollments that may go on. */
export type Freed = { messageIds: string[]; enrollmentIds: string[] };

/** Lets go of what waits for one reason. `of` says of which enrollments `e`. Returns it, to be announced. */
export async function freeWaiting(scope: Scope, reason: WaitReason, of: SQL, now: Date): Promise<Freed> {
  const { tenantId, db } = scope;
  const messages = await db.execute<{ id: string }>(sql`
    update messages m set reason = null, due_at = ${iso(now)}::timestamptz from enrollments e
    where m.tenant_id = ${tenantId} and m.status = 'queued' and m.reason = ${reason}
      and e.tenant_id = m.tenant_id and e.id = m.enrollment_id and ${of}
    returning m.id`);
  const enrollments = await db.execute<{ id: string }>(sql`
    select e.id from enrollments e where e.tenant_id = ${tenantId} and ${of} and e.closed_at is null
      and ${reason} = (select d.reason from decisions d where d.tenant_id = ${tenantId} and d.enrollment_id = e.id
        order by d.position desc, d.ordinal desc limit 1)
    order by e.id`);
  return { messageIds: messages.map(({ id }) => id), enrollmentIds: enrollments.map(({ id }) => id) };
}
