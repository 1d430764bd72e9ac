import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, createTwoTenants } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { DELETE, GET, PUT } from "./route.ts";
import { POST } from "./test/route.ts";

const database = await createTestDatabase();
let tenants: Awaited<ReturnType<typeof createTwoTenants>>;
beforeAll(async () => {
  await connectTo(database);
  tenants = await createTwoTenants();
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

test("one tenant's webhook is no other's to see, test or remove, and its secret is told once", async () => {
  const one = await asMember(tenants.one, "admin");
  const two = await asMember(tenants.two, "admin");
  const saved = await one.call(PUT, { method: "PUT", body: { url: "https://10.0.0.1/hook" } });
  expect(saved.json).toEqual({ secret: expect.stringMatching(/^whsec_/) });
  expect(JSON.stringify((await one.call(GET)).json)).not.toContain("whsec_");
  expect((await two.call(GET)).json).toEqual({ webhook: null });
  expect((await two.call(POST, { method: "POST" })).status).toBe(404);
  expect((await two.call(DELETE, { method: "DELETE" })).status).toBe(204);
  expect((await one.call(GET)).json).toMatchObject({ webhook: { url: "https://10.0.0.1/hook" } });
  expect((await one.call(POST, { method: "POST" })).json).toEqual({ outcome: "private_address" });
});

test("is an admin's to change, refuses what is no web address, and is no key's", async () => {
  const marketer = await asMember(tenants.one, "marketer");
  expect((await marketer.call(GET)).status).toBe(403);
  const admin = await asMember(tenants.one, "admin");
  const refused = await admin.call(PUT, { method: "PUT", body: { url: "file:///etc/passwd" } });
  expect(refused).toMatchObject({ status: 422, json: { error: { field: "url" } } });
  const key = await asKey(tenants.one, ["admin"]);
  expect((await key.call(GET)).status).toBe(403);
});
