import { workerSql } from "./connections.ts";

/** The experiments of all tenants that run or are paused now, for the job that looks after them. */
export async function acrossTenantsWithExperiments(): Promise<{ tenantId: string; experimentId: string }[]> {
  const rows = await workerSql()<{ tenantId: string; experimentId: string }[]>`
    select e.tenant_id as "tenantId", e.id as "experimentId" from experiments e
    join lateral (select kind from experiment_acts a where a.tenant_id = e.tenant_id and a.experiment_id = e.id
      and a.kind <> 'changed' order by a.seq desc limit 1) act on true
    where act.kind in ('started', 'resumed', 'paused') order by 1, 2`;
  return [...rows];
}

export type HeldOut = { tenantId: string; enrollmentId: string; experimentId: string };

/** Held-out enrollments that are to be asked now whether they would have been written to, the longest due first. */
export async function acrossTenantsHeldOut(now: Date, limit: number): Promise<HeldOut[]> {
  const rows = await workerSql()<HeldOut[]>`
    select tenant_id as "tenantId", enrollment_id as "enrollmentId", experiment_id as "experimentId"
    from enrollment_arms where ask_again_at <= ${now} order by ask_again_at limit ${limit}`;
  return [...rows];
}
