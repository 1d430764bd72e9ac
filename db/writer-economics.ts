import { sql } from "drizzle-orm";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

/** What the last messages would need: how many there were, and how many drafts economy would have had written for them. */
export type WriterEconomics = {
  messages: number;
  economyDrafts: number;
  /** Decisions that a model wrote words for, and what those took in all, refused tries included. */
  written: number;
  tokens: number;
  costMicros: number;
  /** The one currency of all these costs; null when a price was unknown or the currency changed meanwhile. */
  currency: string | null;
};

const mostMessages = 20_000;

/**
 * Reads the newest messages since an instant and groups them as economy would: by pattern and by the facts that decide
 * which slots can be filled. Every group needs up to `variants` drafts anew each time their days are over.
 */
export async function readWriterEconomics(
  scope: Scope,
  { since, now, variants, reuseDays }: { since: Date; now: Date; variants: number; reuseDays: number },
): Promise<WriterEconomics> {
  const rounds = Math.max(1, Math.ceil((now.getTime() - since.getTime()) / (reuseDays * 86_400_000)));
  const [row] = await scope.db.execute<
    Record<Exclude<keyof WriterEconomics, "currency">, string> & { currency: string | null }
  >(sql`
    with told as (
      select pattern, brief from drafts
      where tenant_id = ${scope.tenantId} and created_at >= ${iso(since)}::timestamptz and chosen and writer <> 'member'
      order by created_at desc limit ${mostMessages}
    ), groups as (
      select count(*) as messages from told
      group by pattern, brief #>> '{contact,firstName}' is null, (brief ->> 'lineCount')::int > 1,
        brief ->> 'loyaltyLine', jsonb_array_length(coalesce(brief -> 'stock', '[]'::jsonb)) > 0
    ), model as (
      select count(distinct decision_id) as written, coalesce(sum(input_tokens + output_tokens), 0) as tokens,
        coalesce(sum(cost_micros), 0) as cost, count(distinct coalesce(cost_currency, '')) as currencies,
        min(cost_currency) as currency
      from drafts where tenant_id = ${scope.tenantId} and created_at >= ${iso(since)}::timestamptz
        and writer = 'language_model' and reused_from is null and input_tokens + output_tokens > 0
    )
    select (select coalesce(sum(messages), 0)::text from groups) as messages,
      (select coalesce(sum(least(messages, ${variants * rounds}::bigint)), 0)::text from groups) as "economyDrafts",
      written::text, tokens::text, cost::text as "costMicros", case when currencies = 1 then currency end as currency
    from model`);
  return {
    messages: Number(row?.messages ?? 0),
    economyDrafts: Number(row?.economyDrafts ?? 0),
    written: Number(row?.written ?? 0),
    tokens: Number(row?.tokens ?? 0),
    costMicros: Number(row?.costMicros ?? 0),
    currency: row?.currency ?? null,
  };
}
