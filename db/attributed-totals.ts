import { type SQL, sql } from "drizzle-orm";
import type { ModelTotal, StepTotal } from "#domain/attribution/credit-view.ts";
import type { FallbackReason } from "#domain/attribution/fitted.ts";
import { type AttributionModel, attributionModels } from "#domain/attribution.ts";
import { dayIn } from "#domain/period.ts";
import { iso } from "./instants.ts";
import { creditStepSums, sumsSpeak } from "./result-sums.ts";
import type { Scope } from "./scope.ts";
import { getTenant } from "./tenants.ts";

type Asked = { from: Date; to: Date; currency: string };
type Row = StepTotal & { model: AttributionModel; fallback: FallbackReason | null };

/**
 * What the orders of a span of time in one currency are credited with, under every model; it begins with a day of the
 * tenant's zone, and `to` is not in it.
 */
export async function attributedTotals(scope: Scope, asked: Asked): Promise<ModelTotal[]> {
  const rows = [
    ...(await scope.db.execute<Row>((await sumsSpeak(scope)) ? await sumsOf(scope, asked) : rowsOf(scope, asked))),
  ];
  return attributionModels.map((model) => {
    const theirs = rows.filter((row) => row.model === model);
    const steps = Map.groupBy(theirs, ({ channel, position }) => `${channel} ${position}`);
    const fallbacks = Map.groupBy(theirs, ({ fallback }) => fallback);
    return {
      ...{ model, ...sumOf(theirs) },
      steps: [...steps.values()].flatMap((same) =>
        same.slice(0, 1).map(({ channel, position }) => ({ channel, position, ...sumOf(same) })),
      ),
      fallbacks: [...fallbacks].flatMap(([reason, same]) => (reason ? [{ reason, orders: sumOf(same).orders }] : [])),
    };
  });
}

async function sumsOf(scope: Scope, { from, to, currency }: Asked): Promise<SQL> {
  const { timeZone } = await getTenant(scope);
  const last = dayIn(new Date(to.getTime() - 1), timeZone);
  return creditStepSums(scope, { from: dayIn(from, timeZone), to: last, currency });
}

function rowsOf(scope: Scope, { from, to, currency }: Asked): SQL {
  return sql`
    select c.model, c.fallback, m.channel, m.position, sum(c.amount)::float8 as revenue, sum(c.share)::float8 as orders
    from conversions c join messages m on m.tenant_id = c.tenant_id and m.id = c.message_id
    where c.tenant_id = ${scope.tenantId} and c.currency = ${currency}
      and c.ordered_at >= ${iso(from)}::timestamptz and c.ordered_at < ${iso(to)}::timestamptz
    group by 1, 2, 3, 4 order by 3, 4, 2`;
}

function sumOf(rows: Pick<Row, "revenue" | "orders">[]): { revenue: number; orders: number } {
  return {
    revenue: rows.reduce((sum, row) => sum + row.revenue, 0),
    orders: round(rows.reduce((sum, row) => sum + row.orders, 0)),
  };
}

/** Parts of orders are stored as fractions: their sum is told to the thousandth. */
function round(orders: number): number {
  return Math.round(orders * 1_000) / 1_000;
}
