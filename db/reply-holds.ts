import { sql } from "drizzle-orm";
import { recordDecision } from "./decisions.ts";
import { setNextDue } from "./enrollments.ts";
import { type Freed, freeWaiting } from "./freed.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

type Standing = { id: string; position: number };

/**
 * Holds back what a contact would be sent while they write with us: each open enrollment waits with its reason, and what is
 * queued already waits with it. The last look of each message asks again, so that nothing here need be complete.
 */
export async function holdBack(scope: Scope, contactId: string, until: Date, now: Date): Promise<void> {
  const { tenantId, db } = scope;
  const open = await db.execute<Standing>(sql`
    select e.id, coalesce((select case when d.kind = 'wait' then d.position else d.position + 1 end from decisions d
      where d.tenant_id = ${tenantId} and d.enrollment_id = e.id order by d.position desc, d.ordinal desc limit 1), 0) as position
    from enrollments e where e.tenant_id = ${tenantId} and e.contact_id = ${contactId} and e.closed_at is null
    and e.arm_kind <> 'holdout' order by e.id for no key update`);
  for (const { id, position } of open) {
    await recordDecision(
      scope,
      { enrollmentId: id, position, incentiveId: null },
      { kind: "wait", reason: "replied", until },
      now,
    );
    await setNextDue(scope, id, until);
  }
  await db.execute(sql`update messages set reason = 'replied', due_at = greatest(due_at, ${iso(until)}::timestamptz)
    where tenant_id = ${tenantId} and contact_id = ${contactId} and status = 'queued'`);
}

/** Lets go of what waits for a conversation that is closed. Returns the messages and the enrollments, to be announced. */
export function letGo(scope: Scope, contactId: string, now: Date): Promise<Freed> {
  const nobodyWaits = sql`not exists (select from conversations c where c.tenant_id = ${scope.tenantId}
    and c.contact_id = ${contactId} and c.status = 'open' and c.pauses_since is not null)`;
  return freeWaiting(scope, "replied", sql`e.contact_id = ${contactId} and ${nobodyWaits}`, now);
}
