import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { GET as listShops } from "../shops/route.ts";
import { DELETE as revoke } from "./[id]/route.ts";
import { GET as listKeys, POST as makeKey } from "./route.ts";

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

type Made = { token: string; key: { id: string } };

test("shows a key once, keeps its hash, and opens with it until it is revoked", async () => {
  const admin = await asMember(one, "admin");
  const made = await admin.call(makeKey, { body: { name: "Reports", scopes: ["read"] } });
  expect(made.status).toBe(201);
  const { token, key } = made.json as Made;
  expect(token).toMatch(/^cb_test_/);
  const headers = { authorization: `Bearer ${token}` };
  expect((await asStranger().call(listShops, { headers })).status).toBe(200);
  expect((await asStranger().call(listShops, { headers: { "x-api-key": token } })).status).toBe(200);
  const list = JSON.stringify((await admin.call(listKeys)).json);
  expect(list).not.toContain(token);
  expect(list).toContain('lastUsedAt":"20');
  expect((await admin.call(revoke, { method: "DELETE", params: { id: key.id } })).status).toBe(200);
  expect((await asStranger().call(listShops, { headers })).status).toBe(401);
});

test("no key holds sending and oversight together", async () => {
  const admin = await asMember(one, "admin");
  expect(await admin.call(makeKey, { body: { name: "Both", scopes: ["send", "oversight"] } })).toMatchObject({
    status: 422,
    json: { error: { code: "invalid", field: "scopes" } },
  });
  expect((await admin.call(makeKey, { body: { name: "None", scopes: [] } })).status).toBe(422);
});

test("keys neither make, list nor revoke keys, and marketers neither", async () => {
  const key = await asKey(one, ["admin", "read"]);
  const marketer = await asMember(one, "marketer");
  for (const caller of [key, marketer]) {
    expect((await caller.call(makeKey, { body: { name: "More", scopes: ["read"] } })).status).toBe(403);
    expect((await caller.call(listKeys)).status).toBe(403);
    expect((await caller.call(revoke, { method: "DELETE", params: { id: key.keyId } })).status).toBe(403);
  }
});

test("a foreign key is not found and goes on working", async () => {
  const key = await asKey(one, ["read"]);
  const foreign = await asMember(two, "owner");
  expect((await foreign.call(revoke, { method: "DELETE", params: { id: key.keyId } })).status).toBe(404);
  expect(JSON.stringify((await foreign.call(listKeys)).json)).not.toContain(key.keyId);
  expect((await key.call(listShops)).status).toBe(200);
});
