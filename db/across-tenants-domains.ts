import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

/** Tenants whose domains nobody has looked at for the better part of a day, those of the longest first. */
export async function acrossTenantsDueDomains(now: Date, limit: number): Promise<string[]> {
  const rows = await workerSql()<{ tenantId: string }[]>`
    select t.tenant_id as "tenantId" from tenants t
    left join lateral (select max(c.checked_at) as at from domain_checks c where c.tenant_id = t.tenant_id) last on true
    where last.at is null or last.at < ${iso(now)}::timestamptz - interval '23 hours'
    order by last.at nulls first, t.tenant_id limit ${limit}`;
  return rows.map(({ tenantId }) => tenantId);
}
