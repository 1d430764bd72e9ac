import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { SequenceRow } from "#domain/rows.ts";
import type { PublicationView, SequenceVersionView, SequenceView, StepOutcome } from "#domain/sequence-view.ts";
import { iso, isoOrNull } from "./instants.ts";
import { sumsSpeak } from "./result-sums.ts";
import { personsClick } from "./result-views.ts";
import type { Scope } from "./scope.ts";
import { sequenceSums, versionPlaceSums, versionSums } from "./sequence-sums.ts";

const newestPublication = sql`select distinct on (sequence_id) * from publications order by sequence_id, at desc, id desc`;

/** Every sequence of the tenant with its live version and what it has done so far. */
export async function listSequences(scope: Scope): Promise<SequenceRow[]> {
  const done = (await sumsSpeak(scope)) ? doneBySums(scope) : doneByRows;
  const rows = await scope.db.execute<SequenceRow>(sql`
    with live as (${newestPublication}),
      newest as (select distinct on (sequence_id) * from sequence_versions order by sequence_id, number desc)
    select sequences.id, sequences.name, version.number as "liveVersion",
      case when version.id is not null then live.at end as "liveSince", sequences.paused_at as "pausedAt", newest.number as "newestVersion",
      jsonb_array_length(coalesce(version.steps, newest.steps)) as "stepCount", done.*
    from sequences join newest on newest.sequence_id = sequences.id
    left join live on live.sequence_id = sequences.id
    left join sequence_versions version on version.id = live.version_id
    cross join lateral (${done}) done
    where sequences.archived_at is null order by sequences.id`);
  return [...rows].map((row) => ({ ...row, liveSince: isoOrNull(row.liveSince), pausedAt: isoOrNull(row.pausedAt) }));
}

const doneByRows = sql`
  select count(*)::int as enrolled, (count(*) filter (where closed_at is null and arm_kind = 'variant'))::int as open,
    (count(*) filter (where exists (select from conversions where conversions.enrollment_id = enrollments.id
      and conversions.model = 'last_click')))::int as recovered
  from enrollments where enrollments.sequence_id = sequences.id`;

const doneBySums = (scope: Scope) => sql`
  select coalesce(sum(enrolled), 0)::int as enrolled, (select count(*)::int from enrollments
      where tenant_id = ${scope.tenantId} and sequence_id = sequences.id and closed_at is null and arm_kind = 'variant') as open,
    coalesce(sum(recovered), 0)::int as recovered
  from (${sequenceSums(scope)}) sums where sums.sequence_id = sequences.id`;

/** One sequence with its versions, publications and what became of each step. */
export async function readSequence(scope: Scope, sequenceId: string): Promise<SequenceView> {
  const [found] = await scope.db.execute<Pick<SequenceView, "id" | "name" | "liveVersionId" | "pausedAt">>(sql`
    select id, name, paused_at as "pausedAt", (select version_id from publications where sequence_id = sequences.id
      order by at desc, publications.id desc limit 1) as "liveVersionId"
    from sequences where id = ${sequenceId}`);
  if (!found) throw new AppError("not_found", "There is no such sequence");
  const sums = await sumsSpeak(scope);
  return {
    ...found,
    pausedAt: isoOrNull(found.pausedAt),
    versions: await versionsOf(scope, sequenceId, sums),
    publications: await publicationsOf(scope, sequenceId),
    outcomes: sums
      ? [...(await scope.db.execute<StepOutcome>(versionPlaceSums(scope, sequenceId)))]
      : await outcomesOf(scope, sequenceId),
  };
}

async function versionsOf(scope: Scope, sequenceId: string, sums: boolean): Promise<SequenceVersionView[]> {
  const enrolled = sums
    ? sql`(select enrolled from (${versionSums(scope, sequenceId)}) told where told.id = sequence_versions.id)`
    : sql`(select count(*)::int from enrollments where enrollments.version_id = sequence_versions.id)`;
  const rows = await scope.db.execute<SequenceVersionView>(sql`
    select sequence_versions.id, number, steps, graph, frozen, updated_at as "updatedAt", members.name as by,
      coalesce(${enrolled}, 0) as enrolled
    from sequence_versions left join members on members.id = sequence_versions.created_by
    where sequence_id = ${sequenceId} order by number desc`);
  return [...rows].map((row) => ({ ...row, updatedAt: iso(row.updatedAt) }));
}

async function publicationsOf(scope: Scope, sequenceId: string): Promise<PublicationView[]> {
  const rows = await scope.db.execute<PublicationView>(sql`
    select publications.id, sequence_versions.number as version, members.name as by, publications.at
    from publications left join sequence_versions on sequence_versions.id = publications.version_id
    left join members on members.id = publications.by
    where publications.sequence_id = ${sequenceId} order by publications.at desc, publications.id desc limit 50`);
  return [...rows].map((row) => ({ ...row, at: iso(row.at) }));
}

async function outcomesOf(scope: Scope, sequenceId: string): Promise<StepOutcome[]> {
  const rows = await scope.db.execute<StepOutcome>(sql`
    select enrollments.version_id as "versionId", messages.position, count(*)::int as sent,
      (count(*) filter (where exists (select from touchpoints where touchpoints.message_id = messages.id
        and ${personsClick})))::int as clicked,
      (count(*) filter (where exists (select from conversions where conversions.enrollment_id = enrollments.id
        and conversions.message_id = messages.id and conversions.model = 'last_click')))::int as recovered
    from enrollments join messages on messages.enrollment_id = enrollments.id
    where enrollments.sequence_id = ${sequenceId} and messages.status = 'sent' group by 1, 2 order by 1, 2`);
  return [...rows];
}
