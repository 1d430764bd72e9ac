import { workerSql } from "./connections.ts";

/** The tenants in which a draft waits for a person now, or in which reviewers were last told that one does. */
export async function acrossTenantsWithDraftsWaiting(): Promise<string[]> {
  const rows = await workerSql()<{ tenantId: string }[]>`
    select tenant_id as "tenantId" from drafts d
    where d.chosen and d.held_reason is not null and d.review_due_at is not null
      and not exists (select from reviews r where r.tenant_id = d.tenant_id and r.draft_id = d.id)
    group by tenant_id
    union
    select tenant_id from review_webhooks where told_count > 0`;
  return rows.map(({ tenantId }) => tenantId);
}
