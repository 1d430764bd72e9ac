import { type SQL, sql } from "drizzle-orm";
import type { ArmTotals } from "#domain/results.ts";
import { readState } from "./rollup-states.ts";
import type { Scope } from "./scope.ts";

/** So many messages and enrollments are read one by one in some milliseconds. */
const few = 20_000;

/**
 * Whether results are read from the sums: where these stand, and either hold everything or there are too many rows to read.
 * A small tenant sees what happened this second, a large one what was counted some seconds ago; both see the same figures.
 */
export async function sumsSpeak(scope: Scope): Promise<boolean> {
  const state = await readState(scope);
  if (!state?.current || state.rebuilding) return false;
  const [row] = await scope.db.execute<{ waiting: boolean; many: boolean }>(sql`
    select exists (select from rollup_marks where tenant_id = ${scope.tenantId}) as waiting,
      (select coalesce(sum(sent + enrolled), 0) > ${few} from rollup_days where tenant_id = ${scope.tenantId}) as many`);
  return row !== undefined && (!row.waiting || row.many);
}

/** Days of the tenant's zone from one on, up to another where one is given, in one currency. */
export type Since = { from: string; to?: string; currency: string };

const within = (scope: Scope, { from, to, currency }: Since): SQL => sql`
  tenant_id = ${scope.tenantId} and currency = ${currency} and day >= ${from}::date
  ${to ? sql`and day <= ${to}::date` : sql``}`;

/** Contacts by arm, each by its first enrollment since: that is the one with none before it on or after that day. */
export function armSums(scope: Scope, since: Since) {
  return scope.db.execute<ArmTotals & { kind: string }>(sql`
    select arm_kind as kind, sum(enrolled)::int as enrolled, sum(ordered)::int as ordered, sum(revenue)::float8 as revenue,
      sum(revenue_squares)::float8 as "revenueSquares"
    from rollup_arms where ${within(scope, since)} and arm_kind in ('variant', 'holdout') and prev_on < ${since.from}::date
    group by arm_kind`);
}

const counts = sql`sum(trials)::int as trials, sum(clicked)::int as clicked, sum(recovered)::int as recovered,
  sum(revenue)::float8 as revenue`;

const stepsSince = (scope: Scope, since: Since) => sql`
  select incentive_id, version_id, position, sum(sent) as trials, sum(clicked) as clicked, sum(recovered) as recovered,
    sum(revenue) as revenue
  from rollup_steps where ${within(scope, since)} group by 1, 2, 3 having sum(sent) > 0`;

export const incentiveSums = (scope: Scope, since: Since): SQL => sql`
  select json_build_object('id', i.id, 'name', i.name) as group, ${counts}
  from (${stepsSince(scope, since)}) steps
  left join incentives i on i.tenant_id = ${scope.tenantId} and i.id = nullif(steps.incentive_id, '')
  group by i.id, i.name order by i.id nulls first`;

export const stepSums = (scope: Scope, since: Since): SQL => sql`
  select json_build_object('position', position, 'delayMinutes', delay) as group, ${counts} from (
    select steps.*, (v.steps -> steps.position ->> 'delayMinutes')::int as delay
    from (${stepsSince(scope, since)}) steps join sequence_versions v on v.tenant_id = ${scope.tenantId} and v.id = steps.version_id
  ) placed group by position, delay order by delay, position`;

const shoppersSince = (scope: Scope, since: Since) => sql`
  select "returning", band, sum(enrolled) as trials, sum(clicked) as clicked, sum(recovered) as recovered, sum(revenue) as revenue
  from rollup_shoppers where ${within(scope, since)} group by 1, 2 having sum(enrolled) > 0`;

export const historySums = (scope: Scope, since: Since): SQL => sql`
  select case when "returning" then 'returning' else 'new' end as group, ${counts}
  from (${shoppersSince(scope, since)}) shoppers group by 1 order by 1`;

/** Groups by the place of the band among the bounds, from one; before the first stands zero. */
export const valueSums = (scope: Scope, since: Since, bounds: number[]): SQL => sql`
  select width_bucket(band, ${`{${bounds.join(",")}}`}::bigint[]) as group, ${counts}
  from (${shoppersSince(scope, since)}) shoppers group by 1 order by 1`;

/** Credited revenue and orders of each day under the last click. */
export const creditedDays = (scope: Scope, since: Since): SQL => sql`
  select day::text as day, revenue::float8 as revenue, orders from rollup_credits
  where ${within(scope, since)} and model = 'last_click' and orders > 0`;

/** Every currency in which something was enrolled or ordered. */
export const currencySums = (scope: Scope, from: string): SQL => sql`
  select currency from rollup_credits where tenant_id = ${scope.tenantId} and day >= ${from}::date and model = 'last_click'
    and orders + organic > 0 union
  select currency from rollup_days where tenant_id = ${scope.tenantId} and day >= ${from}::date and enrolled > 0 order by 1`;

/** What each place of a message is credited with under each model. */
export const creditStepSums = (scope: Scope, since: Since): SQL => sql`
  select model, nullif(fallback, '') as fallback, channel, position, sum(revenue)::float8 as revenue, sum(share)::float8 as orders
  from rollup_credit_steps where ${within(scope, since)} group by 1, 2, 3, 4 order by 3, 4, 2`;
