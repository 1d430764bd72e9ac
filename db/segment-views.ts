import { sql } from "drizzle-orm";
import { isPartOf } from "#domain/condition/part-of.ts";
import type { Condition } from "#domain/condition.ts";
import type { SegmentRow, SegmentUse } from "#domain/segment-view.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import type { Scope } from "./scope.ts";
import { countContacts, listSegments } from "./segments.ts";

/** The segments by name, each with how many contacts fit it now and the sequences in which its condition stands. */
export async function listSegmentRows(scope: Scope, now: Date): Promise<SegmentRow[]> {
  const segments = await listSegments(scope);
  const conditions = segments.map((segment) => segment.condition);
  const counts = await countContacts(scope, conditions, now);
  const graphs = segments.length > 0 ? await graphsOf(scope) : [];
  return segments.map(({ id, name, condition, updatedAt }, place) => ({
    ...{ id, name, condition, contacts: counts[place] ?? 0, updatedAt: updatedAt.toISOString() },
    usedIn: usesOf(condition, graphs),
  }));
}

type Held = SegmentUse & { graph: SequenceGraph };

/** The live version of each sequence first, then what is being edited. */
async function graphsOf(scope: Scope): Promise<Held[]> {
  const { tenantId } = scope;
  return [
    ...(await scope.db.execute<Held>(sql`
      with live as (
        select distinct on (sequence_id) sequence_id, version_id from publications
        where tenant_id = ${tenantId} order by sequence_id, id desc),
      held as (
        select v.sequence_id, 'live' as by, v.graph from sequence_versions v join live on live.version_id = v.id
        where v.tenant_id = ${tenantId} and v.graph is not null
        union all select d.sequence_id, 'draft', d.graph from sequence_drafts d where d.tenant_id = ${tenantId})
      select held.sequence_id as "sequenceId", s.name, held.by, held.graph
      from held join sequences s on s.tenant_id = ${tenantId} and s.id = held.sequence_id
      where s.archived_at is null order by s.name, held.by desc`)),
  ];
}

function usesOf(condition: Condition, graphs: Held[]): SegmentUse[] {
  const uses = new Map<string, SegmentUse>();
  for (const { graph, ...use } of graphs)
    if (!uses.has(use.sequenceId) && conditionsIn(graph).some((whole) => isPartOf(condition, whole)))
      uses.set(use.sequenceId, use);
  return [...uses.values()];
}

/** Who enters, what ends it early, and what its splits ask. */
function conditionsIn({ entry, exits, steps }: SequenceGraph): Condition[] {
  return [
    ...(entry ? [entry] : []),
    ...exits.flatMap((exit) => (exit.kind === "condition" ? [exit.when] : [])),
    ...steps.flatMap((step) => (step.kind === "split" && step.when ? [step.when] : [])),
  ];
}
