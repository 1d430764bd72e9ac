import { sql } from "drizzle-orm";
import type { Traffic } from "#domain/experiment/planning.ts";
import type { Plan } from "#domain/experiment.ts";
import { outcomesOf } from "./experiment-outcomes.ts";
import type { Scope } from "./scope.ts";

const weeks = 4;

type Asked = { sequenceId: string } & Pick<Plan, "metric" | "currency" | "watchDays" | "marginPercent">;

/**
 * A sequence's own traffic: new contacts a week over the last four, and what the contacts of the weeks before, whose window
 * has passed, brought each. Who was held out does not count to that: the baseline is the sequence as it runs.
 */
export async function readTraffic(scope: Scope, { sequenceId, ...plan }: Asked, now: Date): Promise<Traffic> {
  const before = (days: number) => sql`${now.toISOString()}::timestamptz - make_interval(days => ${days})`;
  const [row] = await scope.db.execute<Traffic>(sql`
    with entered as (select contact_id, min(started_at) as at, bool_or(arm_kind = 'holdout') as held from enrollments
        where sequence_id = ${sequenceId} and started_at >= ${before(weeks * 7 * 3 + plan.watchDays)} group by contact_id),
      assigned as (select contact_id, at, '' as arm, 0 as number, 0::float8 as x from entered where not held and at < ${before(plan.watchDays)}),
      acts as (${outcomesOf({ ...plan, now })}),
      brought as (select assigned.contact_id, coalesce(sum(acts.amount), 0) as y
        from assigned left join acts using (contact_id) group by assigned.contact_id)
    select (select count(*)::float8 / ${weeks} from entered where at >= ${before(weeks * 7)}) as "weeklyContacts",
      count(*)::int as contacts, coalesce(avg(y), 0)::float8 as mean, coalesce(var_samp(y), 0)::float8 as variance from brought`);
  const { weeklyContacts, contacts, mean, variance } = row ?? { weeklyContacts: 0, contacts: 0, mean: 0, variance: 0 };
  return { weeklyContacts, contacts, mean, variance };
}
