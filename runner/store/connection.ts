import pg from "pg";

export interface Queryable {
  query<Row extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<Row>>;
}

const bigintType = 20;
const retryable = new Set(["40001", "40P01"]);
const names = new Map<string, string>();

/** Every statement is prepared once per connection; texts are constants, so the map stays small. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `runner_${names.size}`;
  names.set(text, name);
  return name;
}

export function openPool(databaseUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    application_name: "runner",
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (oid, format) => (oid === bigintType ? Number : pg.types.getTypeParser(oid, format)) },
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

export async function rowsOf<Row extends pg.QueryResultRow>(
  db: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await db.query<Row>({ name: nameOf(text), text, values: [...values] });
  return result.rows;
}

export async function run(db: Queryable, text: string, values: readonly unknown[] = []): Promise<number> {
  const result = await db.query({ name: nameOf(text), text, values: [...values] });
  return result.rowCount ?? 0;
}

async function attempt<Result>(pool: pg.Pool, work: (db: Queryable) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` in one transaction, again from the start when Postgres chose it as the victim of a deadlock. */
export async function transaction<Result>(pool: pg.Pool, work: (db: Queryable) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(pool, work);
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (tries >= 5 || code === undefined || !retryable.has(code)) throw error;
    }
  }
}
