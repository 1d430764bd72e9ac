import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { getPolicy, savePolicy } from "#db/tenants.ts";
import { answerApi } from "../answer-api.ts";
import { mailedCode } from "../testing/upgrade-samples.ts";

let database: TestDatabase;
let tenant: TestTenant;
let agent: Caller & { keyId: string };
let owner: Caller;

beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenant = await createTestTenant("Lamps");
  await withScope(tenant.tenantId, (scope) => savePolicy(scope, { oversightMode: "gated", deadlineAction: "drop" }));
  owner = await asMember(tenant, "owner");
  agent = await asKey(tenant, ["send", "read", "admin"]);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const reason = "Forty in a row were approved as they were";
const ask = (body: object, by: Caller = agent) =>
  by.call(answerApi, { path: "/v1/upgrades", body: { reason, ...body } });
const apply = (id: string, code: string, by: Caller = agent) =>
  by.call(answerApi, { path: `/v1/upgrades/${id}/application`, body: { code } });
const idOf = (json: unknown) => z.object({ id: z.string() }).parse(json).id;
const mode = async () => (await withScope(tenant.tenantId, getPolicy)).oversightMode;
const account = (by: Caller, body: object, headers: Record<string, string> = {}) =>
  by.call(answerApi, { path: "/v1/account", method: "PATCH", body, headers });

test("a key gets a looser mode only by the code that the admins were mailed, once, and nobody else by it", async () => {
  const asked = await ask({ oversightMode: "monitored" });
  expect(asked).toMatchObject({ status: 202, json: { scopes: [], oversightMode: "monitored" } });
  const [mail] = await workerSql()<{ text: string }[]>`
    select text from system_mails where tenant_id = ${tenant.tenantId} and kind = 'one_time_code'`;
  expect(mail?.text).toContain("oversight mode “monitored” for the whole tenant");
  expect(mail?.text).toContain(reason);
  const [id, code] = [idOf(asked.json), await mailedCode(tenant.tenantId)];
  expect((await apply(id, code, await asKey(tenant, ["read"]))).status).toBe(404);
  expect((await apply(id, code === "00000000" ? "1" : "00000000")).status).toBe(403);
  expect(await mode()).toBe("gated");
  expect(await apply(id, code)).toMatchObject({ status: 200, json: { oversightMode: "monitored" } });
  expect(await mode()).toBe("monitored");
  expect((await apply(id, code)).status).toBe(409);
});

test("a code bears five wrong tries, and half an hour", async () => {
  const id = idOf((await ask({ oversightMode: "monitored" })).json);
  const code = await mailedCode(tenant.tenantId);
  for (let tries = 0; tries < 5; tries++) expect((await apply(id, "wrong")).status).toBe(403);
  expect((await apply(id, code)).status).toBe(403);
  const late = idOf((await ask({ oversightMode: "monitored" })).json);
  await workerSql()`update one_time_codes set expires_at = now() - interval '1 second'`;
  expect((await apply(late, await mailedCode(tenant.tenantId))).status).toBe(403);
  expect(await mode()).toBe("gated");
});

test("a key gets a further scope, and none with which it could oversee what it sends", async () => {
  const reader = await asKey(tenant, ["read"]);
  expect((await reader.call(answerApi, { path: "/v1/keys" })).status).toBe(403);
  const id = idOf((await ask({ scopes: ["admin", "read"] }, reader)).json);
  const applied = await apply(id, await mailedCode(tenant.tenantId), reader);
  expect(applied.json).toMatchObject({ keyId: reader.keyId, scopes: ["read", "admin"] });
  expect((await reader.call(answerApi, { path: "/v1/keys" })).status).toBe(200);
  expect(await ask({ scopes: ["oversight"] })).toMatchObject({
    status: 409,
    json: { error: { message: "One key cannot both send and oversee what is sent" } },
  });
});

test("asks for nothing that is held already, for no other key, and needs a reason", async () => {
  expect((await ask({ scopes: ["read"], oversightMode: "gated" })).status).toBe(409);
  expect((await ask({ scopes: ["oversight"], keyId: (await asKey(tenant, ["read"])).keyId })).status).toBe(404);
  expect(await ask({ oversightMode: "monitored", reason: " " })).toMatchObject({
    status: 422,
    json: { error: { field: "reason" } },
  });
  expect((await ask({ scopes: ["read"] }, await asMember(tenant, "marketer"))).status).toBe(403);
  const foreign = await asMember(await createTestTenant("Rugs"), "owner");
  expect((await ask({ scopes: ["oversight"], keyId: agent.keyId }, foreign)).status).toBe(404);
});

test("a key tightens at once and loosens by a person's code alone; a person does both", async () => {
  await account(owner, { oversightMode: "autonomous" });
  expect(await account(agent, { oversightMode: "monitored" })).toMatchObject({
    status: 200,
    json: { oversightMode: "monitored" },
  });
  expect((await account(agent, { paused: true })).status).toBe(200);
  const resume = { paused: false };
  expect(await account(agent, resume)).toMatchObject({ status: 403, json: { error: { field: "code" } } });
  const code = { "x-comeback-code": await mailedCode(tenant.tenantId) };
  expect(await account(agent, resume, code)).toMatchObject({ status: 200, json: { pausedAt: null } });
  expect(await account(agent, { oversightMode: "autonomous" })).toMatchObject({ status: 403 });
  expect(await mode()).toBe("monitored");
});

test("gated mode is always to be had: a clock that would send drops from then on", async () => {
  await withScope(tenant.tenantId, (scope) =>
    savePolicy(scope, { oversightMode: "autonomous", deadlineAction: "send" }),
  );
  expect(await account(agent, { oversightMode: "gated" })).toMatchObject({ json: { oversightMode: "gated" } });
  expect(await withScope(tenant.tenantId, getPolicy)).toMatchObject({ oversightMode: "gated", deadlineAction: "drop" });
});

test("a stricter mode that another sets meanwhile is not overwritten by who saw a looser one", async () => {
  await withScope(tenant.tenantId, (scope) => savePolicy(scope, { oversightMode: "autonomous" }));
  const waiting = () =>
    workerSql()`select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`;
  const asked = await withScope(tenant.tenantId, async (scope) => {
    await savePolicy(scope, { oversightMode: "gated", deadlineAction: "drop" });
    const asking = account(agent, { oversightMode: "monitored" });
    await expect.poll(async () => (await waiting()).length).toBe(1);
    return { asking };
  });
  expect((await asked.asking).status).toBe(409);
  expect(await mode()).toBe("gated");
});
