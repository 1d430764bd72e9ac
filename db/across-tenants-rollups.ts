import { workerSql } from "./connections.ts";
import { rollupShape } from "./rollup-states.ts";

// The job that keeps the rollups asks for whom there is something to do; each tenant's own rows it reads in its scope.

/** Tenants of whom something changed that is not counted yet, or whose rollups have to be made anew. */
export async function acrossTenantsMarked(): Promise<{ tenantId: string; stale: boolean }[]> {
  return workerSql()<{ tenantId: string; stale: boolean }[]>`
    select t.tenant_id as "tenantId",
      r.tenant_id is null or r.rebuilding_since is not null or r.time_zone <> t.time_zone or r.version <> ${rollupShape} as stale
    from tenants t left join rollup_states r on r.tenant_id = t.tenant_id
    where r.tenant_id is null or r.rebuilding_since is not null or r.time_zone <> t.time_zone or r.version <> ${rollupShape}
      or exists (select from rollup_marks k where k.tenant_id = t.tenant_id)`;
}
