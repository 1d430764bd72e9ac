import { sql } from "drizzle-orm";
import type { ShopPulse } from "#domain/shop-health.ts";
import { isoOrNull } from "./instants.ts";
import type { Scope } from "./scope.ts";

/** When each shop last spoke, and how many of its requests wait for a person: what a list of shops shows of their health. */
export async function listShopPulses(scope: Scope): Promise<ShopPulse[]> {
  const rows = await scope.db.execute<{ shopId: string; lastEventAt: string | null; failed: number }>(sql`
    select s.id as "shopId", newest.at::text as "lastEventAt",
      (select count(*)::int from webhook_events w
        where w.tenant_id = s.tenant_id and w.outcome = 'failed' and w.source_id = s.id) as failed
    from shops s left join lateral (
      select received_at as at from webhook_events w
      where w.tenant_id = s.tenant_id and w.source_id = s.id and w.origin in ('shop', 'browser') order by received_at desc limit 1
    ) newest on true
    where s.tenant_id = ${scope.tenantId} order by s.id`);
  return rows.map((row) => ({ ...row, lastEventAt: isoOrNull(row.lastEventAt && new Date(row.lastEventAt)) }));
}
