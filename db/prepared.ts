import type postgres from "postgres";

/** What a connection keeps prepared: few enough that lists of many forms cannot fill its memory. */
const mostTexts = 600;
const longestText = 20_000;
/** A text that has come this often comes again. */
const often = 3;

const seen = new Map<string, number>();
let kept = 0;

/**
 * Lets a client, and each transaction of it, keep the statements that come often. Drizzle names none: Postgres then reads
 * each anew, and the driver asks for its types before it sends it, two round trips for every small query.
 */
export function keepPrepared(client: postgres.Sql): postgres.Sql {
  const begin = client.begin.bind(client);
  const inside = <T>(work: (sql: postgres.TransactionSql) => T) => begin((sql) => work(prepared(sql)));
  return Object.assign(prepared(client), { begin: inside });
}

function prepared<Of extends Pick<postgres.Sql, "unsafe">>(client: Of): Of {
  const unsafe = client.unsafe.bind(client);
  const named: Of["unsafe"] = (text, parameters, options) =>
    unsafe(text, parameters, parameters?.length && isKept(text) ? { ...options, prepare: true } : options);
  return Object.assign(client, { unsafe: named });
}

function isKept(text: string): boolean {
  const times = seen.get(text) ?? 0;
  if (times >= often) return true;
  if (kept >= mostTexts || text.length > longestText) return false;
  // Texts that came once make room for those that come again.
  if (seen.size >= 4 * mostTexts) for (const [one, count] of seen) if (count < often) seen.delete(one);
  seen.set(text, times + 1);
  if (times + 1 < often) return false;
  kept += 1;
  return true;
}
