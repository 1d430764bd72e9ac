import { sql } from "drizzle-orm";
import type { WriterEconomics } from "#domain/writer-economics.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

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
  const [row] = await scope.db.execute<Record<string, string>>(sql`
    with told as (
      select pattern, brief from drafts
      where tenant_id = ${scope.tenantId} and created_at >= ${iso(since)}::timestamptz and chosen and writer <> 'member'
      order by created_at desc limit ${mostMessages}
    ), groups as (
      select count(*) as messages from told
      group by pattern, brief #>> '{contact,firstName}' is null, (brief ->> 'lineCount')::int > 1,
        brief ->> 'loyaltyLine', jsonb_array_length(coalesce(brief -> 'stock', '[]'::jsonb)) > 0
    ), model as (
      select count(distinct decision_id) as written, coalesce(sum(input_tokens), 0) as input,
        coalesce(sum(cached_input_tokens), 0) as cached, coalesce(sum(output_tokens), 0) as output
      from drafts where tenant_id = ${scope.tenantId} and created_at >= ${iso(since)}::timestamptz
        and writer = 'language_model' and reused_from is null and input_tokens + output_tokens > 0
    )
    select (select coalesce(sum(messages), 0)::text from groups) as messages,
      (select coalesce(sum(least(messages, ${variants * rounds}::bigint)), 0)::text from groups) as "economyDrafts",
      written::text, input::text, cached::text, output::text
    from model`);
  const number = (name: string) => Number(row?.[name] ?? 0);
  const use = { inputTokens: number("input"), cachedInputTokens: number("cached"), outputTokens: number("output") };
  return { messages: number("messages"), economyDrafts: number("economyDrafts"), written: number("written"), use };
}
