import { sql } from "drizzle-orm";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** A code that was made for one message or one call, as the API tells of it. */
export type ApiCoupon = {
  code: string;
  incentiveId: string;
  shopId: string;
  /** Null where no message was to carry it. */
  decisionId: string | null;
  status: "pending" | "minted" | "refused";
  reason: string | null;
  expiresAt: string | null;
  createdAt: string;
};

/** The codes that shops made for us or refused, newest first; of one incentive where it is named. */
export async function listApiCoupons(
  scope: Scope,
  {
    incentiveId,
    cursor,
    limit = 50,
  }: { incentiveId?: string | undefined; cursor?: string | undefined; limit?: number },
): Promise<{ data: ApiCoupon[]; next: string | null }> {
  const after = readPosition(cursor);
  const rows = await scope.db.execute<ApiCoupon & { at: string; id: string }>(sql`
    select code, incentive_id as "incentiveId", shop_id as "shopId", status, reason, expires_at as "expiresAt",
      case when decision_id like 'dec!_%' escape '!' then decision_id end as "decisionId",
      created_at as "createdAt", created_at::text as at, decision_id as id
    from coupons
    where tenant_id = ${scope.tenantId}
      and ${incentiveId ? sql`incentive_id = ${incentiveId}` : sql`true`}
      and ${after ? sql`(created_at, decision_id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by created_at desc, decision_id desc limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  const data = kept.map(({ at: _, id: __, ...row }) => ({
    ...row,
    ...{ expiresAt: isoOrNull(row.expiresAt), createdAt: iso(row.createdAt) },
  }));
  return { data, next };
}
