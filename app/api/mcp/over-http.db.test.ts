import { execFile } from "node:child_process";
import { promisify } from "node:util";
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

beforeAll(async () => {
  const seeded = await createDemoDatabase();
  database = seeded;
  await connectTo(database);
  const { headers } = await asKey({ tenantId: seeded.demo.tenantId, name: "demo" }, ["read"]);
  authorization = headers.authorization ?? "";
  door = await openHttpDoor(answerMcp);
});
afterAll(async () => {
  door.close();
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

const listed = z.object({ tools: z.array(z.object({ name: z.string() })) });
const called = z.object({ structuredContent: z.object({ answer: z.object({ data: z.array(z.unknown()) }) }) });

// The Inspector needs a newer Node than we do and brings 110 MB, so that it is no dependency: whoever has it says where.
const inspector = process.env.MCP_INSPECTOR;
if (inspector) {
  const inspect = async (...given: string[]) => {
    const target = [
      "--cli",
      `${door.address}/api/mcp`,
      "--transport",
      "http",
      "--header",
      `Authorization: ${authorization}`,
    ];
    const { stdout } = await promisify(execFile)(inspector, [...target, ...given], { maxBuffer: 16_777_216 });
    return JSON.parse(stdout);
  };

  test("the official Inspector's command line lists and calls", async () => {
    const { tools } = listed.parse(await inspect("--method", "tools/list"));
    expect(tools.map(({ name }) => name).sort()).toEqual(operations.map(({ id }) => id).sort());
    const call = ["--method", "tools/call", "--tool-name", "list_carts", "--tool-arg", "limit=2"];
    expect(called.parse(await inspect(...call)).structuredContent.answer.data).toHaveLength(2);
  });
}
