import { sql } from "drizzle-orm";
import type { WithheldReason } from "#domain/budget.ts";
import type { Decision, StopReason, WaitReason } from "#domain/decision.ts";
import { iso, isoOrNull } from "./instants.ts";
import type { Scope } from "./scope.ts";

/** One stored answer of `decide`, with its reason where it is not to send. */
export type ApiDecision = {
  id: string;
  enrollmentId: string;
  position: number;
  kind: Decision["kind"];
  reason: StopReason | WaitReason | "skipped" | null;
  until: string | null;
  incentiveId: string | null;
  withheldIncentiveId: string | null;
  withheldBecause: WithheldReason | null;
  at: string;
};

/** Every decision about a cart, in the order in which they fell. */
export async function listApiDecisions(scope: Scope, cartId: string): Promise<ApiDecision[]> {
  const rows = await scope.db.execute<ApiDecision>(sql`
    select d.id, d.enrollment_id as "enrollmentId", d.position, d.kind, d.reason, d.until, d.incentive_id as "incentiveId",
      d.withheld_incentive_id as "withheldIncentiveId", d.withheld_because as "withheldBecause", d.at
    from decisions d join enrollments e on e.tenant_id = d.tenant_id and e.id = d.enrollment_id
    where d.tenant_id = ${scope.tenantId} and e.cart_id = ${cartId}
    order by d.at, d.position, d.ordinal limit 500`);
  return [...rows].map((row) => ({ ...row, at: iso(row.at), until: isoOrNull(row.until) }));
}
