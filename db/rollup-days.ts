import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

// Credit and cost have few rows a day: a day that changed is counted anew.

/** Counts the credit of orders again for the tenant's days in which these instants lie. */
export async function foldCredits(scope: Scope, timeZone: string, instants: string[]): Promise<void> {
  for (const day of await daysOfInstants(scope, timeZone, instants)) await sumCredits(scope, timeZone, day, day);
}

/** Counts what drafts cost again for the tenant's days in which these instants lie. */
export async function foldCosts(scope: Scope, timeZone: string, instants: string[]): Promise<void> {
  for (const day of await daysOfInstants(scope, timeZone, instants)) await sumCosts(scope, timeZone, day, day);
}

/** Credit by model from the rows, for all days between two. */
export async function sumCredits(scope: Scope, timeZone: string, from: string, to: string): Promise<void> {
  const { tenantId } = scope;
  await scope.db.execute(
    sql`delete from rollup_credits where tenant_id = ${tenantId} and day between ${from}::date and ${to}::date`,
  );
  await scope.db.execute(
    sql`delete from rollup_credit_steps where tenant_id = ${tenantId} and day between ${from}::date and ${to}::date`,
  );
  const within = sql`tenant_id = ${tenantId} and ordered_at >= ${from}::date::timestamp at time zone ${timeZone}
    and ordered_at < (${to}::date + 1)::timestamp at time zone ${timeZone}`;
  await scope.db.execute(sql`
    insert into rollup_credit_steps (tenant_id, currency, day, model, fallback, channel, position, revenue, share)
    select ${tenantId}, c.currency, (c.ordered_at at time zone ${timeZone})::date, c.model, coalesce(c.fallback, ''), m.channel,
      m.position, sum(c.amount), sum(c.share)
    from (select * from conversions where ${within}) c join messages m on m.tenant_id = c.tenant_id and m.id = c.message_id
    group by 2, 3, 4, 5, 6, 7`);
  await scope.db.execute(sql`
    insert into rollup_credits (tenant_id, currency, day, model, orders, organic, revenue)
    select ${tenantId}, currency, (ordered_at at time zone ${timeZone})::date, model,
      count(distinct order_id) filter (where message_id is not null), count(*) filter (where message_id is null),
      coalesce(sum(amount) filter (where message_id is not null), 0)
    from conversions
    where ${within} group by 2, 3, 4`);
}

/** What language models cost from the rows, for all days between two. */
export async function sumCosts(scope: Scope, timeZone: string, from: string, to: string): Promise<void> {
  const { tenantId } = scope;
  await scope.db.execute(
    sql`delete from rollup_costs where tenant_id = ${tenantId} and day between ${from}::date and ${to}::date`,
  );
  await scope.db.execute(sql`
    insert into rollup_costs (tenant_id, currency, day, drafts, tokens, cost_micros)
    select ${tenantId}, cost_currency, (created_at at time zone ${timeZone})::date, count(*),
      sum(input_tokens + output_tokens), sum(cost_micros)
    from drafts
    where tenant_id = ${tenantId} and writer = 'language_model' and cost_currency is not null
      and created_at >= ${from}::date::timestamp at time zone ${timeZone}
      and created_at < (${to}::date + 1)::timestamp at time zone ${timeZone}
    group by 2, 3`);
}

async function daysOfInstants(scope: Scope, timeZone: string, instants: string[]): Promise<string[]> {
  if (instants.length === 0) return [];
  const rows = await scope.db.execute<{ day: string }>(sql`
    select distinct ((said #>> '{}')::timestamptz at time zone ${timeZone})::date::text as day
    from jsonb_array_elements(${JSON.stringify(instants)}::text::jsonb) as said`);
  return [...rows].map((row) => row.day);
}
