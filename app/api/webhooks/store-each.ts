import { acrossTenantsStoreWebhooks, type StoredWebhook } from "#db/across-tenants-doors.ts";
import { isRowFault } from "#db/row-fault.ts";

export type Kept = "stored" | "duplicate" | "failed";

/** Stores rows in one statement; where one of them cannot be stored, the others are all the same. */
export async function storeEach(rows: StoredWebhook[]): Promise<Kept[]> {
  if (rows.length === 0) return [];
  try {
    const fresh = new Set((await acrossTenantsStoreWebhooks(rows)).map((one) => one.id));
    return rows.map((row) => (fresh.has(row.id) ? "stored" : "duplicate"));
  } catch (fault) {
    if (!isRowFault(fault)) throw fault;
    if (rows.length === 1) return ["failed"];
    const half = Math.ceil(rows.length / 2);
    return [...(await storeEach(rows.slice(0, half))), ...(await storeEach(rows.slice(half)))];
  }
}
