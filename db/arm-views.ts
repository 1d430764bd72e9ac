import { type SQL, sql } from "drizzle-orm";
import { dayIn } from "#domain/period.ts";
import type { ArmResults } from "#domain/result-view.ts";
import { type ArmTotals, incrementalRevenue } from "#domain/results.ts";
import { armSums, sumsSpeak } from "./result-sums.ts";
import type { Scope } from "./scope.ts";
import { getPolicy, getTenant } from "./tenants.ts";

const nobody: ArmTotals = { enrolled: 0, ordered: 0, revenue: 0, revenueSquares: 0 };

/** Enrollments from the first moment of a day of the tenant's zone on, up to that of another where one is given. */
export type ArmsAsked = { from: Date; to?: Date; currency: string };

/**
 * Both arms by assignment, not by what was sent: each contact counts once, from its first enrollment since `from`, with
 * every order in the days in which a credited order could come. Clicks play no part, so that the arms can be compared.
 */
export async function readArms(scope: Scope, asked: ArmsAsked): Promise<ArmResults> {
  const watchDays = await watchDaysOf(scope);
  const rows = (await sumsSpeak(scope)) ? await fromSums(scope, asked) : await fromRows(scope, asked, watchDays);
  const totals = (kind: string): ArmTotals => {
    const found = rows.find((row) => row.kind === kind);
    if (!found) return nobody;
    const { enrolled, ordered, revenue, revenueSquares } = found;
    return { enrolled, ordered, revenue, revenueSquares };
  };
  const [variant, holdout] = [totals("variant"), totals("holdout")];
  return { variant, holdout, incremental: incrementalRevenue(variant, holdout), watchDays };
}

type ArmRow = ArmTotals & { kind: string };

async function fromSums(scope: Scope, { from, to, currency }: ArmsAsked): Promise<ArmRow[]> {
  const { timeZone } = await getTenant(scope);
  const last = to && new Date(to.getTime() - 1);
  return [...(await armSums(scope, { from: dayIn(from, timeZone), to: last && dayIn(last, timeZone), currency }))];
}

async function fromRows(scope: Scope, { from, to, currency }: ArmsAsked, watchDays: number): Promise<ArmRow[]> {
  const began = sql`started_at >= ${from.toISOString()}::timestamptz
    ${to ? sql`and started_at < ${to.toISOString()}::timestamptz` : sql``}`;
  const rows = await scope.db.execute<ArmRow>(sql`
    with spent as (${spentBy(began, currency, watchDays)})
    select arm_kind as kind, count(*)::int as enrolled, (count(*) filter (where orders > 0))::int as ordered,
      sum(revenue)::float8 as revenue, sum(revenue * revenue)::float8 as "revenueSquares"
    from spent group by arm_kind`);
  return [...rows];
}

type Days = { from: string; to: string; currency: string; timeZone: string };

/** The contacts that both arms are made of, by days of a time zone: arm, first cart, orders and revenue of each. */
export async function armContacts(scope: Scope, { from, to, currency, timeZone }: Days): Promise<SQL> {
  const began = sql`started_at >= (${from}::date::timestamp at time zone ${timeZone})
    and started_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})`;
  return spentBy(began, currency, await watchDaysOf(scope));
}

async function watchDaysOf(scope: Scope): Promise<number> {
  const { expiryDays, attributionDays } = await getPolicy(scope);
  return expiryDays + attributionDays;
}

const spentBy = (began: SQL, currency: string, watchDays: number) => sql`
  select enrolled.contact_id, enrolled.arm_kind, enrolled.started, enrolled.cart_id,
    coalesce(sum(orders.total - orders.refunded), 0)::float8 as revenue, count(orders.id) as orders
  from (
    select contact_id, arm_kind, min(started_at) as started, (array_agg(cart_id order by started_at, id))[1] as cart_id
    from enrollments where ${began} and currency = ${currency} group by contact_id, arm_kind
  ) enrolled left join orders on orders.contact_id = enrolled.contact_id and orders.currency = ${currency}
    and orders.status <> 'cancelled' and orders.ordered_at >= enrolled.started
    and orders.ordered_at < enrolled.started + make_interval(days => ${watchDays})
  group by 1, 2, 3, 4`;
