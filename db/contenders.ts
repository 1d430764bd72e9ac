import { type SQL, sql } from "drizzle-orm";
import { type Contender, claimedPriority, supersededBy } from "#domain/timing/priority.ts";
import { iso } from "./instants.ts";
import { tellEnrollmentsStopped } from "./outgoing-facts.ts";
import type { Scope } from "./scope.ts";

/** The enrollments, named `e`, that want to speak to a contact: open ones of sequences in use that have not expired. */
export const contending = (now: Date): SQL => sql`e.closed_at is null
  and e.abandoned_at > ${iso(now)}::timestamptz
    - (select make_interval(days => expiry_days) from policies p where p.tenant_id = e.tenant_id)
  and (select archived_at is null from sequences s where s.tenant_id = e.tenant_id and s.id = e.sequence_id)
  and (select version_id is not null from publications u where u.tenant_id = e.tenant_id and u.sequence_id = e.sequence_id
    order by u.at desc, u.id desc limit 1)`;

/** Of an enrollment `e` of a sequence `s`. */
export const priority: SQL = sql`(select case when c.claimed then ${claimedPriority} else s.priority end
  from carts c where c.tenant_id = e.tenant_id and c.id = e.cart_id)`;

export type StoredContender = { enrollmentId: string; sequenceId: string; priority: number; since: string };

export const contenderOf = (row: StoredContender): Contender => ({ ...row, since: new Date(row.since) });

/** Who of a contact's open enrollments wants to speak to them. */
export async function listContenders(scope: Scope, contactId: string, now: Date): Promise<Contender[]> {
  const rows = await scope.db.execute<StoredContender>(sql`
    select e.id as "enrollmentId", e.sequence_id as "sequenceId", ${priority} as priority, e.abandoned_at as since
    from enrollments e join sequences s on s.tenant_id = e.tenant_id and s.id = e.sequence_id
    where e.tenant_id = ${scope.tenantId} and e.contact_id = ${contactId} and ${contending(now)}`);
  return [...rows].map((row) => contenderOf({ ...row, since: iso(row.since) }));
}

/** Closes all of a contact's open enrollments but the one that goes first, each with the sequence that does. Returns the ids. */
export async function supersedeLosers(scope: Scope, contactId: string, now: Date): Promise<string[]> {
  const losers = supersededBy(await listContenders(scope, contactId, now));
  if (losers.length === 0) return [];
  const closed = await scope.db.execute<{ id: string }>(sql`
    update enrollments e set closed_at = ${iso(now)}::timestamptz, close_reason = 'superseded', next_due_at = null,
      superseded_by = l."bySequenceId"
    from jsonb_to_recordset(${JSON.stringify(losers)}::text::jsonb) as l("enrollmentId" text, "bySequenceId" text)
    where e.tenant_id = ${scope.tenantId} and e.id = l."enrollmentId" and e.closed_at is null
    returning e.id`);
  const ids = [...closed].map((row) => row.id);
  await tellEnrollmentsStopped(scope, ids, now);
  return ids;
}
