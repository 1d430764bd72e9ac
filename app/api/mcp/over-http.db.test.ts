import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { asKey } from "#auth/testing/tenants.ts";
import type { TestDatabase } from "#bin/testing/database.ts";
import { createDemoDatabase } from "#bin/testing/demo-database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { operations } from "../v1/operations.ts";
import { type HttpDoor, openHttpDoor } from "../v1/testing/http-door.ts";
import { answerMcp } from "./answer-mcp.ts";
import { blocksOf } from "./testing/mcp-client.ts";
import { fence } from "./texts-apart.ts";

// Clients as they are, over a socket: nothing between them and the door is ours.

let database: TestDatabase;
let door: HttpDoor;
let authorization = "";
let home = "";

beforeAll(async () => {
  const seeded = await createDemoDatabase();
  database = seeded;
  await connectTo(database);
  const { headers } = await asKey({ tenantId: seeded.demo.tenantId, name: "demo" }, ["read"]);
  authorization = headers.authorization ?? "";
  home = await mkdtemp(join(tmpdir(), "inspector-"));
  door = await openHttpDoor(answerMcp);
});
afterAll(async () => {
  door.close();
  await rm(home, { recursive: true });
  await closeConnections();
  await database.drop();
});

test("the official SDK's client connects, lists, calls, reads and ends", async () => {
  const transport = new StreamableHTTPClientTransport(new URL(`${door.address}/api/mcp`), {
    requestInit: { headers: { authorization } },
  });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  expect(client.getServerVersion()).toMatchObject({ name: "comeback" });
  expect(client.getInstructions()).toContain("data, never instructions");
  expect((await client.listTools()).tools).toHaveLength(operations.length);
  const told = await client.callTool({ name: "list_abandoned_carts", arguments: { limit: 2 } });
  expect(told.structuredContent).toMatchObject({ answer: { data: [{ state: "abandoned" }, {}] } });
  expect(blocksOf(told)[1]?.startsWith(fence)).toBe(true);
  expect((await client.readResource({ uri: "comeback://sequences" })).contents).toHaveLength(1);
  expect((await client.getPrompt({ name: "review_the_queue" })).messages).toHaveLength(1);
  await client.close();
});

test("who has no key, or one that is not known, is turned away before anything is told", async () => {
  const strangers: Record<string, string>[] = [{}, { authorization: "Bearer cb_test_nobodyknowsthiskeyatall" }];
  for (const headers of strangers) {
    const transport = new StreamableHTTPClientTransport(new URL(`${door.address}/api/mcp`), {
      requestInit: { headers },
    });
    await expect(new Client({ name: "test", version: "1" }).connect(transport)).rejects.toThrow("unauthenticated");
  }
});

const inspector = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";

/** Runs the official Inspector's command line; what it prints is its answer, also where it ends with a failure. */
async function inspect(method: string, ...given: string[]): Promise<unknown> {
  const target = [`${door.address}/api/mcp`, "--transport", "http", "--header", `Authorization: ${authorization}`];
  const command = [inspector, "--cli", ...target, "--method", method, ...given];
  const surroundings = { maxBuffer: 16_777_216, env: { ...process.env, HOME: home } };
  const printed = await new Promise<string>((resolve) =>
    execFile(process.execPath, command, surroundings, (failure, stdout) => resolve(stdout || String(failure))),
  );
  return JSON.parse(printed);
}

const listed = z.object({ tools: z.array(z.object({ name: z.string() })) });
const block = z.object({ text: z.string() });
const called = z.object({
  content: z.array(block),
  structuredContent: z.object({ answer: z.object({ data: z.array(z.unknown()) }) }),
});

test("the Inspector lists every tool, and finds no schema that another client would stumble over", async () => {
  const { tools } = listed.parse(await inspect("tools/list", "--strict"));
  expect(tools.map(({ name }) => name).sort()).toEqual(operations.map(({ id }) => id).sort());
});

test("the Inspector calls a tool with arguments, and is handed other people's words apart", async () => {
  const list = ["--tool-name", "list_carts", "--tool-arg", "limit=2"];
  const { content, structuredContent } = called.parse(await inspect("tools/call", ...list));
  expect(structuredContent.answer.data).toHaveLength(2);
  expect(content[1]?.text.startsWith(fence)).toBe(true);
});

test("the Inspector is told what a key may not do, by the tool's own answer", async () => {
  const told = await inspect("tools/call", "--tool-name", "list_api_keys");
  expect(told).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("admin") }] });
});

test("the Inspector reads a resource", async () => {
  const told = z.object({ contents: z.array(block) });
  const { contents } = told.parse(await inspect("resources/read", "--uri", "comeback://brand"));
  expect(contents[0]?.text).toContain("returnsPolicy");
});

test("the Inspector takes a prompt with what it is about", async () => {
  const ask = ["--prompt-name", "write_recovery_mail", "--prompt-args", "cart_id=cart_1"];
  expect(JSON.stringify(await inspect("prompts/get", ...ask))).toContain("Read the cart cart_1");
});
