import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";
import type { ShopDoor } from "./shop-door.ts";

// The doors that anybody may knock at with a shop's public key, the answers to batches, and what bounds both. Times are
// real ones: limits are about the world, also where the demo's clock runs ahead.

export type PublicDoor = Pick<ShopDoor, "tenantId" | "id" | "platform" | "currency" | "disabledAt"> & {
  publicKey: string;
  url: string;
  allowedOrigins: string[];
};

/** The shops that public keys name, by key. */
export async function acrossTenantsFindPublicDoors(keys: string[]): Promise<Map<string, PublicDoor>> {
  const shops = await workerSql()<PublicDoor[]>`
    select tenant_id as "tenantId", id, platform, currency, url, disabled_at as "disabledAt",
      public_key as "publicKey", allowed_origins as "allowedOrigins"
    from shops where public_key = any(${[...new Set(keys)]}::text[])`;
  return new Map(shops.map((shop) => [shop.publicKey, shop]));
}

export type BrowserWebhook = {
  tenantId: string;
  id: string;
  sourceId: string;
  deliveryId: string;
  topic: string;
  body: Uint8Array;
  receivedAt: Date;
};

/** Stores what browsers reported; returns the ids of what was not known yet. Durable when it returns. */
export async function acrossTenantsStoreBrowserEvents(rows: BrowserWebhook[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const sql = workerSql();
  const values = rows.map((row) => ({
    ...{ tenant_id: row.tenantId, id: row.id, source_id: row.sourceId, delivery_id: row.deliveryId, topic: row.topic },
    ...{ origin: "browser", body: Buffer.from(row.body), received_at: iso(row.receivedAt), outcome: "pending" },
  }));
  const stored = await sql<{ id: string }[]>`
    insert into webhook_events ${sql(values)} on conflict (tenant_id, source_id, delivery_id) do nothing returning id`;
  return new Set(stored.map((row) => row.id));
}

/** How many of a bucket's tokens are asked for. It holds `capacity` at most and gains `perSecond`. */
export type Asking = { tenantId: string; name: string; wanted: number; capacity: number; perSecond: number };

/**
 * Takes tokens out of buckets that all web processes share; returns how many each asking was granted. One statement for
 * all, in the buckets' order, so that no two processes wait for each other. A bucket may be asked once in a call.
 */
export async function acrossTenantsTakeTokens(askings: Asking[], now: Date): Promise<number[]> {
  if (askings.length === 0) return [];
  const rows = JSON.stringify(
    askings.map((one) => ({
      ...{ tenant_id: one.tenantId, name: one.name, capacity: one.capacity, per_second: one.perSecond },
      wanted: Math.min(one.wanted, Math.floor(one.capacity)),
    })),
  );
  const taken = await workerSql()<{ tenantId: string; name: string; granted: number }[]>`
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
    returning tenant_id as "tenantId", name, granted`;
  const grants = new Map(taken.map((row) => [`${row.tenantId} ${row.name}`, row.granted]));
  return askings.map((one) => grants.get(`${one.tenantId} ${one.name}`) ?? 0);
}

/** Fills a bucket again: as one that nobody has asked. */
export async function acrossTenantsFillBucket(tenantId: string, name: string): Promise<void> {
  await workerSql()`delete from rate_buckets where tenant_id = ${tenantId} and name = ${name}`;
}

export type BatchKey = { tenantId: string; shopId: string; key: string };

const stuckSeconds = 60;
export const batchHours = 24;

/**
 * Begins a batch under its idempotency key, or says what stands under it: `mine` to go on, `other` body, `busy` while
 * another request works on it, or the answer it was given. A try that broke off a minute ago is taken over, and a key
 * older than a day is forgotten.
 */
export async function acrossTenantsBeginBatch(
  at: BatchKey,
  bodyHash: string,
  now: Date,
): Promise<{ kind: "mine" | "other" | "busy" } | { kind: "answered"; answer: string }> {
  const sql = workerSql();
  const [begun] = await sql`
    insert into batch_answers as b (tenant_id, shop_id, key, body_hash, begun_at)
    values (${at.tenantId}, ${at.shopId}, ${at.key}, ${bodyHash}, ${iso(now)})
    on conflict (tenant_id, shop_id, key) do update set body_hash = excluded.body_hash, answer = null, begun_at = excluded.begun_at
      where b.begun_at < excluded.begun_at - make_interval(hours => ${batchHours})
        or (b.answer is null and b.body_hash = excluded.body_hash
          and b.begun_at < excluded.begun_at - make_interval(secs => ${stuckSeconds}))
    returning key`;
  if (begun) return { kind: "mine" };
  const [known] = await sql<{ bodyHash: string; answer: string | null }[]>`
    select body_hash as "bodyHash", answer from batch_answers
    where tenant_id = ${at.tenantId} and shop_id = ${at.shopId} and key = ${at.key}`;
  if (known && known.bodyHash !== bodyHash) return { kind: "other" };
  return known?.answer != null ? { kind: "answered", answer: known.answer } : { kind: "busy" };
}

/** Keeps what a batch was answered, for those who ask again. */
export async function acrossTenantsAnswerBatch(at: BatchKey, answer: string): Promise<void> {
  await workerSql()`update batch_answers set answer = ${answer}
    where tenant_id = ${at.tenantId} and shop_id = ${at.shopId} and key = ${at.key}`;
}

/** Forgets a batch that broke, so that it may be tried again at once. */
export async function acrossTenantsDropBatch(at: BatchKey): Promise<void> {
  await workerSql()`delete from batch_answers
    where tenant_id = ${at.tenantId} and shop_id = ${at.shopId} and key = ${at.key} and answer is null`;
}

/** Takes out of the house what a day has passed over: answers to batches, and buckets that are full again by then. */
export async function acrossTenantsForgetDoors(now: Date): Promise<{ answers: number; buckets: number }> {
  const sql = workerSql();
  const answers =
    await sql`delete from batch_answers where begun_at < ${iso(now)}::timestamptz - make_interval(hours => ${batchHours})`;
  const buckets =
    await sql`delete from rate_buckets where at < ${iso(now)}::timestamptz - make_interval(hours => ${batchHours})`;
  return { answers: answers.count, buckets: buckets.count };
}
