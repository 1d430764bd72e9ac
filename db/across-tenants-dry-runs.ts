import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

/** Dry runs that still go on a while after they were asked for, the oldest first: their event may have been lost. */
export async function acrossTenantsStandingDryRuns(
  now: Date,
  limit: number,
): Promise<{ tenantId: string; id: string }[]> {
  const since = iso(new Date(now.getTime() - 60_000));
  return workerSql()<{ tenantId: string; id: string }[]>`
    select tenant_id as "tenantId", id from dry_runs
    where status = 'running' and started_at <= ${since} order by started_at limit ${limit}`;
}
