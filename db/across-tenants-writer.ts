import { workerSql } from "./connections.ts";
import { reseal } from "./encryption.ts";
import { writerKeyContext } from "./writer-settings.ts";

/** Seals writers' keys of a page of tenants anew, where the encryption key before this one sealed them. Pages by tenant id. */
export async function acrossTenantsResealWriters(
  after: string,
  limit: number,
): Promise<{ sealed: number; next: string | null }> {
  const sql = workerSql();
  const found = await sql<{ tenantId: string; key: string }[]>`
    select tenant_id as "tenantId", key_sealed as key from writer_settings
    where key_sealed is not null and tenant_id > ${after} order by tenant_id limit ${limit}`;
  let sealed = 0;
  for (const { tenantId, key } of found) {
    const anew = reseal(key, writerKeyContext(tenantId));
    if (!anew) continue;
    // Only over what was read: a key that was replaced meanwhile is under the current one already.
    await sql`update writer_settings set key_sealed = ${anew} where tenant_id = ${tenantId} and key_sealed = ${key}`;
    sealed += 1;
  }
  return { sealed, next: found.length === limit ? (found.at(-1)?.tenantId ?? null) : null };
}
