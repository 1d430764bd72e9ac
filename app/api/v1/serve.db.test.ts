import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { answerApi } from "./answer-api.ts";

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

type Made = { key: { id: string }; token: string };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const reports = { name: "Reports", scopes: ["read"] };

/** A key with bounds, made by an admin in the browser. */
async function keyWith(bounds: object): Promise<string> {
  const admin = await asMember(one, "admin");
  const made = await admin.call(answerApi, { path: "/v1/keys", body: { ...reports, ...bounds } });
  expect(made.status).toBe(201);
  return (made.json as Made).token;
}

/** The code in the newest mail to a tenant's admins. */
async function mailedCode(tenant: TestTenant): Promise<string> {
  const [mail] = await workerSql()<{ text: string }[]>`
    select text from system_mails where tenant_id = ${tenant.tenantId} and kind = 'one_time_code' order by id desc limit 1`;
  return /^\d{8}/.exec(mail?.text ?? "")?.[0] ?? "";
}

test("answers at /v1 and at /api/v1 alike, and names what is not there", async () => {
  const key = await asKey(one, ["read"]);
  for (const prefix of ["/v1", "/api/v1"]) {
    expect(await key.call(answerApi, { path: `${prefix}/carts` })).toMatchObject({ status: 200, json: { data: [] } });
    expect(await key.call(answerApi, { path: `${prefix}/baskets` })).toMatchObject({
      status: 404,
      json: { error: { code: "not_found" } },
    });
  }
  const wrong = await key.call(answerApi, { path: "/v1/carts", method: "DELETE" });
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET"]);
  expect((await key.call(answerApi, { path: "/v1/carts/%E0%A4%A" })).status).toBe(404);
});

test("says at its root where to read of it, to anybody", async () => {
  const stranger = asStranger();
  for (const path of ["/v1", "/v1/", "/api/v1"])
    expect(await stranger.call(answerApi, { path })).toMatchObject({
      status: 200,
      json: {
        name: "Comeback API",
        openapi: expect.stringMatching(/^http.*\/v1\/openapi\.json$/),
        docs: expect.stringMatching(/^http.*\/docs\/api$/),
      },
    });
  const posted = await stranger.call(answerApi, { path: "/v1", method: "POST", body: {} });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET"]);
  expect((await stranger.call(answerApi, { path: "/v12" })).status).toBe(404);
});

test("a key goes as far as its rate, is told how far, and fills again", async () => {
  const headers = bearer(await keyWith({ perMinute: 2 }));
  const stranger = asStranger();
  const first = await stranger.call(answerApi, { path: "/v1/carts", headers });
  expect([first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining")]).toEqual(["2", "1"]);
  await stranger.call(answerApi, { path: "/v1/carts", headers });
  const third = await stranger.call(answerApi, { path: "/v1/carts", headers });
  expect(third).toMatchObject({ status: 429, json: { error: { code: "limited" } } });
  const wait = Number(third.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(30);
  await workerSql()`update rate_buckets set at = at - interval '31 seconds' where tenant_id = ${one.tenantId}`;
  expect((await stranger.call(answerApi, { path: "/v1/carts", headers })).status).toBe(200);
});

test("a key ends when it expires, and opens only from its networks", async () => {
  const expired = bearer(await keyWith({ expiresAt: "2020-01-01T00:00:00Z" }));
  expect((await asStranger().call(answerApi, { path: "/v1/carts", headers: expired })).status).toBe(401);
  const bound = bearer(await keyWith({ allowedNetworks: ["203.0.113.0/24", "2001:db8::/32"] }));
  const from = async (address: string) =>
    (await asStranger().call(answerApi, { path: "/v1/carts", headers: { ...bound, "x-forwarded-for": address } }))
      .status;
  expect(await from("203.0.113.9")).toBe(200);
  expect(await from("2001:db8:1::5")).toBe(200);
  expect(await from("203.0.113.9, 198.51.100.1")).toBe(403);
  expect(await from("")).toBe(403);
  const admin = await asMember(one, "admin");
  expect(
    await admin.call(answerApi, { path: "/v1/keys", body: { ...reports, allowedNetworks: ["home"] } }),
  ).toMatchObject({ status: 422, json: { error: { field: "allowedNetworks.0" } } });
});

test("under an idempotency key a write is done once, and another request under it is refused", async () => {
  const admin = await asMember(one, "admin");
  const headers = { "idempotency-key": "make-it-once" };
  const first = await admin.call(answerApi, { path: "/v1/keys", body: reports, headers });
  const again = await admin.call(answerApi, { path: "/v1/keys", body: reports, headers });
  expect(again.json).toEqual(first.json);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  const [kept] = await workerSql()<{ answer: string }[]>`select answer from api_answers where key = 'make-it-once'`;
  expect(kept?.answer).toBeTruthy();
  expect(kept?.answer).not.toContain((first.json as Made).token);
  expect(await admin.call(answerApi, { path: "/v1/keys", body: { ...reports, name: "Else" }, headers })).toMatchObject({
    status: 409,
    json: { error: { code: "conflict" } },
  });
  await workerSql()`update api_answers set status = null, answer = null where key = 'make-it-once'`;
  expect((await admin.call(answerApi, { path: "/v1/keys", body: reports, headers })).status).toBe(409);
  await workerSql()`update api_answers set begun_at = begun_at - interval '25 hours' where key = 'make-it-once'`;
  const next = await admin.call(answerApi, { path: "/v1/keys", body: { ...reports, name: "Else" }, headers });
  expect(next.status).toBe(201);
});

test("what was refused under an idempotency key may be tried again", async () => {
  const admin = await asMember(one, "admin");
  const headers = { "idempotency-key": "second-try" };
  expect((await admin.call(answerApi, { path: "/v1/keys", body: { name: "" }, headers })).status).toBe(422);
  expect((await admin.call(answerApi, { path: "/v1/keys", body: reports, headers })).status).toBe(201);
});

test("a key loosens control only by a person's code, which fits one request and works once", async () => {
  await asMember(one, "admin");
  const key = await asKey(one, ["admin", "read"]);
  const refused = await key.call(answerApi, { path: "/v1/keys", body: reports });
  expect(refused).toMatchObject({ status: 403, json: { error: { code: "forbidden", field: "code" } } });
  const code = await mailedCode(one);
  expect(code).toMatch(/^\d{8}$/);
  const headers = { "x-comeback-code": code };
  const other = { path: "/v1/keys", body: { ...reports, name: "Another" }, headers };
  expect((await key.call(answerApi, other)).status).toBe(403);
  expect(
    (await key.call(answerApi, { path: "/v1/keys", body: reports, headers: { "x-comeback-code": "1" } })).status,
  ).toBe(403);
  expect((await key.call(answerApi, { path: "/v1/keys", body: reports, headers })).status).toBe(201);
  expect((await key.call(answerApi, { path: "/v1/keys", body: reports, headers })).status).toBe(403);
});

test("a code bears no more than a few wrong tries", async () => {
  const key = await asKey(one, ["admin", "read"]);
  const body = { ...reports, name: "Guessed" };
  await key.call(answerApi, { path: "/v1/keys", body });
  const code = await mailedCode(one);
  const guess = (said: string) => key.call(answerApi, { path: "/v1/keys", body, headers: { "x-comeback-code": said } });
  for (let tried = 0; tried < 5; tried++) expect((await guess("not it")).status).toBe(403);
  expect((await guess(code)).status).toBe(403);
});

test("no key gives a scope that it lacks, and none reaches another tenant's keys", async () => {
  const key = await asKey(one, ["admin", "read"]);
  const body = { name: "More", scopes: ["send"] };
  await key.call(answerApi, { path: "/v1/keys", body });
  const headers = { "x-comeback-code": await mailedCode(one) };
  expect(await key.call(answerApi, { path: "/v1/keys", body, headers })).toMatchObject({
    status: 403,
    json: { error: { field: "scopes" } },
  });
  const foreign = await asKey(two, ["admin"]);
  const path = `/v1/keys/${key.keyId}`;
  expect((await foreign.call(answerApi, { path, method: "DELETE" })).status).toBe(404);
  expect((await key.call(answerApi, { path: "/v1/keys" })).status).toBe(200);
});
