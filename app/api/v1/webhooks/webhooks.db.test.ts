import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { recordTest } from "#db/webhook-deliveries.ts";
import { mostEndpoints } from "#db/webhook-endpoints.ts";
import { answerApi } from "../answer-api.ts";

let database: TestDatabase;
let tenant: TestTenant;
let agent: Caller;
let admin: Caller;

beforeAll(async () => {
  // Nobody to tell.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenant = await createTestTenant("Lamps");
  agent = await asKey(tenant, ["admin"]);
  admin = await asMember(tenant, "admin");
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const made = z.object({ webhook: z.object({ id: z.string() }), secret: z.string() });
const given = { name: "Warehouse", url: "https://hooks.shop.example/in", events: ["order.recovered"] };

const listed = z.object({ data: z.array(z.object({ id: z.string(), removedAt: z.string().nullable() })) });

const create = (by: Caller, body: object = given) => by.call(answerApi, { path: "/v1/webhooks", body });
const change = (by: Caller, id: string, body: object) =>
  by.call(answerApi, { method: "PATCH", path: `/v1/webhooks/${id}`, body });
const needsCode = { status: 403, json: { error: { field: "code" } } };

async function open(): Promise<string> {
  return made.parse((await create(admin)).json).webhook.id;
}

test("a secret is shown when it is made and never again, and is sealed where it is kept", async () => {
  const { webhook, secret } = made.parse((await create(admin)).json);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const list = await admin.call(answerApi, { path: "/v1/webhooks" });
  expect(list.json).toMatchObject({ data: [{ id: webhook.id, ...given, pausedAt: null }] });
  expect(JSON.stringify(list.json)).not.toContain(secret);
  const [row] = await workerSql()`select * from webhook_endpoints where id = ${webhook.id}`;
  expect(JSON.stringify(row)).not.toContain(secret.slice("whsec_".length));
});

test("a program has events posted to no address that a person did not allow; pausing and removing need nobody", async () => {
  expect(await create(agent)).toMatchObject(needsCode);
  const id = await open();
  expect(await change(agent, id, { url: "https://elsewhere.example/" })).toMatchObject(needsCode);
  expect(await change(agent, id, { events: ["order.recovered", "message.sent"] })).toMatchObject(needsCode);
  expect(await change(agent, id, { paused: true, name: "Stock" })).toMatchObject({
    status: 200,
    json: { name: "Stock", url: given.url, pausedBecause: "person" },
  });
  expect((await agent.call(answerApi, { method: "DELETE", path: `/v1/webhooks/${id}` })).status).toBe(204);
  expect(await agent.call(answerApi, { method: "POST", path: `/v1/webhooks/${id}/restoration` })).toMatchObject(
    needsCode,
  );
});

test("what was removed is gone at once, and back as it was when somebody undoes it", async () => {
  const id = await open();
  await admin.call(answerApi, { method: "DELETE", path: `/v1/webhooks/${id}` });
  expect((await admin.call(answerApi, { path: `/v1/webhooks/${id}/deliveries` })).status).toBe(404);
  expect((await admin.call(answerApi, { path: "/v1/webhooks" })).json).toEqual({ data: [] });
  const back = await admin.call(answerApi, { method: "POST", path: `/v1/webhooks/${id}/restoration` });
  expect(back).toMatchObject({ status: 200, json: { id, ...given, pausedAt: null, removedAt: null } });
});

test("what was removed is listed apart, the newest first, and who restores it by a key needs a person", async () => {
  const [kept, first, second] = [await open(), await open(), await open()];
  for (const id of [first, second]) await admin.call(answerApi, { method: "DELETE", path: `/v1/webhooks/${id}` });
  const list = async (removed: string) =>
    listed.parse((await agent.call(answerApi, { path: "/v1/webhooks", query: { removed } })).json).data;
  expect(await list("false")).toEqual([{ id: kept, removedAt: null }]);
  const gone = [second, first].map((id) => ({ id, removedAt: expect.any(String) }));
  expect(await list("true")).toEqual(gone);
  await admin.call(answerApi, { method: "POST", path: `/v1/webhooks/${second}/restoration` });
  expect(await list("true")).toEqual(gone.slice(1));
});

test.each([
  ["url", "http://127.0.0.1/hook"],
  ["url", "https://[::ffff:10.0.0.1]/hook"],
  ["url", "https://169.254.169.254/latest"],
  ["url", "https://100.64.0.1/"],
  ["url", "http://hooks.shop.example/in"],
  ["url", "https://user:secret@hooks.shop.example/"],
  ["url", "ftp://hooks.shop.example/"],
  ["name", " "],
  ["events", []],
  ["events", ["cart.stolen"]],
])("refuses a %s of %j by its name", async (field, value) => {
  const answer = await create(admin, { ...given, [field]: value });
  expect(answer.status).toBe(422);
  expect(z.object({ error: z.object({ field: z.string() }) }).parse(answer.json).error.field).toContain(field);
});

test("a tenant has twenty endpoints at most", async () => {
  for (let number = 0; number < mostEndpoints; number++) expect((await create(admin)).status).toBe(201);
  expect((await create(admin)).status).toBe(409);
});

test("what was removed does not come back as one more than twenty", async () => {
  const id = await open();
  await admin.call(answerApi, { method: "DELETE", path: `/v1/webhooks/${id}` });
  for (let number = 0; number < mostEndpoints; number++) await open();
  const back = { method: "POST" as const, path: `/v1/webhooks/${id}/restoration` };
  expect((await admin.call(answerApi, back)).status).toBe(409);
  expect((await admin.call(answerApi, { ...back, path: "/v1/webhooks/whk_nobody/restoration" })).status).toBe(404);
});

test("an event is replayed by its id, and by nobody to whom it was not told", async () => {
  const [id, other] = [await open(), await open()];
  const { eventId } = await withScope(tenant.tenantId, (scope) => recordTest(scope, id, new Date()));
  const replay = (at: string, body: object) => admin.call(answerApi, { path: `/v1/webhooks/${at}/replays`, body });
  expect(await replay(id, { eventId })).toMatchObject({ status: 202, json: { replayed: 1 } });
  expect((await replay(other, { eventId })).status).toBe(404);
  expect((await replay(id, { eventId, failedSince: "2026-03-05T00:00:00Z" })).status).toBe(422);
  expect((await replay(id, {})).status).toBe(422);
});
