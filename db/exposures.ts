import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

/**
 * Notes that a contact has come to what its experiment is about, the first time only, under the arm that it was assigned.
 * Whoever was never assigned, as under a promoted arm, is in no experiment any more and leaves no row.
 */
export async function recordExposure(
  scope: Scope,
  seen: { experimentId: string; contactId: string; enrollmentId: string; stepId: string | null },
  now: Date,
): Promise<void> {
  const { experimentId, contactId, enrollmentId, stepId } = seen;
  await scope.db.execute(sql`
    insert into exposures (tenant_id, experiment_id, contact_id, arm, enrollment_id, step_id, at)
    select tenant_id, experiment_id, contact_id, arm, ${enrollmentId}, ${stepId}, ${now.toISOString()}::timestamptz
    from assignments where tenant_id = ${scope.tenantId} and experiment_id = ${experimentId} and contact_id = ${contactId}
    on conflict do nothing`);
}
