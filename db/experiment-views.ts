import { sql } from "drizzle-orm";
import type { Analysis } from "#domain/experiment/analysis.ts";
import { type ExperimentActKind, type ExperimentState, experimentActs, stateOf } from "#domain/experiment/life.ts";
import { verdictText } from "#domain/experiment/told.ts";
import type { ExperimentListRow, TriableSequence } from "#domain/experiment-view.ts";
import type { Step } from "#domain/sequence.ts";
import { graphOfSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { iso, isoOrNull } from "./instants.ts";
import type { Scope } from "./scope.ts";

export type ExperimentListFilters = {
  state?: ExperimentState;
  sequenceId?: string;
  before?: string;
  limit?: number;
};

type Row = Omit<ExperimentListRow, "state" | "verdict"> & {
  act: ExperimentActKind;
  found: Pick<Analysis, "verdict" | "metric" | "currency"> | null;
};

/** Experiments, the newest first, each with its state, sequence and newest verdict; `next` is what to ask for as `before`. */
export async function listExperimentRows(
  scope: Scope,
  { state, sequenceId, before, limit = 20 }: ExperimentListFilters,
): Promise<{ rows: ExperimentListRow[]; next: string | null }> {
  const acts = state ? actsThatLeadTo(state) : null;
  const found = await scope.db.execute<Row>(sql`
    select e.id, e.name, e.arms, e.created_at as "createdAt", act.kind as act, told.*,
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as sequence,
      (select json_build_object('verdict', analysis -> 'verdict', 'metric', analysis -> 'metric',
          'currency', analysis -> 'currency') from experiment_looks l where l.tenant_id = e.tenant_id and l.experiment_id = e.id
        order by l.kind limit 1) as found
    from experiments e
    left join sequences s on s.tenant_id = e.tenant_id and s.id = e.sequence_id
    join lateral (select kind from experiment_acts a where a.tenant_id = e.tenant_id and a.experiment_id = e.id
      and a.kind <> 'changed' order by a.seq desc limit 1) act on true
    cross join lateral (select min(at) filter (where kind = 'started') as "startedAt",
        min(at) filter (where kind in ('stopped', 'concluded')) as "endedAt"
      from experiment_acts a where a.tenant_id = e.tenant_id and a.experiment_id = e.id) told
    where e.tenant_id = ${scope.tenantId}
      ${sequenceId ? sql`and e.sequence_id = ${sequenceId}` : sql``}
      ${before ? sql`and e.id < ${before}` : sql``}
      ${
        acts
          ? sql`and act.kind in (${sql.join(
              acts.map((kind) => sql`${kind}`),
              sql`, `,
            )})`
          : sql``
      }
    order by e.id desc limit ${limit + 1}`);
  const rows = [...found].slice(0, limit).map(({ act, found: look, ...row }) => ({
    ...row,
    arms: row.arms.map(({ name, kind, share }) => ({ name, kind, share })),
    createdAt: iso(row.createdAt),
    startedAt: isoOrNull(row.startedAt),
    endedAt: isoOrNull(row.endedAt),
    state: stateOf([{ kind: act }]),
    verdict: look ? verdictText(look.verdict, look) : null,
  }));
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

function actsThatLeadTo(state: ExperimentState): ExperimentActKind[] {
  return experimentActs.filter((kind) => kind !== "changed" && stateOf([{ kind }]) === state);
}

type Version = { id: string; name: string; live: boolean; steps: Step[]; graph: SequenceGraph | null };

/** Every sequence that something may be tried on, with what its arms may change and the versions they may walk instead. */
export async function listTriableSequences(scope: Scope): Promise<TriableSequence[]> {
  const rows = await scope.db.execute<Version & Pick<TriableSequence, "versions">>(sql`
    with published as (select distinct on (sequence_id) sequence_id, version_id from publications
        where tenant_id = ${scope.tenantId} order by sequence_id, at desc, id desc),
      newest as (select distinct on (sequence_id) sequence_id, id from sequence_versions
        where tenant_id = ${scope.tenantId} order by sequence_id, number desc)
    select s.id, s.name, p.version_id is not null as live, v.steps, v.graph,
      coalesce((select json_agg(json_build_object('id', f.id, 'number', f.number) order by f.number desc)
        from sequence_versions f where f.tenant_id = s.tenant_id and f.sequence_id = s.id and f.frozen), '[]') as versions
    from sequences s
    join newest on newest.sequence_id = s.id
    left join published p on p.sequence_id = s.id
    join sequence_versions v on v.tenant_id = s.tenant_id and v.id = coalesce(p.version_id, newest.id)
    where s.tenant_id = ${scope.tenantId} and s.archived_at is null order by p.version_id is null, s.id`);
  return [...rows].map(({ steps, graph, ...row }) => ({ ...row, graph: graph ?? graphOfSteps(steps) }));
}
