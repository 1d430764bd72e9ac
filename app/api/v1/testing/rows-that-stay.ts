import { workerSql } from "#db/connections.ts";

/** What a tenant has that nobody else may change, as one row to compare. */
export async function rowsThatStay(tenantId: string): Promise<object> {
  const [row] = await workerSql()`
    select (select count(*) from api_keys k where k.tenant_id = t.tenant_id and revoked_at is null)::int as keys,
      (select count(*) from reviews r where r.tenant_id = t.tenant_id)::int as reviews,
      (select count(*) from publications p where p.tenant_id = t.tenant_id)::int as publications,
      (select md5(string_agg(id || status || array_to_string(tags, ' '), ' ' order by id)) from letters l
        where l.tenant_id = t.tenant_id) as letters,
      (select count(*) from incentives i where i.tenant_id = t.tenant_id and archived_at is null)::int as incentives,
      (select count(*) from contacts c where c.tenant_id = t.tenant_id and erased_at is null)::int as contacts,
      (select count(*) from dry_runs d where d.tenant_id = t.tenant_id)::int as dry_runs,
      (select md5(string_agg(id || status || due_at, ' ' order by id)) from messages m
        where m.tenant_id = t.tenant_id) as messages,
      (select p.oversight_mode from policies p where p.tenant_id = t.tenant_id) as mode,
      t.paused_at from tenants t where tenant_id = ${tenantId}`;
  if (!row) throw new Error("there is no such tenant");
  return row;
}
