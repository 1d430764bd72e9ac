import { sql } from "drizzle-orm";
import { appDatabase, type Database } from "./connections.ts";

declare const scoped: unique symbol;

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A transaction that sees one tenant only. Every db verb takes it first; it is made nowhere else. */
export type Scope = { readonly db: Transaction; readonly tenantId: string; readonly [scoped]: true };

/** Runs `work` in one transaction as the app's role with the tenant set; row-level security does the rest. */
export function withScope<T>(tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  return appDatabase().transaction(async (db) => {
    await db.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`);
    return work({ db, tenantId } as unknown as Scope);
  });
}
