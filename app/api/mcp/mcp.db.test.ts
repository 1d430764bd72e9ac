import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { asKey, asStranger, createTestTenant } from "#auth/testing/tenants.ts";
import type { TestDatabase } from "#bin/testing/database.ts";
import { createDemoDatabase } from "#bin/testing/demo-database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import type { Demo } from "#db/seed/demo.ts";
import type { KeyScope } from "#domain/member.ts";
import { operations } from "../v1/operations.ts";
import { answerMcp } from "./answer-mcp.ts";
import { blocksOf, mcpClient } from "./testing/mcp-client.ts";
import { fence } from "./texts-apart.ts";

let database: TestDatabase;
let demo: Demo;

beforeAll(async () => {
  const seeded = await createDemoDatabase();
  ({ demo } = seeded);
  database = seeded;
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const clientOf = async (tenantId: string, scopes: KeyScope[]) =>
  mcpClient((await asKey({ tenantId, name: "agent" }, scopes)).headers);

async function aCart(): Promise<string> {
  const [row] = await workerSql()<{ id: string }[]>`
    select id from carts where tenant_id = ${demo.tenantId} and contact_id is not null order by id limit 1`;
  return row?.id ?? "";
}

test("every operation is a tool that says whether it reads, destroys or may be repeated", async () => {
  const { tools } = await (await clientOf(demo.tenantId, ["read"])).listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(operations.map(({ id }) => id).sort());
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  expect(byName.get("get_cart")?.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
  expect(byName.get("revoke_api_key")?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
  expect(tools.filter((tool) => !tool.description || !tool.inputSchema).map(({ name }) => name)).toEqual([]);
});

test("a cart comes back structured, and its shoppers' and shops' words in a block of their own", async () => {
  const client = await clientOf(demo.tenantId, ["read"]);
  const answer = await client.callTool({ name: "get_cart", arguments: { id: await aCart() } });
  const [trusted, texts] = blocksOf(answer);
  expect(texts?.startsWith(fence)).toBe(true);
  const told = z.object({
    answer: z.object({ lines: z.array(z.object({ title: z.string() })) }),
    texts: z.array(z.string()),
  });
  const { answer: structured, texts: apart } = told.parse(answer.structuredContent);
  for (const { title } of structured.lines) {
    const [, at] = /^\[data (\d+)\]$/.exec(title) ?? [];
    const words = apart[Number(at) - 1] ?? "";
    expect(words.length).toBeGreaterThan(3);
    expect(trusted).not.toContain(words);
    expect(texts).toContain(JSON.stringify(words));
  }
});

test("a key that lacks the scope, a wrong argument and a foreign cart are answers that can be acted on", async () => {
  const client = await clientOf(demo.tenantId, ["read"]);
  const refused = await client.callTool({ name: "list_api_keys", arguments: {} });
  expect([refused.isError, blocksOf(refused)[0]]).toEqual([true, expect.stringContaining("lacks the scope admin")]);
  const wrong = await client.callTool({ name: "list_carts", arguments: { state: "lost" } });
  expect(wrong.isError).toBe(true);
  const other = await clientOf((await createTestTenant("Other")).tenantId, ["read"]);
  const foreign = await other.callTool({ name: "get_cart", arguments: { id: await aCart() } });
  expect([foreign.isError, blocksOf(foreign)[0]]).toEqual([true, expect.stringContaining("not_found")]);
});

test("what loosens control needs the code that a person was mailed", async () => {
  const client = await clientOf(demo.tenantId, ["admin", "read"]);
  const given = { name: "Reports", scopes: ["read"] };
  const refused = await client.callTool({ name: "create_api_key", arguments: given });
  expect([refused.isError, blocksOf(refused)[0]]).toEqual([true, expect.stringContaining("one-time code")]);
  const [mail] = await workerSql()<{ subject: string }[]>`
    select subject from system_mails where kind = 'one_time_code' order by id desc limit 1`;
  const code = /^\d{8}/.exec(mail?.subject ?? "")?.[0];
  const made = await client.callTool({ name: "create_api_key", arguments: { ...given, code } });
  expect(blocksOf(made)[1]).toMatch(/"Reports"[\s\S]*"cb_test_/);
});

test("a letter's files come by a tool as they do by REST, and more than a letter takes is turned away", async () => {
  const client = await clientOf(demo.tenantId, ["send"]);
  const letter = { to: "ada@example.com", subject: "The manual", text_body: "Here it is." };
  const sending = (bytes: number) => {
    const file = { filename: "manual.txt", content: Buffer.alloc(bytes, "a").toString("base64") };
    return client.callTool({ name: "send_email", arguments: { ...letter, attachments: [file] } });
  };
  expect(await sending(6_000_000)).toMatchObject({
    structuredContent: { answer: { id: expect.stringMatching(/^ltr_/) } },
  });
  expect(await sending(11_000_000)).toMatchObject({
    isError: true,
    content: [{ text: expect.stringContaining("10 MiB") }],
  });
  await expect(sending(25_000_000)).rejects.toThrow("Payload Too Large");
});

test("resources and prompts are at hand, and nobody comes in without a key", async () => {
  const client = await clientOf(demo.tenantId, ["read"]);
  expect((await client.listResources()).resources.map(({ name }) => name)).toEqual(["brand", "sequences", "templates"]);
  const templates = JSON.stringify((await client.readResource({ uri: "comeback://templates" })).contents);
  expect(templates).toContain("reminder");
  const { contents } = await client.readResource({ uri: "comeback://brand" });
  expect(JSON.stringify(contents)).toContain("Nordlicht");
  const { messages } = await client.getPrompt({ name: "write_recovery_mail", arguments: { cart_id: "cart_1" } });
  expect(JSON.stringify(messages)).toContain("cart_1");
  expect((await asStranger().call(answerMcp, { body: {} })).status).toBe(401);
});
