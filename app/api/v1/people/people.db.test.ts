import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { suppress } from "#db/suppressions.ts";
import { saveBrand } from "#db/tenants.ts";
import { everywhere } from "#inngest/testing/everywhere.ts";
import { answerApi } from "../answer-api.ts";

let database: TestDatabase;
let tenant: TestTenant;
let agent: Caller;
let owner: Caller;

beforeAll(async () => {
  // Nobody to tell.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenant = await createTestTenant("Lamps");
  await withScope(tenant.tenantId, (scope) => saveBrand(scope, { senderAddress: "hello@lamps.example" }));
  agent = await asKey(tenant, ["send", "read"]);
  owner = await asMember(tenant, "owner");
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const contactAs = z.object({ id: z.string(), tags: z.array(z.string()), consent: z.string().nullable() });
const add = async (body: object) => contactAs.parse((await agent.call(answerApi, { path: "/v1/contacts", body })).json);

test("a contact is one for each address: what is said again changes it, what is left out stays", async () => {
  const first = await add({ email: "Ada@Example.com", firstName: "Ada", tags: ["wholesale"] });
  const again = await add({ email: "ada@example.com", lastName: "Berg", tags: ["vip"] });
  expect(again.id).toBe(first.id);
  const found = await agent.call(answerApi, { path: "/v1/contacts", query: { search: "ada b" } });
  expect(found.json).toMatchObject({ data: [{ firstName: "Ada", lastName: "Berg", tags: ["wholesale", "vip"] }] });
});

test("a program records consent, and never gives back what the person took", async () => {
  const { id } = await add({ email: "ada@example.com", consent: { state: "granted", source: "Fair" } });
  const say = (by: Caller, state: string) =>
    by.call(answerApi, { path: `/v1/contacts/${id}/consent`, body: { state, source: "Call" } });
  expect(await say(agent, "withdrawn")).toMatchObject({ status: 200, json: { consent: "withdrawn" } });
  expect(await say(agent, "granted")).toMatchObject({ status: 403, json: { error: { field: "consent" } } });
  const letter = { to: "ada@example.com", subject: "Hi", text_body: "Hello" };
  expect(await agent.call(answerApi, { path: "/v1/send", body: letter })).toMatchObject({
    status: 422,
    json: { error: { field: "to", message: "ada@example.com must not be written to: withdrawn" } },
  });
  expect(await say(owner, "granted")).toMatchObject({ status: 200, json: { consent: "granted" } });
});

test("who complained stays suppressed; another may be let in again by a person", async () => {
  const address = "ada@example.com";
  const ask = () => owner.call(answerApi, { path: "/v1/suppressions", query: { address } });
  const remove = () => owner.call(answerApi, { path: `/v1/suppressions/${address}`, method: "DELETE" });
  await agent.call(answerApi, { path: "/v1/suppressions", body: { address } });
  expect((await ask()).json).toEqual({ address, suppressed: true, reason: "manual" });
  expect((await remove()).json).toMatchObject({ suppressed: false });
  expect((await remove()).status).toBe(404);
  const now = await currentTime();
  await withScope(tenant.tenantId, (scope) => suppress(scope, { address, reason: "complained", messageId: null }, now));
  expect((await remove()).status).toBe(409);
});

test("a program reads every address that must not be written to, page by page, and nobody who was erased", async () => {
  const gone = ["a@gone.example", "b@gone.example", "c@gone.example"];
  const at = await currentTime();
  for (const address of gone) await agent.call(answerApi, { path: "/v1/suppressions", body: { address } });
  await withScope(tenant.tenantId, (scope) =>
    suppress(scope, { address: "loud@gone.example", reason: "complained", messageId: null }, at),
  );
  await workerSql()`insert into suppressions (tenant_id, channel, address_hash, address, reason, at)
    values (${tenant.tenantId}, 'email', 'ffff', null, 'erased', now())`;
  const told = z.object({ data: z.array(z.object({ address: z.string() })), next: z.string().nullable() });
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query: Record<string, string> = { limit: "2", reason: "manual", ...(cursor ? { cursor } : {}) };
    const page = told.parse((await agent.call(answerApi, { path: "/v1/suppressions/all", query })).json);
    found.push(...page.data.map(({ address }) => address));
    cursor = page.next;
  }
  expect(found.toSorted()).toEqual(gone);
  const all = told.parse((await agent.call(answerApi, { path: "/v1/suppressions/all" })).json);
  expect(all.data.map(({ address }) => address).toSorted()).toEqual([...gone, "loud@gone.example"]);
});

test("whoever is erased is erased from letters too, and these never leave", async () => {
  const email = "wilhelmina.quist@example.com";
  const { id } = await add({ email, firstName: "Wilhelmina" });
  const tomorrow = new Date((await currentTime()).getTime() + 86_400_000).toISOString();
  const body = { to: email, subject: "For Wilhelmina", text_body: "Dear Wilhelmina", send_at: tomorrow };
  const made = await agent.call(answerApi, { path: "/v1/send", body });
  const letterId = z.object({ id: z.string() }).parse(made.json).id;
  const erased = await owner.call(answerApi, { path: `/v1/contacts/${id}`, method: "DELETE" });
  expect(erased.status).toBe(204);
  expect(await everywhere([email, "Wilhelmina"])).toEqual([]);
  const left = await agent.call(answerApi, { path: `/v1/letters/${letterId}` });
  expect(left.json).toMatchObject({ status: "stopped", reason: "erased", to: [""], subject: "" });
});
