import { workerSql } from "./connections.ts";
import { rollupShape } from "./rollup-states.ts";

// The job that keeps the rollups asks for whom there is something to do; each tenant's own rows it reads in its scope.

/** Tenants of whom something changed that is not counted yet, the longest ago first, or whose rollups have to be made anew. */
export async function acrossTenantsMarked(): Promise<{ tenantId: string; stale: boolean }[]> {
  return workerSql()<{ tenantId: string; stale: boolean }[]>`
    select * from (
      select t.tenant_id as "tenantId",
        r.tenant_id is null or r.rebuilding_since is not null or r.time_zone <> t.time_zone or r.version <> ${rollupShape} as stale,
        (select k.seq from rollup_marks k where k.tenant_id = t.tenant_id order by k.seq limit 1) as oldest
      from tenants t left join rollup_states r on r.tenant_id = t.tenant_id) marked
    where stale or oldest is not null order by oldest`;
}
