import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type MoveRefusal, type MoveView, refusalToMove, type Underway } from "#domain/sequence/migration.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import type { Scope } from "./scope.ts";
import { graphOf, liveVersions } from "./sequences.ts";

type Behind = Underway & { id: string; versionId: string };
type Live = { versionId: string; number: number };

/** What of a sequence's open runs on earlier versions could go on with the live one; null while none is live. */
export async function readMove(scope: Scope, sequenceId: string): Promise<MoveView | null> {
  const live = await liveOf(scope, sequenceId);
  return live && viewOf(live, await judged(scope, live, await runsBehind(scope, sequenceId, live)));
}

/**
 * Lets the open runs of a sequence that can go on with its live version do so, and answers what was moved and what stays.
 * Each is locked where it stands, so that none takes a step meanwhile. `conflict` while no version is live.
 */
export async function moveRuns(scope: Scope, sequenceId: string): Promise<MoveView> {
  const live = await liveOf(scope, sequenceId);
  if (!live) throw new AppError("conflict", "No version of this sequence is live");
  await placeByMessages(scope, sequenceId);
  await scope.db.execute(sql`select p.enrollment_id from walk_places p
    join enrollments e on e.tenant_id = p.tenant_id and e.id = p.enrollment_id
    where p.tenant_id = ${scope.tenantId} and e.sequence_id = ${sequenceId} and e.closed_at is null
    order by p.enrollment_id for update of p`);
  const runs = await judged(scope, live, await runsBehind(scope, sequenceId, live));
  const ids = runs.flatMap(({ id, refusal }) => (refusal === null ? [id] : []));
  await scope.db.execute(sql`update enrollments set moved_to_version_id = ${live.versionId}
    where tenant_id = ${scope.tenantId} and closed_at is null
      and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`);
  return viewOf(live, runs);
}

/** The message that a run without a place was written last: where it stands, as before places were kept of its version. */
const lastWritten = sql`(select v.steps -> max(d.position) ->> 'id' from decisions d
  where d.tenant_id = e.tenant_id and d.enrollment_id = e.id and d.kind = 'send')`;

const versionOfRun = sql`sequence_versions v on v.tenant_id = e.tenant_id
  and v.id = coalesce(e.moved_to_version_id, e.version_id)`;

/** Keeps where the runs stand of which none kept a place, so that they go on from there in another graph too. */
async function placeByMessages({ db, tenantId }: Scope, sequenceId: string): Promise<void> {
  await db.execute(sql`insert into walk_places (tenant_id, enrollment_id, step_id, started_at, since, passed)
    select tenant_id, id, step_id, abandoned_at, abandoned_at, 0 from (
      select e.tenant_id, e.id, e.abandoned_at, ${lastWritten} as step_id from enrollments e join ${versionOfRun}
      where e.tenant_id = ${tenantId} and e.sequence_id = ${sequenceId} and e.closed_at is null
        and e.arm_kind = 'variant') standing
    where step_id is not null on conflict do nothing`);
}

async function liveOf(scope: Scope, sequenceId: string): Promise<Live | null> {
  const live = (await liveVersions(scope)).find((one) => one.sequenceId === sequenceId);
  if (!live) return null;
  const [row] = await scope.db.execute<{ number: number }>(sql`
    select number from sequence_versions where tenant_id = ${scope.tenantId} and id = ${live.versionId}`);
  return { versionId: live.versionId, number: row?.number ?? 0 };
}

async function runsBehind({ db, tenantId }: Scope, sequenceId: string, { versionId }: Live): Promise<Behind[]> {
  return [
    ...(await db.execute<Behind>(sql`
      select e.id, v.id as "versionId",
        case when p.enrollment_id is null then ${lastWritten} else p.step_id end as "stepId",
        coalesce((select json_agg(distinct d.position) from decisions d where d.tenant_id = e.tenant_id
          and d.enrollment_id = e.id), '[]') as decided,
        exists (select from enrollment_arms a
          join experiments x on x.tenant_id = a.tenant_id and x.id = a.experiment_id
          cross join lateral jsonb_array_elements(x.arms) tried
          where a.tenant_id = e.tenant_id and a.enrollment_id = e.id
            and tried -> 'change' ->> 'versionId' is not null) as "testsVersions"
      from enrollments e join ${versionOfRun} left join walk_places p on p.tenant_id = e.tenant_id and p.enrollment_id = e.id
      where e.tenant_id = ${tenantId} and e.sequence_id = ${sequenceId} and e.closed_at is null
        and e.arm_kind = 'variant' and v.id <> ${versionId}
      order by e.id`)),
  ];
}

type Judged = Behind & { refusal: MoveRefusal | null };

async function judged(scope: Scope, live: Live, runs: Behind[]): Promise<Judged[]> {
  const to = await graphOf(scope, live.versionId);
  const graphs = new Map<string, SequenceGraph | null>();
  for (const { versionId } of runs) if (!graphs.has(versionId)) graphs.set(versionId, await graphOf(scope, versionId));
  return runs.flatMap((run) => {
    const from = graphs.get(run.versionId);
    return from && to ? [{ ...run, refusal: refusalToMove(run, { from, to }) }] : [];
  });
}

function viewOf({ number }: Live, runs: Judged[]): MoveView {
  const stays = Map.groupBy(
    runs.flatMap(({ refusal }) => refusal ?? []),
    (reason) => reason,
  );
  const movable = runs.filter(({ refusal }) => refusal === null).length;
  return { number, movable, refused: [...stays].map(([reason, all]) => ({ reason, runs: all.length })) };
}
