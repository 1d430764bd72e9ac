import { answerHours } from "./across-tenants-answers.ts";
import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

// What bounds programs and visitors, shared by all web processes and durable at once. Times are real ones: limits are
// about the world, also where the demo's clock runs ahead.

/** How many of a bucket's tokens are asked for. It holds `capacity` at most and gains `perSecond`. */
export type Asking = { tenantId: string; name: string; wanted: number; capacity: number; perSecond: number };

/**
 * Takes tokens out of buckets that all web processes share; returns how many each asking was granted. One statement for
 * all, in the buckets' order, so that no two processes wait for each other. A bucket may be asked once in a call.
 */
export async function acrossTenantsTakeTokens(askings: Asking[], now: Date): Promise<number[]> {
  return (await take(askings, now)).map((taken) => taken.granted);
}

/** What an asking was granted, and what the bucket holds after it. */
type Taken = { granted: number; tokens: number };

async function take(askings: Asking[], now: Date): Promise<Taken[]> {
  if (askings.length === 0) return [];
  const rows = JSON.stringify(
    askings.map((one) => ({
      ...{ tenant_id: one.tenantId, name: one.name, capacity: one.capacity, per_second: one.perSecond },
      wanted: Math.min(one.wanted, Math.floor(one.capacity)),
    })),
  );
  const taken = await workerSql()<(Taken & { tenantId: string; name: string })[]>`
    insert into rate_buckets as b (tenant_id, name, tokens, per_second, granted, at)
    select tenant_id, name, capacity - wanted, per_second, wanted, ${iso(now)}
    from jsonb_to_recordset(${rows}::text::jsonb)
      as r(tenant_id text, name text, capacity float8, per_second float8, wanted int)
    order by tenant_id, name
    on conflict (tenant_id, name) do update set (tokens, granted, per_second, at) = (
      select filled - least(excluded.granted, floor(filled)), least(excluded.granted, floor(filled))::int,
        excluded.per_second, greatest(b.at, excluded.at)
      from (select least(excluded.tokens + excluded.granted,
        b.tokens + greatest(0, extract(epoch from excluded.at - b.at)) * excluded.per_second) as filled) f)
    returning tenant_id as "tenantId", name, granted, tokens`;
  const grants = new Map(taken.map((row) => [`${row.tenantId} ${row.name}`, row]));
  return askings.map((one) => grants.get(`${one.tenantId} ${one.name}`) ?? { granted: 0, tokens: 0 });
}

/** Fills a bucket again: as one that nobody has asked. */
export async function acrossTenantsFillBucket(tenantId: string, name: string): Promise<void> {
  await workerSql()`delete from rate_buckets where tenant_id = ${tenantId} and name = ${name}`;
}

export type KeyBucket = { tenantId: string; keyId: string; perMinute: number };
/** `left` whole requests remain; `waitSeconds` until there is one again, zero when there is. */
export type TakenRequest = { granted: boolean; left: number; waitSeconds: number };

/** Takes one request out of a key's bucket, which holds a minute's worth and fills evenly. */
export async function acrossTenantsTakeRequest(bucket: KeyBucket, now: Date): Promise<TakenRequest> {
  const { tenantId, keyId, perMinute } = bucket;
  const perSecond = perMinute / 60;
  const asking = { tenantId, name: `api ${keyId}`, wanted: 1, capacity: perMinute, perSecond };
  const [{ granted, tokens } = { granted: 0, tokens: 0 }] = await take([asking], now);
  return {
    granted: granted > 0,
    left: Math.floor(tokens),
    waitSeconds: tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond),
  };
}

/** Takes out of the house what a day has passed over: answers to batches, and buckets that are full again by then. */
export async function acrossTenantsForgetDoors(now: Date): Promise<{ answers: number; buckets: number }> {
  const sql = workerSql();
  const answers =
    await sql`delete from batch_answers where begun_at < ${iso(now)}::timestamptz - make_interval(hours => ${answerHours})`;
  const buckets =
    await sql`delete from rate_buckets where at < ${iso(now)}::timestamptz - make_interval(hours => ${answerHours})`;
  return { answers: answers.count, buckets: buckets.count };
}
