import { workerSql } from "./connections.ts";

/** The tenants in which a draft waits for a person now, or in which reviewers were last told that one does. */
export async function acrossTenantsWithDraftsWaiting(): Promise<string[]> {
  const rows = await workerSql()<{ tenantId: string }[]>`
    select tenant_id as "tenantId" from drafts where place = 'waiting' group by tenant_id
    union
    select tenant_id from review_webhooks where told_count > 0`;
  return rows.map(({ tenantId }) => tenantId);
}

/** The tenants in which somebody wants to be mailed what was won back. */
export async function acrossTenantsWithReportReaders(): Promise<string[]> {
  const rows = await workerSql()<{ tenantId: string }[]>`
    select tenant_id as "tenantId" from members where report <> 'off' and removed_at is null group by tenant_id`;
  return rows.map(({ tenantId }) => tenantId);
}
