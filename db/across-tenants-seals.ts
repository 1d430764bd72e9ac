import { workerSql } from "./connections.ts";
import { reseal } from "./encryption.ts";
import { reviewWebhookContext } from "./review-webhooks.ts";
import { endpointContext } from "./webhook-endpoints.ts";
import { writerKeyContext } from "./writer-settings.ts";

export type ResealedPage = { sealed: number; next: string | null };

/** Seals writers' keys anew, where the encryption key before this one sealed them; a page of tenants. */
export function acrossTenantsResealWriters(after: string, limit: number): Promise<ResealedPage> {
  return resealColumn({ table: "writer_settings", column: "key_sealed", contextOf: writerKeyContext }, after, limit);
}

/** The same for the secrets of the reviewers' webhooks. */
export function acrossTenantsResealReviewWebhooks(after: string, limit: number): Promise<ResealedPage> {
  const place = { table: "review_webhooks", column: "secret_encrypted", contextOf: reviewWebhookContext };
  return resealColumn(place, after, limit);
}

type SealedEndpoint = { tenantId: string; id: string; secret: string; previous: string | null };

/** The same for the secrets of webhook endpoints; a page of endpoints by their ids. */
export async function acrossTenantsResealEndpoints(after: string, limit: number): Promise<ResealedPage> {
  const sql = workerSql();
  const found = await sql<SealedEndpoint[]>`
    select tenant_id as "tenantId", id, secret_encrypted as secret, previous_secret_encrypted as previous
    from webhook_endpoints where id > ${after} order by id limit ${limit}`;
  let sealed = 0;
  for (const { tenantId, id, secret, previous } of found) {
    const context = endpointContext(tenantId, id);
    const anew = { secret: reseal(secret, context), previous: previous === null ? null : reseal(previous, context) };
    if (!anew.secret && !anew.previous) continue;
    // Only over what was read: a secret that was rotated meanwhile is under the current key already.
    await sql`update webhook_endpoints set secret_encrypted = ${anew.secret ?? secret},
      previous_secret_encrypted = ${anew.previous ?? previous}
      where tenant_id = ${tenantId} and id = ${id} and secret_encrypted = ${secret}`;
    sealed += Number(anew.secret !== null) + Number(anew.previous !== null);
  }
  return { sealed, next: found.length === limit ? (found.at(-1)?.id ?? null) : null };
}

/** A table that seals one secret a tenant. */
type Place = { table: string; column: string; contextOf: (tenantId: string) => string };

async function resealColumn({ table, column, contextOf }: Place, after: string, limit: number): Promise<ResealedPage> {
  const sql = workerSql();
  const found = await sql<{ tenantId: string; secret: string }[]>`
    select tenant_id as "tenantId", ${sql(column)} as secret from ${sql(table)}
    where ${sql(column)} is not null and tenant_id > ${after} order by tenant_id limit ${limit}`;
  let sealed = 0;
  for (const { tenantId, secret } of found) {
    const anew = reseal(secret, contextOf(tenantId));
    if (!anew) continue;
    // Only over what was read: a secret that was replaced meanwhile is under the current key already.
    await sql`update ${sql(table)} set ${sql(column)} = ${anew} where tenant_id = ${tenantId} and ${sql(column)} = ${secret}`;
    sealed += 1;
  }
  return { sealed, next: found.length === limit ? (found.at(-1)?.tenantId ?? null) : null };
}
