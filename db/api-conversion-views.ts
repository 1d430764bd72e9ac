import { sql } from "drizzle-orm";
import type { FallbackReason } from "#domain/attribution/fitted.ts";
import type { AttributionModel, OrganicReason } from "#domain/attribution.ts";
import { iso } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** The credit of one order under one model. Amounts in minor units; zero where the order is organic. */
export type ApiConversion = {
  id: string;
  orderId: string;
  orderNumber: string | null;
  model: AttributionModel;
  enrollmentId: string | null;
  messageId: string | null;
  organicReason: OrganicReason | null;
  amount: number;
  /** The part of the order; a model's parts sum to one. */
  share: number;
  fallback: FallbackReason | null;
  currency: string;
  windowDays: number;
  orderedAt: string;
};

type Row = Omit<ApiConversion, "amount" | "windowDays"> & { amount: string; windowDays: string; at: string };

type Which = { credited?: boolean; model?: AttributionModel; cursor?: string; limit?: number };

/** Credits, the newest order first; only those that a message earned when `credited` is true. */
export async function listApiConversions(
  scope: Scope,
  which: Which,
): Promise<{ data: ApiConversion[]; next: string | null }> {
  const limit = which.limit ?? 50;
  const after = readPosition(which.cursor);
  const rows = await scope.db.execute<Row>(sql`
    select c.id, c.order_id as "orderId", o.number as "orderNumber", c.model, c.enrollment_id as "enrollmentId",
      c.message_id as "messageId", c.organic_reason as "organicReason", c.amount, c.share, c.fallback, c.currency,
      c.window_days as "windowDays", c.ordered_at as "orderedAt", c.ordered_at::text as at
    from conversions c left join orders o on o.tenant_id = c.tenant_id and o.id = c.order_id
    where c.tenant_id = ${scope.tenantId}
      and ${which.credited === undefined ? sql`true` : sql`(c.enrollment_id is not null) = ${which.credited}`}
      and ${which.model === undefined ? sql`true` : sql`c.model = ${which.model}`}
      and ${after ? sql`(c.ordered_at, c.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by c.ordered_at desc, c.id desc limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  const data = kept.map(({ at: _, ...row }) => ({
    ...row,
    amount: Number(row.amount),
    windowDays: Number(row.windowDays),
    orderedAt: iso(row.orderedAt),
  }));
  return { data, next };
}
