import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { ApiMethod } from "#auth/operation.ts";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { savePolicy } from "#db/tenants.ts";
import { type MailTold, tellConversation, tellFiles, tellMailbox } from "#db/testing/mails.ts";
import { proposeAnswer } from "#inngest/propose-answer.ts";
import { GET as download } from "../../inbox/mails/[id]/files/[position]/route.ts";
import { answerApi } from "../answer-api.ts";

let database: TestDatabase;
let tenant: TestTenant;
let member: Caller;
let agent: Caller;
let mailboxId: string;

beforeAll(async () => {
  // Nobody to tell: what is due is not delivered here.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenant = await createTestTenant("Lamps");
  member = await asMember(tenant, "marketer");
  agent = await asKey(tenant, ["read", "send"]);
  const now = await currentTime();
  mailboxId = await inTenant(async (scope) => (await tellMailbox(scope, now)).id);
  await inTenant((scope) => savePolicy(scope, { oversightMode: "monitored", samplePercent: 0 }));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenant.tenantId, work);
const asked = { from: "ada@example.com", text: "Does it come with a bulb?", intent: "question" as const };
const converse = async (change: Partial<MailTold> = {}) => {
  const now = await currentTime();
  return inTenant((scope) => tellConversation(scope, { ...asked, ...change }, { mailboxId }, now));
};
const call = (by: Caller, path: string, body?: object, method?: ApiMethod) =>
  by.call(answerApi, { path: `/v1${path}`, ...(body ? { body } : {}), ...(method ? { method } : {}) });
const entries = z.object({
  proposedLetterId: z.string().nullable(),
  waitsFor: z.string(),
  entries: z.array(z.object({ kind: z.string(), status: z.string().optional(), reason: z.string().nullish() })),
});
const threadOf = async (id: string) => entries.parse((await call(agent, `/conversations/${id}`)).json);

test("an answer by hand goes to whoever wrote, in their thread, and stops what was proposed", async () => {
  const { conversationId, mailId } = await converse();
  await proposeAnswer({ tenantId: tenant.tenantId, mailId }, await currentTime());
  expect((await threadOf(conversationId)).proposedLetterId).not.toBeNull();
  const answer = await call(agent, `/inbox/mails/${mailId}/reply`, { text_body: "It does." });
  expect(answer).toMatchObject({ status: 202, json: { status: "queued" } });
  const thread = await threadOf(conversationId);
  expect(thread.proposedLetterId).toBeNull();
  expect(thread.entries.map(({ kind, status, reason }) => [kind, status, reason ?? null])).toEqual([
    ["mail", undefined, null],
    ["letter", "stopped", "answered_by_hand"],
    ["letter", "queued", null],
  ]);
});

test("an answer under an idempotency key is written once", async () => {
  const { mailId } = await converse();
  const body = { text_body: "It does.", idempotency_key: "one" };
  const [first, second] = [
    await call(agent, `/inbox/mails/${mailId}/reply`, body),
    await call(agent, `/inbox/mails/${mailId}/reply`, body),
  ];
  expect(second.json).toEqual(first.json);
  expect(await call(agent, `/inbox/mails/${mailId}/reply`, { ...body, text_body: "No." })).toMatchObject({
    status: 409,
  });
});

test("what a machine wrote is answered by nobody", async () => {
  const { mailId } = await converse({ isAutomatic: true, intent: "out_of_office" });
  expect(await call(member, `/inbox/mails/${mailId}/reply`, { text_body: "Hello?" })).toMatchObject({ status: 409 });
});

test("who closes a conversation can open it again, and both stand in the audit log", async () => {
  const { conversationId } = await converse();
  expect(await call(member, `/conversations/${conversationId}`, { status: "closed" }, "PATCH")).toMatchObject({
    json: { status: "closed", waitsFor: "nobody" },
  });
  expect(await call(member, `/conversations/${conversationId}`, { status: "open" }, "PATCH")).toMatchObject({
    json: { status: "open", waitsFor: "us" },
  });
  const owner = await asMember(tenant, "owner");
  const audit = JSON.stringify((await call(owner, "/audit")).json);
  expect(audit).toContain("conversation.closed");
  expect(audit).toContain("conversation.open");
});

test("waiting answers with the mail that comes in meanwhile, and with null when none does", async () => {
  expect((await call(agent, "/inbox/wait?timeout_seconds=0")).json).toEqual({ mail: null });
  const since = new Date((await currentTime()).getTime() - 1_000).toISOString();
  const waiting = call(agent, `/inbox/wait?timeout_seconds=10&since=${since}`);
  const { conversationId, mailId } = await converse();
  expect(await waiting).toMatchObject({ status: 200, json: { mail: { id: mailId, conversationId } } });
});

test("forty who wait hold no connection from others", async () => {
  const since = new Date((await currentTime()).getTime() - 1_000).toISOString();
  const waiting = Array.from({ length: 40 }, () => call(agent, `/inbox/wait?timeout_seconds=20&since=${since}`));
  const { conversationId } = await converse();
  expect((await call(member, `/conversations/${conversationId}`)).status).toBe(200);
  expect((await Promise.all(waiting)).filter(({ status }) => status !== 200)).toEqual([]);
});

test("nobody waits longer than twenty-five seconds", async () => {
  expect(await call(agent, "/inbox/wait?timeout_seconds=26")).toMatchObject({ status: 422 });
});

test("a file is saved, never shown: by its own name, without a kind, under a policy that lets nothing run", async () => {
  const { mailId } = await converse();
  const name = 'in"voice\r\nx-evil: 1 – ünï.html';
  const content = Buffer.from("<script>alert(1)</script>");
  await inTenant((scope) =>
    tellFiles(scope, mailId, [{ name, contentType: "text/html", content, refusedBecause: null }]),
  );
  const saved = (by: Caller) =>
    download(new Request("http://localhost:3000/api/inbox", { headers: by.headers }), {
      params: Promise.resolve({ id: mailId, position: "0" }),
    });
  const answer = await saved(member);
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
  const headers = Object.fromEntries(answer.headers);
  expect(headers).toMatchObject({
    "content-type": "application/octet-stream",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
  expect(headers["content-disposition"]).toMatch(
    /^attachment; filename="in_voice__x-evil_ 1 _ _n_.html"; filename\*=UTF-8''in%22voice/,
  );
  expect(headers["x-evil"]).toBeUndefined();
  expect((await saved(await asMember(await createTestTenant("Other"), "owner"))).status).toBe(404);
});
