import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, createTestTenant } from "#auth/testing/tenants.ts";
import type { TestDatabase } from "#bin/testing/database.ts";
import { createDemoDatabase } from "#bin/testing/demo-database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import type { Demo } from "#db/seed/demo.ts";
import { type KeyScope, keyScopes } from "#domain/member.ts";
import { operations } from "../v1/operations.ts";
import { rowsThatStay } from "../v1/testing/rows-that-stay.ts";
import { samples } from "../v1/testing/samples.ts";
import { argumentsOf, blocksOf, mcpClient, type Told } from "./testing/mcp-client.ts";

// Every operation as a tool, asked as the REST API's contract test asks it.

let database: TestDatabase;
let demo: Demo;
let owner: Caller;
/** One of the owner, who was listed every tool, one of another tenant's, and one for each scope. */
const clients = new Map<KeyScope | "owner" | "stranger", Client>();

beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  const seeded = await createDemoDatabase();
  ({ demo } = seeded);
  database = seeded;
  await connectTo(database);
  const tenant = { tenantId: demo.tenantId, name: "demo" };
  owner = await asMember(tenant, "owner");
  const listed = await mcpClient(owner.headers);
  await listed.listTools();
  clients.set("owner", listed);
  clients.set("stranger", await mcpClient((await asMember(await createTestTenant("Other"), "owner")).headers));
  for (const scope of keyScopes) clients.set(scope, await mcpClient((await asKey(tenant, [scope])).headers));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function call(by: KeyScope | "owner" | "stranger", name: string, given: Record<string, unknown>): Promise<Told> {
  const client = clients.get(by);
  if (!client) throw new Error(`nobody is ${by}`);
  return client.callTool({ name, arguments: given });
}

describe.each(operations)("$id", (operation) => {
  const { id, scope, shapes, path } = operation;
  const given = async () => argumentsOf(operation, (await samples[id]?.(demo.tenantId, owner)) ?? {});

  test("answers in the shape that it is listed with", async () => {
    // The client checks structured content against the schemas that it was listed.
    const told = await call("owner", id, await given());
    expect([told.isError ?? false, told.isError ? blocksOf(told) : null]).toEqual([false, null]);
    if (shapes.answer) expect(told.structuredContent).toMatchObject({ texts: expect.any(Array) });
    else expect(blocksOf(told)).toEqual(["Done."]);
  });

  test(`opens to the scope ${scope} alone`, async () => {
    const asked = await given();
    const lacking = JSON.stringify({ error: { code: "forbidden", message: `This key lacks the scope ${scope}` } });
    for (const held of keyScopes) {
      const told = await call(held, id, asked);
      if (held === scope) expect(blocksOf(told)[0]).not.toBe(lacking);
      else expect([held, told.isError, blocksOf(told)[0]]).toEqual([held, true, lacking]);
    }
  });

  test("finds nothing of it for another tenant", async () => {
    const asked = await given();
    const before = await rowsThatStay(demo.tenantId);
    const told = await call("stranger", id, asked);
    const [said] = blocksOf(told);
    if (path.includes("{")) expect([told.isError, said]).toEqual([true, expect.stringContaining('"not_found"')]);
    expect(await rowsThatStay(demo.tenantId)).toEqual(before);
  });

  test("refuses an unknown argument by its name", async () => {
    const told = await call("owner", id, { ...(await given()), surprise: 1 });
    expect([told.isError, blocksOf(told)[0]]).toEqual([true, expect.stringContaining('"field":"surprise"')]);
  });
});
