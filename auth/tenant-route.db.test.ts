import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { revokeKey } from "#db/api-keys.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { removeMember, saveRole } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { tenantRoute } from "./tenant-route.ts";
import { asKey, asMember, asStranger, createTwoTenants, type TestTenant } from "./testing/tenants.ts";

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

const whoami = tenantRoute({ scope: "read" }, async ({ scope, actor }) => ({
  tenant: (await getTenant(scope)).name,
  kind: actor.kind,
}));

test("members and keys see their own tenant only", async () => {
  expect(await (await asMember(one)).call(whoami)).toMatchObject({ status: 200, json: { tenant: "One" } });
  expect(await (await asMember(two)).call(whoami)).toMatchObject({ status: 200, json: { tenant: "Two" } });
  const key = await asKey(two, ["read"]);
  expect(await key.call(whoami)).toMatchObject({ status: 200, json: { tenant: "Two", kind: "key" } });
});

test("refuses strangers, forged sessions, unknown and revoked keys", async () => {
  const refused = { status: 401, json: { error: { code: "unauthenticated" } } };
  expect(await asStranger().call(whoami)).toMatchObject(refused);
  const forged = { cookie: "next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c" };
  expect(await asStranger().call(whoami, { headers: forged })).toMatchObject(refused);
  const unknown = { authorization: `Bearer cb_test_${"x".repeat(32)}` };
  expect(await asStranger().call(whoami, { headers: unknown })).toMatchObject(refused);
  const key = await asKey(one, ["read"]);
  const now = await currentTime();
  await withScope(one.tenantId, (scope) => revokeKey(scope, key.keyId, now));
  expect(await key.call(whoami)).toMatchObject(refused);
});

test("a bad key is refused even beside a good session", async () => {
  const member = await asMember(one);
  expect(await member.call(whoami, { headers: { "x-api-key": "nonsense" } })).toMatchObject({ status: 401 });
});

test("a removed member and a lowered role count with the next request", async () => {
  const admin = tenantRoute({ role: "admin" }, async () => ({}));
  const member = await asMember(one, "admin");
  expect((await member.call(admin)).status).toBe(200);
  await withScope(one.tenantId, (scope) => saveRole(scope, member.member.id, "viewer"));
  expect((await member.call(admin)).status).toBe(403);
  const now = await currentTime();
  await withScope(one.tenantId, (scope) => removeMember(scope, member.member.id, now));
  expect((await member.call(admin)).status).toBe(401);
});

test("a key needs the scope, and no key enters an endpoint without one", async () => {
  const send = tenantRoute({ scope: "send" }, async () => ({}));
  const membersOnly = tenantRoute({}, async () => ({}));
  const key = await asKey(one, ["read"]);
  expect((await key.call(send)).status).toBe(403);
  expect((await key.call(membersOnly)).status).toBe(403);
  expect((await (await asKey(one, ["send"])).call(send)).status).toBe(200);
});

test("refuses a write by cookie from another site, and lets a key write from anywhere", async () => {
  const write = tenantRoute({ role: "marketer", scope: "send" }, async () => ({}));
  const member = await asMember(one);
  for (const site of ["cross-site", "same-site", "none"])
    expect((await member.call(write, { method: "POST", headers: { "sec-fetch-site": site } })).status).toBe(403);
  expect((await member.call(write, { method: "POST" })).status).toBe(200);
  const key = await asKey(one, ["send"]);
  expect((await key.call(write, { method: "POST", headers: { origin: "https://elsewhere.test" } })).status).toBe(200);
});

test("says which field is wrong, and answers a path of the wrong shape as not found", async () => {
  const route = tenantRoute(
    {
      role: "marketer",
      params: z.object({ id: z.string().startsWith("cart_") }),
      body: z.strictObject({ steps: z.array(z.object({ delayMinutes: z.int() })) }),
    },
    async ({ body }) => body,
  );
  const member = await asMember(one);
  const params = { id: "cart_1" };
  const wrong = await member.call(route, { params, body: { steps: [{ delayMinutes: "soon" }] } });
  expect(wrong).toMatchObject({ status: 422, json: { error: { code: "invalid", field: "steps.0.delayMinutes" } } });
  expect(await member.call(route, { params, body: { steps: [], more: 1 } })).toMatchObject({
    json: { error: { field: "more" } },
  });
  expect((await member.call(route, { params: { id: "1" }, body: { steps: [] } })).status).toBe(404);
  expect(await member.call(route, { params, body: { steps: [{ delayMinutes: 5 }] } })).toMatchObject({ status: 200 });
});

test("rolls back when the handler throws, hides what a fault says, and announces after the commit only", async () => {
  const order: string[] = [];
  const member = await asMember(one);
  const faulty = tenantRoute({}, async ({ afterCommit }) => {
    afterCommit(async () => order.push("never"));
    throw new Error("secret detail");
  });
  const answer = await member.call(faulty);
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.json)).not.toContain("secret detail");
  const refusing = tenantRoute({}, async () => {
    throw new AppError("conflict", "It was reviewed already");
  });
  expect(await member.call(refusing)).toMatchObject({ status: 409, json: { error: { code: "conflict" } } });
  const announcing = tenantRoute({}, async ({ afterCommit }) => {
    afterCommit(async () => order.push("announced"));
    afterCommit(async () => Promise.reject(new Error("nobody listens")));
    order.push("stored");
  });
  expect((await member.call(announcing)).status).toBe(204);
  expect(order).toEqual(["stored", "announced"]);
});
