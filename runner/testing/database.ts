import { randomBytes } from "node:crypto";
import pg from "pg";

export interface TestDatabase {
  url: string;
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Makes an empty database in the cluster of the tests, with a role that owns nothing but the runner's two schemas. */
export async function createTestDatabase(): Promise<TestDatabase> {
  // biome-ignore lint/style/noProcessEnv: set by the test run for itself
  const cluster = process.env.TEST_DATABASE_URL;
  if (cluster === undefined) throw new Error("TEST_DATABASE_URL must name a cluster for tests");
  const name = `runner_${randomBytes(6).toString("hex")}`;
  await asOwner(cluster, `create role ${name} login password '${name}' nosuperuser`);
  await asOwner(cluster, `create database ${name}`);
  const owner = new URL(cluster);
  owner.pathname = `/${name}`;
  for (const schema of ["runner", "graphile_worker"]) {
    await asOwner(owner.href, `create schema ${schema} authorization ${name}`);
  }
  const own = new URL(owner);
  own.username = name;
  own.password = name;
  const pool = new pg.Pool({ connectionString: own.href, max: 2 });
  pool.on("error", () => {});
  return {
    url: own.href,
    query: async (text, values = []) => (await pool.query<Record<string, unknown>>(text, values)).rows,
    async drop() {
      await pool.end();
      await asOwner(cluster, `drop database ${name} with (force)`);
      await asOwner(cluster, `drop role ${name}`);
    },
  };
}
