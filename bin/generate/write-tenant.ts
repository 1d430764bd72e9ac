import { workerSql } from "#db/connections.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { withScope } from "#db/scope.ts";
import { chance, textArray } from "./chance.ts";
import { generatedCodes, nameGenerated } from "./codes.ts";
import { drawChunk, type Scale } from "./draw-chunk.ts";
import { found } from "./found.ts";
import { countries } from "./setting.ts";
import { writeChunk } from "./write-chunk.ts";

export type Wanted = {
  messages: number;
  name: string;
  seed: number;
  timeZone: string;
  now: Date;
  /** Lets the planner know the new rows; only the tables' owner may. */
  analyze: () => Promise<unknown>;
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
/** Writes a tenant of about so many messages, piece by piece, and makes its rollups. Says how far it is. */
export async function generate(wanted: Wanted, told: (line: string) => void): Promise<Generated> {
  const sql = workerSql();
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const { tenantId, tag } = await found(sql, wanted.name, wanted);
  await nameGenerated(sql, tenantId, tag);
  const codes = await generatedCodes(sql, tenantId);
  const scale = scaleOf(wanted);
  const whose = { tenantId, tag, now: scale.now };
  await writeContacts(whose, scale);
  for (let from = 1; from <= scale.enrollments; from += chunk) {
    const to = Math.min(scale.enrollments, from + chunk - 1);
    await inOne([...drawChunk(scale, from, to), ...writeChunk(whose, codes)]);
    told(`${Math.round((100 * to) / scale.enrollments)} % after ${Math.round(seconds())} s`);
  }
  const written = seconds();
  await wanted.analyze();
  told("making the rollups");
  await rebuildRollups((work) => withScope(tenantId, work), wanted.now);
  const rebuildSeconds = seconds() - written;
  await wanted.analyze();
  const [count] = await slowly(
    (tx) => tx<{ messages: number; orders: number; bytes: number }[]>`
      select (select count(*)::int from messages where tenant_id = ${tenantId}) as messages,
        (select count(*)::int from orders where tenant_id = ${tenantId}) as orders, pg_database_size(current_database())::float8 as bytes`,
  );
  const made = count ?? { messages: 0, orders: 0, bytes: 0 };
  return { tenantId, ...made, seconds: written, rebuildSeconds };
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
    ]);
}
