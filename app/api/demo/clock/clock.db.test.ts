import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { GET, POST } from "./route.ts";

let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  tenant = await createTestTenant();
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const nowOf = (json: unknown) => Date.parse((json as { now: string }).now);

test("leaps and runs fast for a member and for a key that may administer", async () => {
  const member = await asMember(tenant, "viewer");
  const before = await member.call(GET);
  expect(before).toMatchObject({ status: 200, json: { speed: 1 } });
  const after = await member.call(POST, { body: { advanceMinutes: 90 } });
  expect(after.status).toBe(200);
  expect((nowOf(after.json) - nowOf(before.json)) / 60_000).toBeCloseTo(90, 0);
  const key = await asKey(tenant, ["read", "admin"]);
  expect(await key.call(POST, { body: { speed: 60 } })).toMatchObject({ status: 200, json: { speed: 60 } });
  expect(await key.call(POST, { body: { speed: 1 } })).toMatchObject({ json: { speed: 1 } });
});

test("refuses strangers, keys that only read, and changes that say nothing or go back", async () => {
  expect(await asStranger().call(POST, { body: { advanceMinutes: 1 } })).toMatchObject({ status: 401 });
  const reader = await asKey(tenant, ["read"]);
  expect(await reader.call(GET)).toMatchObject({ status: 200 });
  expect(await reader.call(POST, { body: { advanceMinutes: 1 } })).toMatchObject({ status: 403 });
  const member = await asMember(tenant);
  for (const body of [{}, { advanceMinutes: -5 }, { speed: 0 }, { set: "2020-01-01" }])
    expect(await member.call(POST, { body })).toMatchObject({ status: 422 });
});
