import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

/** Orders whose credit has to be worked out again, the longest owed first. */
export async function acrossTenantsDueCredits(limit: number): Promise<{ tenantId: string; orderId: string }[]> {
  return workerSql()<{ tenantId: string; orderId: string }[]>`
    select tenant_id as "tenantId", order_id as "orderId" from attribution_dues order by since, order_id limit ${limit}`;
}

/** Tenants where somebody clicked since an instant, or ordered: the others' weights cannot have changed. */
export async function acrossTenantsWithPaths(since: Date): Promise<string[]> {
  const rows = await workerSql()<{ tenantId: string }[]>`
    select tenant_id as "tenantId" from tenants t
    where exists (select from touchpoints p where p.tenant_id = t.tenant_id and p.kind = 'click' and p.by = 'person'
      and p.at >= ${iso(since)})
    order by tenant_id`;
  return rows.map(({ tenantId }) => tenantId);
}

/** Forgets the networks of acts that are no longer judged together with others. Returns how many. */
export async function acrossTenantsForgetNetworks(before: Date, limit: number): Promise<number> {
  const rows = await workerSql()`
    update touchpoints t set network = null
    from (select tenant_id, click_id from touchpoints where network is not null and at < ${iso(before)}
      order by at limit ${limit}) old
    where t.tenant_id = old.tenant_id and t.click_id = old.click_id`;
  return rows.count;
}
