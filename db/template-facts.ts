import { sql } from "drizzle-orm";
import { mostProofOrders } from "#domain/template.ts";
import type { Scope } from "./scope.ts";

/** A shop's standing orders since a moment, counted no further than one above what is ever said (1 ms per thousand). */
export async function countOrdersSince(scope: Scope, shopId: string, since: Date): Promise<number> {
  const [found] = await scope.db.execute<{ orders: number }>(sql`
    select count(*)::int as orders from (
      select 1 from orders
      where tenant_id = ${scope.tenantId} and shop_id = ${shopId} and status <> 'cancelled'
        and ordered_at >= ${since.toISOString()}::timestamptz
      limit ${mostProofOrders + 1}) counted`);
  return found?.orders ?? 0;
}
