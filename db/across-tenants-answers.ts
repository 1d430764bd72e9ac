import { workerSql } from "./connections.ts";
import { decrypt, encrypt } from "./encryption.ts";
import { iso } from "./instants.ts";

// What programs that ask twice were answered, outside the transaction of what they ask for. Times are real ones, also
// where the demo's clock runs ahead. What a write was answered may hold a key or a secret that is shown once: it is sealed.

const places = {
  /** A write by an API key. */
  request: { table: "api_answers", holder: "key_id", hash: "request_hash", said: ["status", "answer"] },
  /** A batch of events by a shop. */
  batch: { table: "batch_answers", holder: "shop_id", hash: "body_hash", said: ["answer"] },
} as const;

export type AnswerKey = { of: keyof typeof places; tenantId: string; holderId: string; key: string };
export type StoredAnswer = { status: number; answer: string };

const stuckSeconds = 60;
export const answerHours = 24;

const answeredWell = 200;

/**
 * Begins a piece of work under its idempotency key, or says what stands under it: `mine` to go on, `other` words, `busy`
 * while another works on it, or its answer. A try that broke off a minute ago is taken over; a key older than a day is
 * forgotten.
 */
export async function acrossTenantsBeginAnswer(
  at: AnswerKey,
  wordsHash: string,
  now: Date,
): Promise<{ kind: "mine" | "other" | "busy" } | ({ kind: "answered" } & StoredAnswer)> {
  const sql = workerSql();
  const { table, holder, hash, said } = places[at.of];
  const [begun] = await sql`
    insert into ${sql(table)} as a (tenant_id, ${sql(holder)}, key, ${sql(hash)}, begun_at)
    values (${at.tenantId}, ${at.holderId}, ${at.key}, ${wordsHash}, ${iso(now)})
    on conflict (tenant_id, ${sql(holder)}, key) do update
      set ${sql(hash)} = ${wordsHash}, answer = null, begun_at = excluded.begun_at
      where a.begun_at < excluded.begun_at - make_interval(hours => ${answerHours})
        or (a.answer is null and a.${sql(hash)} = ${wordsHash}
          and a.begun_at < excluded.begun_at - make_interval(secs => ${stuckSeconds}))
    returning key`;
  if (begun) return { kind: "mine" };
  const [known] = await sql<{ hash: string; status?: number; answer: string | null }[]>`
    select ${sql(hash)} as hash, ${sql(said)} from ${sql(table)} where ${placeOf(at)}`;
  if (known && known.hash !== wordsHash) return { kind: "other" };
  if (known?.answer == null) return { kind: "busy" };
  return { kind: "answered", status: known.status ?? answeredWell, answer: opened(at, known.answer) };
}

/** Keeps what was answered, for those who ask again. */
export async function acrossTenantsKeepAnswer(at: AnswerKey, answer: StoredAnswer): Promise<void> {
  const sql = workerSql();
  const { table, said } = places[at.of];
  const kept = { ...answer, answer: sealed(at, answer.answer) };
  await sql`update ${sql(table)} set ${sql(kept, ...said)} where ${placeOf(at)}`;
}

const sealed = (at: AnswerKey, answer: string) => (at.of === "request" ? encrypt(answer, contextOf(at)) : answer);
const opened = (at: AnswerKey, kept: string) => (at.of === "request" ? decrypt(kept, contextOf(at)) : kept);
const contextOf = ({ tenantId, holderId, key }: AnswerKey) => JSON.stringify(["answer", tenantId, holderId, key]);

/** Forgets what did not come about, so that it may be tried again at once. */
export async function acrossTenantsDropAnswer(at: AnswerKey): Promise<void> {
  const sql = workerSql();
  await sql`delete from ${sql(places[at.of].table)} where ${placeOf(at)} and answer is null`;
}

function placeOf({ of, tenantId, holderId, key }: AnswerKey) {
  const sql = workerSql();
  return sql`tenant_id = ${tenantId} and ${sql(places[of].holder)} = ${holderId} and key = ${key}`;
}

/** Takes out of the house the answers and codes that a day has passed over. */
export async function acrossTenantsForgetAnswers(now: Date): Promise<number> {
  const sql = workerSql();
  const old = sql`${iso(now)}::timestamptz - make_interval(hours => ${answerHours})`;
  const answers = await sql`delete from api_answers where begun_at < ${old}`;
  const codes = await sql`delete from one_time_codes where expires_at < ${old}`;
  return answers.count + codes.count;
}
