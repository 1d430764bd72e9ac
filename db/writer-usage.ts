import { sql } from "drizzle-orm";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { writerTries } from "./schema/writer.ts";
import type { Scope } from "./scope.ts";

/** Tokens in and out and what they cost; costs in millionths of each currency's unit. */
export type WriterUsage = { tokens: number; costs: { currency: string; micros: number }[]; unpricedTokens: number };

/** When the tenant's calendar month began. */
export async function startOfMonth(scope: Scope, now: Date): Promise<Date> {
  const [row] = await scope.db.execute<{ at: string }>(sql`
    select (date_trunc('month', ${iso(now)}::timestamptz at time zone time_zone) at time zone time_zone)::text as at
    from tenants where tenant_id = ${scope.tenantId}`);
  return row ? new Date(row.at) : new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

/** What language models wrote since an instant, drafts, answers to mails and tries alike, by currency. Answered from the indexes alone. */
export async function readWriterUsage(scope: Scope, since: Date): Promise<WriterUsage> {
  const from = sql`${iso(since)}::timestamptz`;
  const rows = await scope.db.execute<{ currency: string | null; tokens: string; micros: string }>(sql`
    select currency, sum(tokens)::text as tokens, sum(micros)::text as micros from (
      select cost_currency as currency, input_tokens + output_tokens as tokens, cost_micros as micros from drafts
      where tenant_id = ${scope.tenantId} and writer = 'language_model' and created_at >= ${from}
      union all
      select cost_currency, input_tokens + output_tokens, cost_micros from writer_tries
      where tenant_id = ${scope.tenantId} and at >= ${from}
      union all
      select cost_currency, input_tokens + output_tokens, cost_micros from answer_proposals
      where tenant_id = ${scope.tenantId} and output_tokens > 0 and at >= ${from}
    ) spent group by currency order by currency`);
  const costs = rows.flatMap(({ currency, micros }) => (currency ? [{ currency, micros: Number(micros) }] : []));
  const tokens = rows.reduce((sum, row) => sum + Number(row.tokens), 0);
  return { tokens, costs, unpricedTokens: Number(rows.find((row) => row.currency === null)?.tokens ?? 0) };
}

export type WriterTry = Omit<typeof writerTries.$inferInsert, "tenantId" | "id" | "at">;

/** Notes what a try took, so that it counts into the month. */
export async function recordWriterTry(scope: Scope, made: WriterTry, now: Date): Promise<void> {
  await scope.db
    .insert(writerTries)
    .values({ ...made, tenantId: scope.tenantId, id: newId("writerTry", now), at: now });
}

/** The latest try that gave words: the ground for an estimate before there are drafts. */
export async function latestWriterTry(scope: Scope): Promise<Omit<WriterTry, "memberId"> | null> {
  const [row] = await scope.db.execute<Omit<WriterTry, "memberId" | "costMicros"> & { costMicros: string }>(sql`
    select model, reason, input_tokens as "inputTokens", cached_input_tokens as "cachedInputTokens",
      output_tokens as "outputTokens", cost_micros::text as "costMicros", cost_currency as "costCurrency",
      latency_ms as "latencyMs"
    from writer_tries where tenant_id = ${scope.tenantId} and output_tokens > 0 order by at desc limit 1`);
  return row ? { ...row, costMicros: Number(row.costMicros) } : null;
}
