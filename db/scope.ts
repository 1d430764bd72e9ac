import { sql } from "drizzle-orm";
import { appDatabase, type Database } from "./connections.ts";

declare const scoped: unique symbol;

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A transaction that sees one tenant only. Every db verb takes it first; it is made nowhere else. */
export type Scope = { readonly db: Transaction; readonly tenantId: string; readonly [scoped]: true };

type Plans = "anew" | "once";

/**
 * Runs `work` in one transaction as the app's role with the tenant set; row-level security does the rest. What jobs do
 * thousands of times is planned once for all tenants; for pages each tenant's own size decides anew.
 */
export function withScope<T>(
  tenantId: string,
  work: (scope: Scope) => Promise<T>,
  { plans = "anew" }: { plans?: Plans } = {},
): Promise<T> {
  const mode = plans === "once" ? "force_generic_plan" : "force_custom_plan";
  return appDatabase().transaction(async (db) => {
    await db.execute(
      sql`select set_config('app.tenant_id', ${tenantId}, true), set_config('plan_cache_mode', ${mode}, true)`,
    );
    return work({ db, tenantId } as unknown as Scope);
  });
}
