import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { platformNames } from "#domain/shop-event.ts";
import { GET } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Told = { data: { name: string; title: string; steps: string[]; topics: string[]; signing: { by: string } }[] };

test("tells of every platform, with steps that name the webhook address once there is one to give", async () => {
  const { status, json } = await (await asMember(one, "viewer")).call(GET);
  expect(status).toBe(200);
  const { data } = json as Told;
  expect(data.map(({ name }) => name)).toEqual([...platformNames]);
  for (const platform of data) {
    expect(platform.title).not.toBe("");
    expect(platform.steps.length).toBeGreaterThan(1);
    expect(["us", "platform", "key_pair"]).toContain(platform.signing.by);
  }
});

test("is the same for every tenant, holds nothing of any, and nothing for strangers", async () => {
  const ours = await (await asMember(one)).call(GET);
  const theirs = await (await asKey(two, ["read"])).call(GET);
  expect(theirs.json).toEqual(ours.json);
  expect(JSON.stringify(theirs.json)).not.toContain(one.tenantId);
  expect((await asStranger().call(GET)).status).toBe(401);
});
