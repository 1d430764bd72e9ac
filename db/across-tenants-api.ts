import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

// What bounds programs, shared by all web processes and durable at once, outside the transaction of what they ask for.
// Times are real ones: limits are about the world, also where the demo's clock runs ahead.

export type KeyBucket = { tenantId: string; keyId: string; perMinute: number };
/** `left` whole requests remain; `waitSeconds` until there is one again, zero when there is. */
export type Taken = { granted: boolean; left: number; waitSeconds: number };

/** Takes one request out of a key's bucket, which holds a minute's worth and fills evenly. */
export async function acrossTenantsTakeRequest(bucket: KeyBucket, now: Date): Promise<Taken> {
  const perSecond = bucket.perMinute / 60;
  const [row] = await workerSql()<{ tokens: number; granted: number }[]>`
    insert into rate_buckets as b (tenant_id, name, tokens, per_second, granted, at)
    values (${bucket.tenantId}, ${`api ${bucket.keyId}`}, ${bucket.perMinute - 1}, ${perSecond}, 1, ${iso(now)})
    on conflict (tenant_id, name) do update set (tokens, granted, per_second, at) = (
      select filled - least(1, floor(filled)), least(1, floor(filled))::int, excluded.per_second, greatest(b.at, excluded.at)
      from (select least(${bucket.perMinute}::float8,
        b.tokens + greatest(0, extract(epoch from excluded.at - b.at)) * excluded.per_second) as filled) f)
    returning tokens, granted`;
  const { tokens, granted } = row ?? { tokens: 0, granted: 0 };
  return {
    granted: granted > 0,
    left: Math.floor(tokens),
    waitSeconds: tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond),
  };
}

export type AnswerKey = { tenantId: string; keyId: string; key: string };
export type StoredAnswer = { status: number; answer: string };

const stuckSeconds = 60;
export const answerHours = 24;

/**
 * Begins a write under its idempotency key, or says what stands under it: `mine` to go on, `other` request, `busy` while
 * another works on it, or its answer. A try that broke off a minute ago is taken over; a key older than a day is forgotten.
 */
export async function acrossTenantsBeginAnswer(
  at: AnswerKey,
  requestHash: string,
  now: Date,
): Promise<{ kind: "mine" | "other" | "busy" } | ({ kind: "answered" } & StoredAnswer)> {
  const sql = workerSql();
  const [begun] = await sql`
    insert into api_answers as a (tenant_id, key_id, key, request_hash, begun_at)
    values (${at.tenantId}, ${at.keyId}, ${at.key}, ${requestHash}, ${iso(now)})
    on conflict (tenant_id, key_id, key) do update
      set request_hash = excluded.request_hash, status = null, answer = null, begun_at = excluded.begun_at
      where a.begun_at < excluded.begun_at - make_interval(hours => ${answerHours})
        or (a.status is null and a.request_hash = excluded.request_hash
          and a.begun_at < excluded.begun_at - make_interval(secs => ${stuckSeconds}))
    returning key`;
  if (begun) return { kind: "mine" };
  const [known] = await sql<{ requestHash: string; status: number | null; answer: string | null }[]>`
    select request_hash as "requestHash", status, answer from api_answers
    where tenant_id = ${at.tenantId} and key_id = ${at.keyId} and key = ${at.key}`;
  if (known && known.requestHash !== requestHash) return { kind: "other" };
  return known?.status != null
    ? { kind: "answered", status: known.status, answer: known.answer ?? "" }
    : { kind: "busy" };
}

/** Keeps what a write was answered, for those who ask again. */
export async function acrossTenantsKeepAnswer(at: AnswerKey, { status, answer }: StoredAnswer): Promise<void> {
  await workerSql()`update api_answers set status = ${status}, answer = ${answer}
    where tenant_id = ${at.tenantId} and key_id = ${at.keyId} and key = ${at.key}`;
}

/** Forgets a write that did not come about, so that it may be tried again at once. */
export async function acrossTenantsDropAnswer(at: AnswerKey): Promise<void> {
  await workerSql()`delete from api_answers
    where tenant_id = ${at.tenantId} and key_id = ${at.keyId} and key = ${at.key} and status is null`;
}

/** Takes out of the house the answers and codes that a day has passed over. */
export async function acrossTenantsForgetAnswers(now: Date): Promise<number> {
  const sql = workerSql();
  const old = sql`${iso(now)}::timestamptz - make_interval(hours => ${answerHours})`;
  const answers = await sql`delete from api_answers where begun_at < ${old}`;
  const codes = await sql`delete from one_time_codes where expires_at < ${old}`;
  return answers.count + codes.count;
}
