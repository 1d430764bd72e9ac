import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

/**
 * Tenants with a domain that nobody has looked at for the better part of a day, those of the longest first. A domain that was
 * not looked at for days is in use no more.
 */
export async function acrossTenantsDueDomains(now: Date, limit: number): Promise<string[]> {
  const at = iso(now);
  const rows = await workerSql()<{ tenantId: string }[]>`
    select t.tenant_id as "tenantId" from tenants t
    left join lateral (
      select max(d.at) as newest, min(d.at) filter (where d.at > ${at}::timestamptz - interval '3 days') as oldest
      from (select max(c.checked_at) as at from domain_checks c where c.tenant_id = t.tenant_id group by c.domain) d
    ) last on true
    where last.oldest is null or last.oldest < ${at}::timestamptz - interval '23 hours'
    order by last.newest nulls first, t.tenant_id limit ${limit}`;
  return rows.map(({ tenantId }) => tenantId);
}
