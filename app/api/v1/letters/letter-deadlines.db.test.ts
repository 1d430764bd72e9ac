import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { readStatement } from "#app/verify/read-statement.ts";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsOverdueLetters } from "#db/across-tenants-letters.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { type Policy, saveBrand, savePolicy, saveTenant } from "#db/tenants.ts";
import { deliverLetter } from "#inngest/deliver-letter.ts";
import { expireLetter } from "#inngest/expire-letter.ts";
import { expireLetters } from "#inngest/expire-letters.ts";
import { answerApi } from "../answer-api.ts";

let database: TestDatabase;
let tenant: TestTenant;
let agent: Caller;

beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenant = await createTestTenant("Lamps");
  agent = await asKey(tenant, ["send", "read"]);
  await withScope(tenant.tenantId, (scope) => saveBrand(scope, { senderAddress: "hello@lamps.example" }));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const policy = (change: Partial<Policy>) => withScope(tenant.tenantId, (scope) => savePolicy(scope, change));
const words = { to: "ada@example.com", subject: "Your lamp", text_body: "Still here." };
const made = z.object({ id: z.string(), status: z.string() });
const send = async (by: Caller = agent) =>
  made.parse((await by.call(answerApi, { path: "/v1/send", body: words })).json);
const read = async (id: string) => (await agent.call(answerApi, { path: `/v1/letters/${id}` })).json;
const inMinutes = async (minutes: number) => new Date((await currentTime()).getTime() + minutes * 60_000);
const overdueAt = async (now: Date) =>
  (await acrossTenantsOverdueLetters(now, 100)).filter(({ tenantId }) => tenantId === tenant.tenantId);
const deliver = async (letterId: string) =>
  deliverLetter({ tenantId: tenant.tenantId, letterId }, "run", await currentTime());

test.each([
  ["drop", "gated", { status: "stopped", reason: "review_expired" }],
  ["send", "monitored", { status: "stopped", reason: "review_expired" }],
  ["scripted", "gated", { status: "pending_approval", reason: "review_overdue", reviewDueAt: null }],
] as const)(
  "whose deadline says %s, what nobody looked at in time never leaves by itself",
  async (deadlineAction, mode, fate) => {
    await policy({ oversightMode: mode, deadlineAction, reviewDeadlineMinutes: 60, samplePercent: 0 });
    const body = { ...words, text_body: "You get 93 % off." };
    const { id } = made.parse((await agent.call(answerApi, { path: "/v1/send", body })).json);
    const now = await currentTime();
    const { reviewDueAt } = z.object({ reviewDueAt: z.string() }).parse(await read(id));
    expect(Math.round((Date.parse(reviewDueAt) - now.getTime()) / 60_000)).toBe(60);
    expect(await overdueAt(await inMinutes(59))).toEqual([]);
    const late = await inMinutes(61);
    expect(await overdueAt(late)).toEqual([{ tenantId: tenant.tenantId, id }]);
    await expireLetter({ tenantId: tenant.tenantId, letterId: id }, late);
    expect(await expireLetter({ tenantId: tenant.tenantId, letterId: id }, late)).toBe("decided");
    expect(await read(id)).toMatchObject({ ...fate, reviews: [{ act: "expired", by: "policy", reason: fate.reason }] });
    expect(await overdueAt(late)).toEqual([]);
    await deliver(id);
    expect(await read(id)).toMatchObject({ status: fate.status });
  },
);

test("a letter whose wait cannot be ended keeps no other from ending", async () => {
  await policy({ oversightMode: "gated", deadlineAction: "drop", reviewDeadlineMinutes: 60 });
  const first = await send();
  const broken = tenant;
  tenant = await createTestTenant("Chairs");
  await withScope(tenant.tenantId, (scope) => saveBrand(scope, { senderAddress: "hello@chairs.example" }));
  await policy({ oversightMode: "gated", deadlineAction: "drop", reviewDeadlineMinutes: 60 });
  agent = await asKey(tenant, ["send", "read"]);
  const second = await send();
  await workerSql()`delete from policies where tenant_id = ${broken.tenantId}`;
  const late = await inMinutes(90);
  expect(await acrossTenantsOverdueLetters(late, 100)).toEqual([
    { tenantId: broken.tenantId, id: first.id },
    { tenantId: tenant.tenantId, id: second.id },
  ]);
  expect(await expireLetters(late, 100)).toBe(1);
  expect(await read(second.id)).toMatchObject({ status: "stopped", reason: "review_expired" });
  expect(await acrossTenantsOverdueLetters(late, 100)).toEqual([{ tenantId: broken.tenantId, id: first.id }]);
});

test("what waits on can still be decided, and other words are given a deadline of their own", async () => {
  await policy({ oversightMode: "gated", deadlineAction: "scripted", reviewDeadlineMinutes: 60 });
  const { id } = await send();
  await expireLetter({ tenantId: tenant.tenantId, letterId: id }, await inMinutes(61));
  const edit = { path: `/v1/letters/${id}`, method: "PATCH" as const, body: { subject: "Still here" } };
  expect((await agent.call(answerApi, edit)).status).toBe(200);
  expect(await read(id)).toMatchObject({ reason: null, reviewDueAt: expect.any(String) });
  const owner = await asMember(tenant, "owner");
  const decided = await owner.call(answerApi, { path: `/v1/emails/${id}/decide`, body: { decision: "approve" } });
  expect(decided.json).toMatchObject({ status: "queued" });
  expect(await read(id)).toMatchObject({ reviewDueAt: null });
});

test("anybody reads who wrote a letter by the link in its footer, once it has left", async () => {
  await policy({ oversightMode: "gated", deadlineAction: "drop" });
  const { id } = await send();
  expect(await readStatement({ pasted: null, messageId: id })).toEqual({ kind: "not_found" });
  const owner = await asMember(tenant, "owner");
  await owner.call(answerApi, { path: `/v1/emails/${id}/decide`, body: { decision: "approve" } });
  await deliver(id);
  expect(z.object({ text: z.string() }).parse(await read(id)).text).toContain(`/verify?message=${id}`);
  expect(await readStatement({ pasted: null, messageId: id })).toMatchObject({
    kind: "holds",
    statement: { message: id, written: "ai", approved: "person", mode: "gated" },
  });
});

test("where the tenant wants it said, the footer tells of AI and of who approved, in the tenant's language", async () => {
  await policy({ oversightMode: "monitored", samplePercent: 0 });
  // Without its links: what is signed in them may spell anything.
  const textOf = async (id: string) =>
    z
      .object({ text: z.string() })
      .parse(await read(id))
      .text.replaceAll(/https?:\S+/g, "");
  expect(await textOf((await send()).id)).not.toContain("AI");
  await withScope(tenant.tenantId, (scope) => saveBrand(scope, { tellsAuthorship: true }));
  expect(await textOf((await send()).id)).toContain("Written with AI.");
  expect(await textOf((await send(await asMember(tenant, "marketer"))).id)).not.toContain("AI");
  await policy({ oversightMode: "gated", deadlineAction: "drop" });
  await withScope(tenant.tenantId, (scope) => saveTenant(scope, { language: "de" }));
  const text = await textOf((await send()).id);
  expect(text).toContain("Mit KI geschrieben, von einem Menschen freigegeben.");
  expect(text).toContain("Abmelden: ");
});

test("a letter waits a year at most, also once it was moved", async () => {
  const days = async (count: number) => (await inMinutes(count * 24 * 60)).toISOString();
  const ask = (path: string, method: "POST" | "PATCH", body: object) => agent.call(answerApi, { path, method, body });
  const far = {
    status: 422,
    json: { error: { code: "invalid", field: "send_at", message: "A letter waits 365 days at most" } },
  };
  expect(await ask("/v1/send", "POST", { ...words, send_at: await days(366) })).toMatchObject(far);
  expect(await ask("/v1/emails/schedule", "POST", { ...words, send_at: await days(366) })).toMatchObject(far);
  const kept = await ask("/v1/send", "POST", { ...words, send_at: await days(365) });
  const { id, status } = made.parse(kept.json);
  expect(status).toBe("scheduled");
  expect(await ask(`/v1/letters/${id}`, "PATCH", { send_at: await days(366) })).toMatchObject(far);
  expect(await ask(`/v1/letters/${id}`, "PATCH", { send_at: await days(364) })).toMatchObject({ status: 200 });
});
