import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { type Scope, withJobScope, withScope } from "./scope.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo({ ...database, poolSize: 1 });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const kept = async (scope: Scope, text: string) =>
  (await scope.db.execute(sql`select 1 from pg_prepared_statements where statement like ${`%${text}%`}`)).length;

test("what comes often is kept prepared, within transactions too, and what comes once is not", async () => {
  for (let time = 1; time <= 4; time++)
    await withScope("ten_one", (scope) => scope.db.execute(sql`select ${time}::int as often`));
  await withScope("ten_one", async (scope) => {
    await scope.db.execute(sql`select ${1}::int as seldom`);
    expect(await kept(scope, "as often")).toBe(1);
    expect(await kept(scope, "as seldom")).toBe(0);
  });
});

test("jobs plan once for all tenants, pages for each; and one says nothing of the next", async () => {
  const modeOf = async (scope: Scope) => (await scope.db.execute(sql`show plan_cache_mode`))[0];
  expect(await withJobScope("ten_one", modeOf)).toEqual({ plan_cache_mode: "force_generic_plan" });
  expect(await withScope("ten_one", modeOf)).toEqual({ plan_cache_mode: "force_custom_plan" });
  expect(await withJobScope("ten_one", modeOf, { plans: "anew" })).toEqual({ plan_cache_mode: "force_custom_plan" });
});
