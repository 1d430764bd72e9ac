import { sql } from "drizzle-orm";
import { appDatabase, type Database } from "./connections.ts";

declare const scoped: unique symbol;

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A transaction that sees one tenant only. Every db verb takes it first; it is made nowhere else. */
export type Scope = { readonly db: Transaction; readonly tenantId: string; readonly [scoped]: true };

/**
 * Runs `work` in one transaction as the app's role with the tenant set; row-level security does the rest. What it asks is
 * planned anew each time, by the tenant's own size: right for pages, which ask for as much as a tenant has.
 */
export function withScope<T>(tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inTenant(tenantId, work, "force_custom_plan");
}

/**
 * The same for jobs: what they do thousands of times is planned once for all tenants, which also keeps Postgres from
 * believing that one who has just come has no rows. A job that reads as much as a tenant has says `plans: "anew"`, and why.
 */
export function withJobScope<T>(
  tenantId: string,
  work: (scope: Scope) => Promise<T>,
  { plans = "once" }: { plans?: "once" | "anew" } = {},
): Promise<T> {
  return inTenant(tenantId, work, plans === "once" ? "force_generic_plan" : "force_custom_plan");
}

function inTenant<T>(tenantId: string, work: (scope: Scope) => Promise<T>, planMode: string): Promise<T> {
  return appDatabase().transaction(async (db) => {
    await db.execute(
      sql`select set_config('app.tenant_id', ${tenantId}, true), set_config('plan_cache_mode', ${planMode}, true)`,
    );
    return work({ db, tenantId } as unknown as Scope);
  });
}
