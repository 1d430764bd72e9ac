import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsForgetDoors, acrossTenantsTakeTokens } from "#db/across-tenants-limits.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { limits, take } from "./rate-limits.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const start = new Date("2026-11-08T12:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const asking = (name: string, wanted: number, tenantId = "ten_1") => ({
  tenantId,
  name,
  wanted,
  capacity: 10,
  perSecond: 2,
});
const taken = async (name: string, wanted: number, seconds: number) =>
  (await acrossTenantsTakeTokens([asking(name, wanted)], after(seconds)))[0];

test("a bucket gives what it holds, gains with time, and holds no more than it may", async () => {
  expect(await taken("a", 7, 0)).toBe(7);
  expect(await taken("a", 7, 0)).toBe(3);
  expect(await taken("a", 1, 0)).toBe(0);
  expect(await taken("a", 5, 1)).toBe(2);
  expect(await taken("a", 50, 1_000)).toBe(10);
  expect(await taken("b", 50, 0)).toBe(10);
});

test("a clock that goes back gives nothing twice", async () => {
  expect(await taken("back", 10, 100)).toBe(10);
  expect(await taken("back", 10, 0)).toBe(0);
  expect(await taken("back", 10, 101)).toBe(2);
});

test("processes that ask at the same time share one bucket, whatever the order of their buckets", async () => {
  const names = ["x", "y", "z"];
  const asked = Array.from({ length: 40 }, (_, n) => {
    const mine = n % 2 ? names : names.toReversed();
    return acrossTenantsTakeTokens(
      mine.map((name) => asking(name, 1)),
      start,
    );
  });
  const granted = (await Promise.all(asked)).flat().reduce((sum, one) => sum + one, 0);
  expect(granted).toBe(30);
});

test("tenants share no bucket", async () => {
  expect(await taken("same", 10, 0)).toBe(10);
  expect(await acrossTenantsTakeTokens([asking("same", 10, "ten_2")], start)).toEqual([10]);
});

test("names nobody in the table, and is forgotten after a day", async () => {
  await take("ten_3", "address", "ana@example.com");
  await take("ten_3", "network", "203.0.113.9");
  const rows = await workerSql()<
    { name: string }[]
  >`select name from rate_buckets where tenant_id = 'ten_3' order by 1`;
  expect(rows.map((row) => row.name)).toEqual([
    expect.stringMatching(/^address:[\w-]{24}$/),
    expect.stringMatching(/^network:[\w-]{24}$/),
  ]);
  await workerSql()`update rate_buckets set at = now() - interval '25 hours' where tenant_id = 'ten_3'`;
  await acrossTenantsForgetDoors(new Date());
  expect(await workerSql()`select 1 from rate_buckets where tenant_id = 'ten_3'`).toHaveLength(0);
});

test("what many ask at once of one process costs one statement each and grants as many as there are", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => take("ten_4", "networkAddresses", "n")));
  expect(answers.filter((one) => one === null)).toHaveLength(limits.networkAddresses.capacity);
});
