import { sql } from "drizzle-orm";
import type { ModelTotal } from "#domain/attribution/credit-view.ts";
import type { FallbackReason } from "#domain/attribution/fitted.ts";
import { type AttributionModel, attributionModels } from "#domain/attribution.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

type Asked = { from: Date; to: Date; currency: string };
type Row = { model: AttributionModel; fallback: FallbackReason | null; revenue: number; orders: number };

/** What the orders of a span of time in one currency are credited with, under every model; `to` is not in it. */
export async function attributedTotals(scope: Scope, { from, to, currency }: Asked): Promise<ModelTotal[]> {
  const rows = await scope.db.execute<Row>(sql`
    select model, fallback, sum(amount)::float8 as revenue, sum(share)::float8 as orders from conversions
    where tenant_id = ${scope.tenantId} and message_id is not null and currency = ${currency}
      and ordered_at >= ${iso(from)}::timestamptz and ordered_at < ${iso(to)}::timestamptz
    group by 1, 2 order by 1, 2`);
  return attributionModels.map((model) => {
    const theirs = rows.filter((row) => row.model === model);
    return {
      model,
      revenue: theirs.reduce((sum, row) => sum + row.revenue, 0),
      orders: round(theirs.reduce((sum, row) => sum + row.orders, 0)),
      fallbacks: theirs.flatMap(({ fallback, orders }) =>
        fallback ? [{ reason: fallback, orders: round(orders) }] : [],
      ),
    };
  });
}

/** Parts of orders are stored as fractions: their sum is told to the thousandth. */
function round(orders: number): number {
  return Math.round(orders * 1_000) / 1_000;
}
