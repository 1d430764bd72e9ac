import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asKey, asMember, asStranger, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsResealWriters } from "#db/across-tenants-seals.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { openWriterKey } from "#db/writer-settings.ts";
import { defaultWriterSettings } from "#domain/writer-settings.ts";
import { env } from "#env";
import { GET, PUT } from "./route.ts";
import { POST as tryIt } from "./tries/route.ts";

const { priceCurrency: _, ...defaults } = defaultWriterSettings;
const key = "sk-a-key-that-nobody-may-see-9f3c";
const own = { ...defaults, provider: "openai", model: "some-model", apiKey: key };

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeConnections();
  await database.drop();
});

const save = async (body: unknown, tenant = one, role: "admin" | "marketer" = "admin") =>
  (await asMember(tenant, role)).call(PUT, { method: "PUT", body });

test("settings hold for their own tenant only, and the key is in no answer, no row and no audit", async () => {
  const answer = await save(own);
  expect(answer).toMatchObject({ status: 200, json: { settings: { model: "some-model" }, key: { last4: "9f3c" } } });
  const seen = await (await asMember(one, "viewer")).call(GET);
  expect(JSON.stringify([answer.json, seen.json])).not.toContain("nobody-may-see");
  const rows =
    await workerSql()`select to_jsonb(w) as row from writer_settings w union all select to_jsonb(a) from audit_entries a`;
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toContain("nobody-may-see");
  const foreign = await (await asMember(two, "owner")).call(GET);
  expect(foreign).toMatchObject({ json: { settings: { provider: "installation" }, key: { isSet: false } } });
  expect(await withScope(one.tenantId, openWriterKey)).toBe(key);
});

test("a key stays with the provider and address it was entered for", async () => {
  const { apiKey: _key, ...unsaid } = own;
  await save({ ...unsaid, model: "another-model" });
  expect(await withScope(one.tenantId, openWriterKey)).toBe(key);
  const moved = { ...unsaid, provider: "openai-compatible", baseUrl: "https://8.8.8.8/v1" };
  expect(await save(moved)).toMatchObject({ status: 200, json: { key: { isSet: false, last4: null } } });
  expect(await withScope(one.tenantId, openWriterKey)).toBeNull();
});

test("refuses what would reach into the installation's own network, and settings that could not work", async () => {
  const server = { ...own, provider: "openai-compatible" };
  const wrong: [string, unknown][] = [
    ["baseUrl", { ...server, baseUrl: "http://127.0.0.1:11434/v1" }],
    ["baseUrl", { ...server, baseUrl: "http://[::1]/v1" }],
    ["baseUrl", { ...server, baseUrl: "http://169.254.169.254/latest" }],
    ["baseUrl", { ...server, baseUrl: "http://localhost/v1" }],
    ["baseUrl", { ...server, baseUrl: "ftp://8.8.8.8/v1" }],
    ["baseUrl", { ...server, baseUrl: "https://a:b@8.8.8.8/v1" }],
    ["baseUrl", server],
    ["model", { ...own, model: " " }],
    ["outputPrice", { ...own, inputPrice: 3_000_000 }],
    ["monthlyTokens", { ...own, monthlyTokens: 1.5 }],
    ["temperature", { ...own, temperature: 3 }],
  ];
  for (const [field, body] of wrong)
    expect(await save(body)).toMatchObject({ status: 422, json: { error: { field } } });
});

test("only an admin changes or tries the writer, and no key does", async () => {
  expect((await save(own, one, "marketer")).status).toBe(403);
  expect((await (await asMember(one, "marketer")).call(tryIt, { method: "POST" })).status).toBe(403);
  const keyed = await asKey(one, ["admin", "read"]);
  expect((await keyed.call(PUT, { method: "PUT", body: own })).status).toBe(403);
  expect((await keyed.call(GET)).status).toBe(403);
  expect((await asStranger().call(GET)).status).toBe(401);
});

test("a try writes for an example cart and says what it took", async () => {
  const admin = await asMember(two, "admin");
  expect(await admin.call(tryIt, { method: "POST" })).toMatchObject({
    status: 200,
    json: { writer: "scripted", reason: null, tries: 0, findings: [], words: { button: expect.any(String) } },
  });
  await save({ ...own, apiKey: "" }, two);
  expect(await admin.call(tryIt, { method: "POST" })).toMatchObject({
    json: { writer: "scripted", reason: "not_configured", tries: 1, outputTokens: 0 },
  });
});

test("a key outlives the encryption key that sealed it, and one that nothing opens counts as none", async () => {
  await save(own);
  const keys = env();
  const old = keys.ENCRYPTION_KEY;
  const fresh = Buffer.alloc(32, 9).toString("base64");
  try {
    Object.assign(keys, { ENCRYPTION_KEY: fresh });
    expect(await withScope(one.tenantId, openWriterKey)).toBeNull();
    Object.assign(keys, { ENCRYPTION_KEY_PREVIOUS: old });
    expect(await acrossTenantsResealWriters("", 100)).toEqual({ sealed: 1, next: null });
    expect(await acrossTenantsResealWriters("", 100)).toEqual({ sealed: 0, next: null });
    Object.assign(keys, { ENCRYPTION_KEY_PREVIOUS: undefined });
    expect(await withScope(one.tenantId, openWriterKey)).toBe(key);
  } finally {
    Object.assign(keys, { ENCRYPTION_KEY: old, ENCRYPTION_KEY_PREVIOUS: undefined });
  }
});
