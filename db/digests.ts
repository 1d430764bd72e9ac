import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { DigestChoice, Waiting } from "#domain/digest.ts";
import { isoOrNull } from "./instants.ts";
import { digests } from "./schema/notices.ts";
import { members } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

export type Reviewer = { id: string; email: string; choice: DigestChoice };

/** The members who may review and want to hear what waits. */
export function listReviewers(scope: Scope): Promise<Reviewer[]> {
  const may = inArray(members.role, ["marketer", "admin", "owner"]);
  return scope.db
    .select({ id: members.id, email: members.email, choice: members.digest })
    .from(members)
    .where(and(eq(members.tenantId, scope.tenantId), isNull(members.removedAt), ne(members.digest, "off"), may))
    .orderBy(asc(members.id));
}

/** How much waits for a person, by step, the nearest deadline first. */
export async function readWaiting(scope: Scope): Promise<Waiting> {
  const found = await scope.db.execute<Waiting["steps"][number]>(sql`
    select sequences.name as sequence, decisions.position, count(*)::int as count,
      min(drafts.review_due_at) as "nextDueAt"
    from drafts
    join decisions on decisions.tenant_id = drafts.tenant_id and decisions.id = drafts.decision_id
    join enrollments on enrollments.tenant_id = decisions.tenant_id and enrollments.id = decisions.enrollment_id
    join sequences on sequences.tenant_id = enrollments.tenant_id and sequences.id = enrollments.sequence_id
    where drafts.tenant_id = ${scope.tenantId} and drafts.place = 'waiting'
    group by 1, 2 order by 4 nulls last, 1, 2`);
  const steps = [...found].map((step) => ({ ...step, nextDueAt: isoOrNull(step.nextDueAt) }));
  const count = steps.reduce((sum, step) => sum + step.count, 0);
  return { count, nextDueAt: steps[0]?.nextDueAt ?? null, steps };
}

/** Whether this member has had the digest of this occasion. */
export async function wasTold(scope: Scope, memberId: string, occasion: string): Promise<boolean> {
  const [row] = await scope.db
    .select({ mailId: digests.mailId })
    .from(digests)
    .where(and(eq(digests.tenantId, scope.tenantId), eq(digests.memberId, memberId), eq(digests.occasion, occasion)));
  return row !== undefined;
}

/** Notes the digest of an occasion; false when it is noted already. */
export async function recordDigest(
  scope: Scope,
  digest: { memberId: string; occasion: string; mailId: string },
  now: Date,
): Promise<boolean> {
  const made = await scope.db
    .insert(digests)
    .values({ tenantId: scope.tenantId, ...digest, at: now })
    .onConflictDoNothing()
    .returning({ mailId: digests.mailId });
  return made.length > 0;
}

/** How often a member hears what waits. */
export async function digestChoiceOf(scope: Scope, memberId: string): Promise<DigestChoice> {
  const [row] = await scope.db.select({ choice: members.digest }).from(members).where(eq(members.id, memberId));
  return row?.choice ?? "off";
}

export async function saveDigestChoice(scope: Scope, memberId: string, choice: DigestChoice): Promise<void> {
  await scope.db.update(members).set({ digest: choice }).where(eq(members.id, memberId));
}
