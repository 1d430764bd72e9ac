import { workerSql } from "#db/connections.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { withScope } from "#db/scope.ts";
import { chance, quoted, textArray } from "./chance.ts";
import { generatedCodes, nameGenerated } from "./codes.ts";
import { drawChunk, type Scale } from "./draw-chunk.ts";
import { found } from "./found.ts";
import { countries } from "./setting.ts";
import type { Whose } from "./spelling.ts";
import { writeChunk } from "./write-chunk.ts";

export type Wanted = {
  messages: number;
  name: string;
  seed: number;
  timeZone: string;
  now: Date;
  /** Lets the planner know the new rows; only the tables' owner may. */
  analyze: () => Promise<unknown>;
  /** What may be done around the writing of the rows, such as making indexes at its end. */
  around?: (write: () => Promise<void>) => Promise<void>;
};
export type Generated = {
  tenantId: string;
  messages: number;
  orders: number;
  seconds: number;
  rebuildSeconds: number;
  bytes: number;
};

/** Measured over a year of the setting: messages of one enrollment, holdout included. */
const messagesPerEnrollment = 1.98;
const chunk = 50_000;
/** Chunks that are written at once. */
const lanes = 2;

/** Writes a tenant of about so many messages, piece by piece, and makes its rollups. Says how far it is. */
export async function generate(wanted: Wanted, told: (line: string) => void): Promise<Generated> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const say = (line: string) => told(`${line} after ${Math.round(seconds())} s`);
  const { around = (write) => write() } = wanted;
  const whose = await founded(wanted);
  await around(() => writeRows(whose, scaleOf(wanted), say));
  await wanted.analyze();
  const written = seconds();
  say("rows written");
  await rebuildRollups((work) => withScope(whose.tenantId, work), wanted.now, { told: say, from: "enrollments" });
  const rebuildSeconds = seconds() - written;
  await wanted.analyze();
  return { tenantId: whose.tenantId, ...(await countMade(whose.tenantId)), seconds: written, rebuildSeconds };
}

async function founded(wanted: Wanted): Promise<Whose> {
  const { tenantId, tag } = await found(workerSql(), wanted.name, wanted);
  await nameGenerated(workerSql(), tenantId, tag);
  return { tenantId, tag, now: wanted.now.toISOString(), timeZone: wanted.timeZone };
}

async function writeRows(whose: Whose, scale: Scale, say: (line: string) => void): Promise<void> {
  const codes = await generatedCodes(workerSql(), whose.tenantId);
  await writeContacts(whose, scale);
  let next = 1;
  const write = async () => {
    while (next <= scale.enrollments) {
      const from = next;
      const to = Math.min(scale.enrollments, from + chunk - 1);
      next = to + 1;
      await inOne([...drawChunk(scale, from, to), ...writeChunk(whose, codes)]);
      say(`${Math.round((100 * to) / scale.enrollments)} %`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, write));
  await writeAssignments(whose);
  await dateContacts(whose);
}

async function countMade(tenantId: string): Promise<{ messages: number; orders: number; bytes: number }> {
  const [count] = await slowly(
    (tx) => tx<{ messages: number; orders: number; bytes: number }[]>`
      select (select count(*)::int from messages where tenant_id = ${tenantId}) as messages,
        (select count(*)::int from orders where tenant_id = ${tenantId}) as orders, pg_database_size(current_database())::float8 as bytes`,
  );
  return count ?? { messages: 0, orders: 0, bytes: 0 };
}

function scaleOf({ messages, seed, now }: Wanted): Scale {
  const enrollments = Math.max(1, Math.round(messages / messagesPerEnrollment));
  const start = new Date(now.getTime() - 365 * 86_400_000).toISOString();
  return {
    enrollments,
    contacts: Math.max(1, Math.round(enrollments / 2.5)),
    start,
    now: now.toISOString(),
    seed: seed * 1_000,
  };
}

type Transaction = Parameters<Parameters<ReturnType<typeof workerSql>["begin"]>[1]>[0];

/** A transaction that may take its time and whose rows nobody marks: the rollups are made at the end. */
function slowly<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return workerSql().begin(async (tx) => {
    await tx`select set_config('statement_timeout', '0', true), set_config('app.rollups', 'off', true),
      set_config('synchronous_commit', 'off', true), set_config('work_mem', '256MB', true)`;
    return work(tx);
  }) as Promise<T>;
}

function inOne(statements: string[]): Promise<void> {
  return slowly(async (tx) => {
    for (const statement of statements) await tx.unsafe(statement);
  });
}

async function writeContacts({ tenantId, tag }: { tenantId: string; tag: string }, { contacts, start, seed }: Scale) {
  const pick = (of: (one: (typeof countries)[number]) => string) =>
    `(${textArray(countries.map(of))})[1 + floor(${chance("c", seed + 101)} * ${countries.length})::int]`;
  for (let from = 1; from <= contacts; from += 200_000)
    await inOne([
      `insert into contacts (tenant_id, id, address, first_name, language, country, time_zone, source_updated_at, created_at)
        select '${tenantId}', 'con_g${tag}' || lpad(to_hex(c), 8, '0'), c || '@generated.example', 'Shopper ' || c,
          ${pick((one) => one.language)}, ${pick((one) => one.country)}, ${pick((one) => one.zone)}, '${start}', '${start}'
        from generate_series(${from}::bigint, ${Math.min(contacts, from + 199_999)}) as c`,
      // A fast load lets the trigger rest that does this.
      `insert into search_words (tenant_id, kind, word, subject_id)
        select '${tenantId}', 'contact', word, 'con_g${tag}' || lpad(to_hex(c), 8, '0')
        from generate_series(${from}::bigint, ${Math.min(contacts, from + 199_999)}) as c,
          search_words_of(concat_ws(' ', 'Shopper ' || c, c || '@generated.example')) as word on conflict do nothing`,
    ]);
}

/** After all chunks: two that know one contact would wait for each other. */
function writeAssignments({ tenantId }: Whose): Promise<void> {
  return inOne([
    `insert into assignments (tenant_id, experiment_id, contact_id, arm, at)
      select tenant_id, experiment_id, contact_id, arm, min(started_at) from enrollments
      where tenant_id = ${quoted(tenantId)} group by 1, 2, 3, 4 on conflict do nothing`,
  ]);
}

/** Who entered is known since then, so that a list of the newest is one as a shop has it. */
function dateContacts({ tenantId }: Whose): Promise<void> {
  return inOne([
    `update contacts c set created_at = first.at
      from (select contact_id, min(at) as at from assignments where tenant_id = ${quoted(tenantId)} group by 1) first
      where c.tenant_id = ${quoted(tenantId)} and c.id = first.contact_id`,
  ]);
}
