import { sql } from "drizzle-orm";
import type { AutonomyEvidence } from "#domain/oversight/earned-autonomy.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";
import type { StepPlace } from "./step-oversight.ts";

type Verdicts = Pick<AutonomyEvidence, "approvedUnedited" | "edited" | "rejected">;

/**
 * What people made of a step's newest words of ours since an instant: each decision counts once and by its last word, for an
 * edit by the edit. A verdict that was taken back is none. `most` looks at the newest so many only.
 */
export async function verdictsOf(
  scope: Scope,
  { sequenceId, versionId, stepId, since, most }: StepPlace & { since: Date; most: number | null },
): Promise<Verdicts> {
  const [found] = await scope.db.execute<Verdicts>(sql`
    with said as (
      select distinct on (d.decision_id) d.decision_id, r.kind, r.seq
      from reviews r join drafts d on d.tenant_id = r.tenant_id and d.id = r.draft_id and d.author_id is null
      where r.tenant_id = ${scope.tenantId} and r.sequence_id = ${sequenceId} and r.step_id = ${stepId}
        and r.version_id = ${versionId} and r.at >= ${iso(since)} and r.by_kind = 'member'
        and r.kind in ('approved', 'edited', 'rejected')
        and not exists (select from reviews u where u.tenant_id = r.tenant_id and u.draft_id = r.draft_id
          and u.kind = 'undone' and u.by_id = r.by_id and u.seq > r.seq)
      order by d.decision_id, (r.kind = 'edited') desc, r.seq desc),
    newest as (select kind from said order by seq desc ${most === null ? sql`` : sql`limit ${most}`})
    select count(*) filter (where kind = 'approved')::int as "approvedUnedited",
      count(*) filter (where kind = 'edited')::int as edited, count(*) filter (where kind = 'rejected')::int as rejected
    from newest`);
  return found ?? { approvedUnedited: 0, edited: 0, rejected: 0 };
}

/** How many of a step's messages left since an instant, and how many of them were complained of. */
export async function complaintsOf(
  scope: Scope,
  { versionId, position, since }: { versionId: string; position: number; since: Date },
): Promise<{ sent: number; complaints: number }> {
  const [found] = await scope.db.execute<{ sent: number; complaints: number }>(sql`
    select count(*)::int as sent, count(*) filter (where exists (
      select from message_events v where v.tenant_id = m.tenant_id and v.message_id = m.id and v.kind = 'complained'))::int
      as complaints
    from messages m join enrollments e on e.tenant_id = m.tenant_id and e.id = m.enrollment_id
    where m.tenant_id = ${scope.tenantId} and m.status = 'sent' and m.sent_at >= ${iso(since)}
      and m.position = ${position} and e.version_id = ${versionId}`);
  return found ?? { sent: 0, complaints: 0 };
}

/** How much people have seen of a version, and of a step in a language: reviews by people, up to `most` of each. */
export async function reviewsBefore(
  scope: Scope,
  of: StepPlace & { language: string; most: number },
): Promise<{ versionReviews: number; languageReviews: number }> {
  const { sequenceId, versionId, stepId, language, most } = of;
  const byPeople = sql`tenant_id = ${scope.tenantId} and sequence_id = ${sequenceId} and by_kind = 'member'
    and kind in ('approved', 'edited', 'rejected')`;
  const [found] = await scope.db.execute<{ versionReviews: number; languageReviews: number }>(sql`
    select (select count(*) from (select from reviews where ${byPeople} and version_id = ${versionId} limit ${most}) seen)::int
        as "versionReviews",
      (select count(*) from (select from reviews where ${byPeople} and step_id = ${stepId} and language = ${language}
        limit 1) seen)::int as "languageReviews"`);
  return found ?? { versionReviews: 0, languageReviews: 0 };
}
