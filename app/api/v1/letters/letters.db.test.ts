import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { readStatement } from "#app/verify/read-statement.ts";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { createKey } from "#db/api-keys.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { createIncentive } from "#db/incentives.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { suppress } from "#db/suppressions.ts";
import { saveBrand, savePolicy } from "#db/tenants.ts";
import type { OversightMode } from "#domain/sequence.ts";
import { deliverLetter } from "#inngest/deliver-letter.ts";
import { answerApi } from "../answer-api.ts";

let database: TestDatabase;
let tenant: TestTenant;
let agent: Caller & { keyId: string };

beforeAll(async () => {
  // Nobody to tell: what is due is delivered here.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenant = await createTestTenant("Lamps");
  await inTenant((scope) =>
    saveBrand(scope, { senderAddress: "hello@lamps.example", senderName: "Lamps", postalAddress: "1 Quay" }),
  );
  await oversight("monitored");
  agent = await asKey(tenant, ["send", "read"]);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenant.tenantId, work);
const oversight = (mode: OversightMode) =>
  inTenant((scope) => savePolicy(scope, { oversightMode: mode, samplePercent: 0 }));
const words = { from: "hello@lamps.example", to: "ada@example.com", subject: "Your lamp", text_body: "Still here." };
const standing = z.object({ id: z.string(), status: z.string(), wordsHash: z.string() });

async function send(body: object = {}, by: Caller = agent) {
  const answer = await by.call(answerApi, { path: "/v1/send", body: { ...words, ...body } });
  expect(answer).toMatchObject({ status: 202 });
  return standing.parse(answer.json);
}
const refused = (body: object) => agent.call(answerApi, { path: "/v1/send", body: { ...words, ...body } });
const deliver = async (letterId: string, run = "run", now?: Date) =>
  deliverLetter({ tenantId: tenant.tenantId, letterId }, run, now ?? (await currentTime()));
const read = async (id: string) => (await agent.call(answerApi, { path: `/v1/letters/${id}` })).json;
const decide = (by: Caller, id: string, decision: string, more: object = {}) =>
  by.call(answerApi, { path: `/v1/emails/${id}/decide`, body: { decision, ...more } });

test("a letter goes once, as its own mail with a way to end it, however often it is delivered", async () => {
  const { id, status } = await send();
  expect(status).toBe("queued");
  await Promise.all([deliver(id, "one"), deliver(id, "two")]);
  await deliver(id, "three");
  expect(await read(id)).toMatchObject({
    status: "sent",
    from: "Lamps <hello@lamps.example>",
    to: ["ada@example.com"],
  });
  const [row] = await workerSql()`select attempts, text, headers from letters where id = ${id}`;
  expect(row).toMatchObject({ attempts: 1, headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } });
  const pasted = z.string().parse(row?.headers["X-Comeback-Identity"]);
  expect(await readStatement({ pasted, messageId: null })).toMatchObject({
    kind: "holds",
    statement: { message: id, written: "ai", approved: "policy", mode: "monitored" },
  });
  expect(row?.text).toMatch(/Still here\.[\s\S]*1 Quay[\s\S]*\/u\/ten_/);
});

test("gated: a person approves each, neither the key that wrote it nor another key of the same person may", async () => {
  await oversight("gated");
  const owner = await asMember(tenant, "owner");
  const keyOf = async (scopes: ("send" | "oversight")[]) => {
    const now = await currentTime();
    const given = { name: "agent", scopes, createdBy: owner.member.id, mode: "test" as const, now };
    const { token } = await inTenant((scope) => createKey(scope, given));
    return { headers: { authorization: `Bearer ${token}` } };
  };
  const sender = await keyOf(["send"]);
  const made = await agent.call(answerApi, { path: "/v1/send", body: words, headers: sender.headers });
  const { id, status, wordsHash } = standing.parse(made.json);
  expect(status).toBe("pending_approval");
  await deliver(id);
  expect(await read(id)).toMatchObject({ status: "pending_approval" });
  const call = { path: `/v1/emails/${id}/decide`, body: { decision: "approve" } };
  expect((await agent.call(answerApi, { ...call, headers: sender.headers })).status).toBe(403);
  const second = await agent.call(answerApi, { ...call, headers: (await keyOf(["oversight"])).headers });
  expect(second).toMatchObject({
    status: 403,
    json: { error: { message: expect.stringContaining("another person") } },
  });
  expect((await decide(owner, id, "approve", { wordsHash: "other" })).status).toBe(409);
  expect(await decide(owner, id, "approve", { wordsHash })).toMatchObject({ status: 200, json: { status: "queued" } });
  expect((await decide(owner, id, "reject", { reason: "late" })).status).toBe(409);
  await deliver(id);
  expect(await read(id)).toMatchObject({ status: "sent", reviews: [{ act: "approved", viaKey: false }] });
});

test("a person's own letter waits for another person", async () => {
  await oversight("gated");
  const ann = await asMember(tenant, "marketer");
  const { id } = await send({}, ann);
  expect((await decide(ann, id, "approve")).status).toBe(403);
  expect((await decide(await asMember(tenant, "marketer"), id, "approve")).status).toBe(200);
});

test("rejected letters never leave, and a rejection says why", async () => {
  await oversight("gated");
  const { id } = await send();
  const owner = await asMember(tenant, "owner");
  expect(await decide(owner, id, "reject")).toMatchObject({ status: 422, json: { error: { field: "reason" } } });
  const pending = await owner.call(answerApi, { path: "/v1/emails/pending" });
  expect(pending.json).toMatchObject({ data: [{ id, holds: ["gated"] }] });
  const other = { path: "/v1/oversight/decide", body: { email_id: id, action: "reject", reason: "Too pushy" } };
  expect(await owner.call(answerApi, other)).toMatchObject({ status: 200, json: { status: "rejected" } });
  await deliver(id);
  expect(await read(id)).toMatchObject({ status: "rejected", reason: "Too pushy" });
});

test("monitored: sends what is plain and holds what is noticed; autonomous: sends both", async () => {
  expect(await send({ text_body: "You get 15 % off." })).toMatchObject({ status: "pending_approval" });
  const now = await currentTime();
  const offer = { name: "Fifteen", kind: "percent" as const, percent: 15, code: "BACK15", validHours: 48 };
  await inTenant((scope) => createIncentive(scope, offer, now));
  expect(await send({ text_body: "You get 15 % off." })).toMatchObject({ status: "queued" });
  const crowd = Array.from({ length: 11 }, (_, at) => `friend${at}@example.com`);
  const { id } = await send({ to: crowd, from: "sales@lamps.example" });
  expect(await read(id)).toMatchObject({ status: "pending_approval", flags: ["many_recipients", "other_sender"] });
  await oversight("autonomous");
  expect(await send({ to: crowd })).toMatchObject({ status: "queued" });
});

test("refuses with the field: foreign senders, headers in headers, crowds, past hours, no words, active markup", async () => {
  const cases: [object, string][] = [
    [{ from: "boss@elsewhere.example" }, "from"],
    [{ from: "Lamps\r\nBcc: all@example.com <hello@lamps.example>" }, "from"],
    [{ subject: "Hello\nBcc: all@example.com" }, "subject"],
    [{ to: "not an address" }, "to"],
    [{ to: Array.from({ length: 51 }, (_, at) => `a${at}@example.com`) }, "to"],
    [{ to: [] }, "to"],
    [{ send_at: "2020-01-01T00:00:00Z" }, "send_at"],
    [{ text_body: undefined }, "text_body"],
    [{ markdown: "Two forms" }, "text_body"],
    [{ text_body: undefined, html_body: "<p>Hi</p><script>steal()</script>" }, "html_body"],
    [{ text_body: undefined, html_body: '<a href="javascript:steal()">Hi</a>' }, "html_body"],
    [{ text_body: undefined, html_body: "<img src=x onerror=steal()>" }, "html_body"],
    [{ attachments: [{ filename: "run.exe", content: "TVqQ" }] }, "attachments.0.filename"],
    [{ attachments: [{ filename: "a.pdf", content: "aGVsbG8=" }] }, "attachments.0.content"],
    [{ attachments: [{ filename: "a.txt", content: "not base64!" }] }, "attachments.0.content"],
    [{ surprise: 1 }, "surprise"],
  ];
  for (const [body, field] of cases)
    expect([body, await refused(body)]).toMatchObject([
      body,
      { status: 422, json: { error: { code: "invalid", field } } },
    ]);
  const [left] = await workerSql()`select count(*)::int as letters from letters where tenant_id = ${tenant.tenantId}`;
  expect(left).toEqual({ letters: 0 });
});

test("25 MB of files are refused in plain words, 3 MB go", async () => {
  const file = (bytes: number) => ({ filename: "a.txt", content: Buffer.alloc(bytes, "a").toString("base64") });
  expect(await refused({ attachments: [file(25_000_000)] })).toMatchObject({
    status: 422,
    json: { error: { message: "The body is larger than 16 MiB" } },
  });
  expect(await refused({ attachments: [file(11_000_000)] })).toMatchObject({
    json: { error: { field: "attachments" } },
  });
  const { id } = await send({ attachments: [file(3_000_000)] });
  expect(await read(id)).toMatchObject({
    flags: ["attachments"],
    attachments: [{ name: "a.txt", byteCount: 3_000_000 }],
  });
});

test("whoever must not be written to is refused, also when they said so after the letter was written", async () => {
  const { id } = await send();
  const now = await currentTime();
  await inTenant((scope) =>
    suppress(scope, { address: "Ada@example.com", reason: "unsubscribed", messageId: null }, now),
  );
  expect(await refused({})).toMatchObject({ status: 422, json: { error: { field: "to" } } });
  expect(await refused({ to: "ben@example.com", bcc: "ada@example.com" })).toMatchObject({
    json: { error: { field: "bcc" } },
  });
  await deliver(id);
  expect(await read(id)).toMatchObject({ status: "stopped", reason: "unsubscribed" });
});

test("a scheduled letter leaves at its hour, can be moved, changed and cancelled before, and nothing after", async () => {
  const now = await currentTime();
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
  const { id, status } = await send({ send_at: hours(2).toISOString() });
  expect(status).toBe("scheduled");
  await deliver(id, "early", hours(1));
  const change = (body: object) => agent.call(answerApi, { path: `/v1/letters/${id}`, method: "PATCH", body });
  expect((await change({ send_at: hours(5).toISOString() })).json).toMatchObject({ status: "scheduled" });
  await deliver(id, "before", hours(3));
  expect(await read(id)).toMatchObject({ status: "scheduled" });
  expect((await change({ text_body: "Now 93 % off" })).json).toMatchObject({ status: "pending_approval" });
  expect((await change({ text_body: "Still here" })).json).toMatchObject({ status: "scheduled" });
  await deliver(id, "due", hours(6));
  expect(await read(id)).toMatchObject({ status: "sent" });
  expect((await change({ subject: "Late" })).status).toBe(409);
  const other = await send({ send_at: hours(2).toISOString() });
  const cancelled = await agent.call(answerApi, { path: `/v1/letters/${other.id}/cancel`, method: "POST" });
  expect(cancelled.json).toMatchObject({ status: "cancelled" });
  await deliver(other.id, "due", hours(6));
  expect(await read(other.id)).toMatchObject({ status: "cancelled" });
});

test("nothing leaves while the tenant is paused", async () => {
  const { id } = await send();
  await workerSql()`update tenants set paused_at = now() where tenant_id = ${tenant.tenantId}`;
  const [later] = await deliver(id);
  expect(later).toMatchObject({ name: "letter/queued" });
  expect(await read(id)).toMatchObject({ status: "queued", reason: "tenant_paused" });
});

test("under an idempotency key in the body a letter is made once", async () => {
  const first = await send({ idempotency_key: "cart-7" });
  expect(await send({ idempotency_key: "cart-7" })).toEqual(first);
  expect(await refused({ idempotency_key: "cart-7", subject: "Other" })).toMatchObject({ status: 409 });
});

test("answers at the paths that other clients use, with the key in either header", async () => {
  const [, token = ""] = (agent.headers.authorization ?? "").split(" ");
  const body = { mailbox: "hello@lamps.example", to: "ada@example.com", subject: "Hi", body: "Hello" };
  const bare = { authorization: "", "x-api-key": token };
  const other = await asMember(tenant, "owner");
  const { authorization: _, ...headers } = bare;
  expect((await agent.call(answerApi, { path: "/api/v1/emails/send", body })).status).toBe(202);
  expect((await other.call(answerApi, { path: "/v1/emails/send", body, headers })).status).toBe(202);
  const marked = { to: ["ada@example.com"], subject: "Hi", markdown: "**Hello** <b>you</b>" };
  const made = await agent.call(answerApi, { path: "/v1/mailboxes/brand/send", body: marked });
  const { id } = standing.parse(made.json);
  expect(await read(id)).toMatchObject({ html: expect.stringContaining("<strong>Hello</strong> &lt;b&gt;you") });
});
