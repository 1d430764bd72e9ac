import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOnce } from "#bin/postgres/roles.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo({ ...database, poolSize: 4 });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const ask = () => workerSql()<{ one: number }[]>`select 1 as one`;

async function endAllSessions(): Promise<void> {
  const admin = connectOnce(String(process.env.TEST_DATABASE_URL));
  const name = new URL(database.workerUrl).pathname.slice(1);
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  await admin.end();
}

test("answers again after all its connections were lost in the middle of many queries", async () => {
  await Promise.all(Array.from({ length: 20 }, ask));
  const before = workerSql();
  const busy = Promise.allSettled(Array.from({ length: 50 }, () => before`select pg_sleep(0.2)`));
  await endAllSessions();
  const outcomes = await busy;
  expect(outcomes.some((one) => one.status === "rejected")).toBe(true);
  const rows = await Promise.all(Array.from({ length: 20 }, ask));
  expect(rows.flat()).toHaveLength(20);
  expect(workerSql()).not.toBe(before);
});
