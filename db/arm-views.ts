import { sql } from "drizzle-orm";
import type { ArmResults } from "#domain/result-view.ts";
import { type ArmTotals, incrementalRevenue } from "#domain/results.ts";
import type { Scope } from "./scope.ts";
import { getPolicy } from "./tenants.ts";

const nobody: ArmTotals = { enrolled: 0, ordered: 0, revenue: 0, revenueSquares: 0 };

/**
 * Both arms by assignment, not by what was sent: each contact counts once, from its first enrollment since `from`, with
 * every order in the days in which a credited order could come. Clicks play no part, so that the arms can be compared.
 */
export async function readArms(scope: Scope, asked: { from: Date; currency: string }): Promise<ArmResults> {
  const { expiryDays, attributionDays } = await getPolicy(scope);
  const watchDays = expiryDays + attributionDays;
  const rows = await scope.db.execute<ArmTotals & { kind: string }>(sql`
    with enrolled as (
      select contact_id, arm_kind, min(started_at) as started from enrollments
      where started_at >= ${asked.from.toISOString()}::timestamptz and currency = ${asked.currency}
      group by contact_id, arm_kind
    ), spent as (
      select enrolled.arm_kind, coalesce(sum(orders.total - orders.refunded), 0)::float8 as revenue, count(orders.id) as orders
      from enrolled left join orders on orders.contact_id = enrolled.contact_id and orders.currency = ${asked.currency}
        and orders.status <> 'cancelled' and orders.ordered_at >= enrolled.started
        and orders.ordered_at < enrolled.started + make_interval(days => ${watchDays})
      group by enrolled.contact_id, enrolled.arm_kind
    )
    select arm_kind as kind, count(*)::int as enrolled, (count(*) filter (where orders > 0))::int as ordered,
      sum(revenue)::float8 as revenue, sum(revenue * revenue)::float8 as "revenueSquares"
    from spent group by arm_kind`);
  const totals = (kind: string): ArmTotals => {
    const found = [...rows].find((row) => row.kind === kind);
    if (!found) return nobody;
    const { enrolled, ordered, revenue, revenueSquares } = found;
    return { enrolled, ordered, revenue, revenueSquares };
  };
  const [variant, holdout] = [totals("variant"), totals("holdout")];
  return { variant, holdout, incremental: incrementalRevenue(variant, holdout), watchDays };
}
