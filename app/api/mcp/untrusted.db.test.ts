import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { asMember } from "#auth/testing/tenants.ts";
import type { TestDatabase } from "#bin/testing/database.ts";
import { createDemoDatabase } from "#bin/testing/demo-database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import type { Demo } from "#db/seed/demo.ts";
import { operations } from "../v1/operations.ts";
import { letterBy } from "../v1/testing/letter-samples.ts";
import { samples } from "../v1/testing/samples.ts";
import { marker, markTexts } from "./testing/mark-texts.ts";
import { argumentsOf, blocksOf, mcpClient } from "./testing/mcp-client.ts";
import { fence } from "./texts-apart.ts";

let database: TestDatabase;
let demo: Demo;
let owner: Caller;
let client: Client;
let marked = 0;

beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  const seeded = await createDemoDatabase();
  database = seeded;
  await connectTo(database);
  ({ demo } = seeded);
  owner = await asMember({ tenantId: demo.tenantId, name: "demo" }, "owner");
  await letterBy(owner, { to: "ada@example.com", subject: "Your Basket", text_body: "Hello Ada" });
  marked = await markTexts(database.ownerUrl);
  client = await mcpClient(owner.headers);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const structured = z.object({ answer: z.unknown(), texts: z.array(z.string()) });

const reading = operations.filter(({ method, shapes }) => method === "GET" && shapes.answer);
const carrying: string[] = [];

test.each(reading)("$id gives no text of a row among what is vouched for", async (operation) => {
  const { id } = operation;
  const sample = (await samples[id]?.(demo.tenantId, owner)) ?? {};
  const told = await client.callTool({ name: id, arguments: argumentsOf(operation, sample) });
  expect([told.isError ?? false, told.isError ? blocksOf(told) : []]).toEqual([false, []]);
  const { answer, texts } = structured.parse(told.structuredContent);
  const [trusted = "", apart] = blocksOf(told);
  expect(placesOf(answer)).toEqual([]);
  expect(trusted).toBe(JSON.stringify(answer));
  if (texts.length > 0) expect(apart?.startsWith(fence)).toBe(true);
  if (texts.some((text) => text.includes(marker))) carrying.push(id);
});

test("the rows were full of words, or nothing would have been looked at", () => {
  expect(marked).toBeGreaterThan(25);
  expect(carrying.length).toBeGreaterThan(20);
  expect(carrying).toEqual(
    expect.arrayContaining(["get_cart", "list_drafts", "search_contacts", "get_order", "list_letters"]),
  );
});

/** Where a value carries the marker, as paths. */
function placesOf(value: unknown, at = ""): string[] {
  if (typeof value === "string") return value.includes(marker) ? [`${at}: ${value.slice(0, 60)}`] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(name.includes(marker) ? [`${at}.${name}`] : []),
    ...placesOf(one, `${at}.${name}`),
  ]);
}
