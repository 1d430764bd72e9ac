import { workerSql } from "./connections.ts";
import { reseal } from "./encryption.ts";
import { reviewWebhookContext } from "./review-webhooks.ts";

/** The tenants in which a draft waits for a person now, or in which reviewers were last told that one does. */
export async function acrossTenantsWithDraftsWaiting(): Promise<string[]> {
  const rows = await workerSql()<{ tenantId: string }[]>`
    select tenant_id as "tenantId" from drafts where place = 'waiting' group by tenant_id
    union
    select tenant_id from review_webhooks where told_count > 0`;
  return rows.map(({ tenantId }) => tenantId);
}

/** Seals the reviewers' webhooks' secrets with the current key where the one before it sealed them; a page of tenants. */
export async function acrossTenantsResealReviewWebhooks(
  after: string,
  limit: number,
): Promise<{ sealed: number; next: string | null }> {
  const sql = workerSql();
  const found = await sql<{ tenantId: string; secret: string }[]>`
    select tenant_id as "tenantId", secret_encrypted as secret from review_webhooks
    where tenant_id > ${after} order by tenant_id limit ${limit}`;
  let sealed = 0;
  for (const { tenantId, secret } of found) {
    const anew = reseal(secret, reviewWebhookContext(tenantId));
    if (!anew) continue;
    // Only over what was read: a secret that was replaced meanwhile is under the current key already.
    await sql`update review_webhooks set secret_encrypted = ${anew} where tenant_id = ${tenantId} and secret_encrypted = ${secret}`;
    sealed += 1;
  }
  return { sealed, next: found.length === limit ? (found.at(-1)?.tenantId ?? null) : null };
}
