import { sql } from "drizzle-orm";
import type { CartWalk } from "#domain/sequence/cart-walk.ts";
import type { Step } from "#domain/sequence.ts";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import { iso, isoOrNull } from "./instants.ts";
import type { Scope } from "./scope.ts";

type Row = Omit<CartWalk, "graph"> & { graph: CartWalk["graph"] | null; messages: Step[] };

/** Every walk of a cart through a sequence, newest first, over the version that it goes on with. */
export async function listCartWalks(scope: Scope, cartId: string): Promise<CartWalk[]> {
  const rows = await scope.db.execute<Row>(sql`
    select e.id, e.sequence_id as "sequenceId", s.name as sequence, v.id as "versionId", v.number as version, v.graph,
      v.steps as messages,
      case when e.closed_at is null then p.step_id end as "standsAt",
      case when e.closed_at is null then e.next_due_at end as until, e.closed_at as "closedAt",
      e.close_reason as "closeReason",
      coalesce((select jsonb_agg(jsonb_build_object('ordinal', w.ordinal, 'stepId', w.step_id, 'kind', w.kind,
          'outcome', w.outcome, 'at', w.at) order by w.ordinal)
        from walk_steps w where w.tenant_id = e.tenant_id and w.enrollment_id = e.id), '[]') as steps
    from enrollments e
    join sequences s on s.tenant_id = e.tenant_id and s.id = e.sequence_id
    join sequence_versions v on v.tenant_id = e.tenant_id and v.id = coalesce(e.moved_to_version_id, e.version_id)
    left join walk_places p on p.tenant_id = e.tenant_id and p.enrollment_id = e.id
    where e.tenant_id = ${scope.tenantId} and e.cart_id = ${cartId}
    order by e.id desc limit 10`);
  return [...rows].map(({ messages, graph, ...row }) => ({
    ...row,
    graph: graph ?? graphOfSteps(messages),
    ...{ until: isoOrNull(row.until), closedAt: isoOrNull(row.closedAt) },
    steps: row.steps.map((step) => ({ ...step, at: iso(step.at) })),
  }));
}
