import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { saveBrand } from "#db/tenants.ts";
import { blocksOf, mcpClient } from "../mcp/testing/mcp-client.ts";
import { answerApi } from "./answer-api.ts";

// What programs send that they should not: a clear answer each, by REST and as a tool alike, no fault, nothing stored.

let database: TestDatabase;
let tenant: TestTenant;
let agent: Caller;
let foreignLetter = "";

beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
  tenant = await createTestTenant("Lamps");
  const other = await createTestTenant("Rugs");
  for (const { tenantId } of [tenant, other])
    await withScope(tenantId, (scope) => saveBrand(scope, { senderAddress: "hello@lamps.example" }));
  agent = await asKey(tenant, ["send", "read"]);
  const theirs = await (await asMember(other, "owner")).call(answerApi, { path: "/v1/send", body: letter });
  foreignLetter = (theirs.json as { id: string }).id;
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const letter = { to: "ada@example.com", subject: "Your lamp", text_body: "Still here." };
const file = (bytes: number) => ({ filename: "a.txt", content: Buffer.alloc(bytes, "a").toString("base64") });
const crowd = (count: number) => Array.from({ length: count }, (_, at) => `friend${at}@example.com`);

const wrongLetters: [name: string, body: object, field: string | null][] = [
  ["an unknown field", { surprise: 1 }, "surprise"],
  ["an unknown field deep inside", { attachments: [{ ...file(3), surprise: 1 }] }, "attachments.0.surprise"],
  ["a header in the subject", { subject: "Hi\r\nBcc: all@example.org" }, "subject"],
  ["a header in the sender", { from: "hello@lamps.example\nBcc: all@example.org" }, "from"],
  ["a header in a recipient", { to: "ada@example.com\r\nCc: all@example.org" }, "to"],
  ["a header in the reply address", { reply_to: "a@b.example\r\nX: y" }, "reply_to"],
  ["a separator of lines that is none of ASCII's", { subject: "Hi\u2028Bcc: x" }, "subject"],
  ["a sender of another domain", { from: "ceo@bank.example" }, "from"],
  ["thousands of recipients", { to: crowd(5_000) }, "to"],
  ["more recipients than a letter goes to", { to: crowd(51) }, "to"],
  ["nobody", { to: [] }, "to"],
  ["an address that is none", { to: "ada at example" }, "to"],
  ["an hour that is past", { send_at: "2020-01-01T00:00:00Z" }, "send_at"],
  ["an hour in years", { send_at: "2100-01-01T09:00:00Z" }, "send_at"],
  ["an hour without a zone", { send_at: "2100-01-01T09:00:00" }, "send_at"],
  ["words in two forms", { markdown: "Hi" }, "text_body"],
  ["half of a sign", { subject: "Your \ud83d" }, "subject"],
  ["a NUL character", { subject: "Your\u0000lamp" }, "subject"],
  ["markup that runs", { text_body: undefined, html_body: "<script>alert(1)</script>" }, "html_body"],
  ["25 MB of files", { attachments: [file(25_000_000)] }, null],
  ["11 MB of files", { attachments: [file(11_000_000)] }, "attachments"],
  ["a program as a file", { attachments: [{ filename: "run.exe", content: "TVqQ" }] }, "attachments.0.filename"],
];

test.each(wrongLetters)("refuses %s, naming the field", async (_, change, field) => {
  const answer = await agent.call(answerApi, { path: "/v1/send", body: { ...letter, ...change } });
  const error = { code: "invalid", message: expect.stringMatching(/\w{3}/), ...(field === null ? {} : { field }) };
  expect(answer).toMatchObject({ status: 422, json: { error } });
});

test("a tool refuses alike, and a wrong type, a missing id and a body that is none are no faults", async () => {
  const client = await mcpClient(agent.headers);
  const call = async (name: string, given: Record<string, unknown>) =>
    blocksOf(await client.callTool({ name, arguments: given }))[0];
  for (const [name, change, field] of wrongLetters.filter(
    ([, , named]) => named !== null && !named.startsWith("attachments"),
  ))
    expect([name, await call("send_email", { ...letter, ...change })]).toEqual([
      name,
      expect.stringContaining(`"field":"${field}"`),
    ]);
  expect(await call("get_letter", {})).toContain("not_found");
  expect(await call("get_letter", { id: { $ne: null } })).toContain("not_found");
  expect(await call("list_letters", { limit: "many" })).toContain('"field":"limit"');
  expect(await call("list_letters", { cursor: "' or 1=1 --" })).toContain('"field":"cursor"');
});

test("a body that is no JSON, a list, or null is refused in plain words", async () => {
  const send = (body: string) =>
    answerApi(
      new Request("http://localhost:3000/v1/send", {
        method: "POST",
        headers: { ...agent.headers, "content-type": "application/json" },
        body,
      }),
    );
  for (const body of ["{", "[]", "null", '"hello"', "\u0000"])
    expect([body, (await send(body)).status]).toEqual([body, 422]);
});

test("a scope too small is named, and another tenant's id is found nowhere", async () => {
  const reader = await asKey(tenant, ["read"]);
  expect(await reader.call(answerApi, { path: "/v1/send", body: letter })).toMatchObject({
    status: 403,
    json: { error: { code: "forbidden", message: "This key lacks the scope send" } },
  });
  for (const path of [
    `/v1/letters/${foreignLetter}`,
    `/v1/emails/${foreignLetter}`,
    "/v1/letters/ltr_none",
    "/v1/letters/%00",
  ])
    expect([path, (await agent.call(answerApi, { path })).status]).toEqual([path, 404]);
  for (const act of ["cancel", "tags"]) {
    const path = `/v1/letters/${foreignLetter}/${act}`;
    expect([act, (await agent.call(answerApi, { path, method: "POST", body: {} })).status]).toEqual([act, 404]);
  }
});

test("nothing of all this was stored", async () => {
  const [row] = await workerSql()`select count(*)::int as letters from letters where tenant_id = ${tenant.tenantId}`;
  expect(row).toEqual({ letters: 0 });
});
