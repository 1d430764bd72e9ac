import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import type { DryRunView } from "#domain/dry-run.ts";
import { replayPage } from "#inngest/replay-page.ts";
import { GET as list, POST } from "../sequences/[id]/dry-runs/route.ts";
import { GET as carts } from "./[id]/carts/route.ts";
import { DELETE, GET as readOne } from "./[id]/route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };
const dayAgo = new Date(Date.now() - 86_400_000);
const body = {
  versionId: null,
  from: new Date(Date.now() - 3 * 86_400_000).toISOString(),
  to: new Date().toISOString(),
};

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) {
    await tellTenant(tenant, dayAgo);
    for (const total of [4_000, 6_000]) await tellCart({ tenant, key: `${tenant}-${total}`, at: dayAgo, total });
  }
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const params = { id: "seq_alpha" };

test("a dry run is asked for, walked, and read again under its own address", async () => {
  const marketer = await asMember(one, "marketer");
  const made = await marketer.call(POST, { params, body });
  expect(made.status).toBe(201);
  const { id } = made.json as { id: string };
  while (await replayPage(one.tenantId, id, new Date()));
  const viewer = await asMember(one, "viewer");
  const run = (await viewer.call(readOne, { params: { id } })).json as DryRunView;
  expect(run).toMatchObject({ status: "done", sequenceId: "seq_alpha", version: null });
  expect(run.tally.carts).toBe(2);
  expect((await viewer.call(list, { params })).json).toMatchObject({ data: [{ id, status: "done" }] });
  expect((await viewer.call(carts, { params: { id } })).json).toMatchObject({ next: null });
});

test("a period that ends before it begins, or is too long, is refused with its field", async () => {
  const marketer = await asMember(one, "marketer");
  const wrong = (change: object) => marketer.call(POST, { params, body: { ...body, ...change } });
  expect(await wrong({ to: body.from })).toMatchObject({ status: 422, json: { error: { field: "to" } } });
  expect(await wrong({ from: "2020-01-01T00:00:00Z" })).toMatchObject({
    status: 422,
    json: { error: { field: "from" } },
  });
  expect((await wrong({ versionId: "ver_none" })).status).toBe(404);
});

test("viewers and reading keys start none, strangers see none", async () => {
  for (const caller of [await asMember(one, "viewer"), await asKey(one, ["read"])])
    expect((await caller.call(POST, { params, body })).status).toBe(403);
  expect((await asStranger().call(list, { params })).status).toBe(401);
});

test("another tenant's sequence and dry run do not exist", async () => {
  const owner = await asMember(one, "owner");
  const foreign = await asMember(two, "owner");
  const { id } = (await owner.call(POST, { params, body })).json as { id: string };
  expect((await foreign.call(POST, { params, body })).status).toBe(404);
  expect((await foreign.call(list, { params })).status).toBe(404);
  expect((await foreign.call(readOne, { params: { id } })).status).toBe(404);
  expect((await foreign.call(carts, { params: { id } })).status).toBe(404);
  expect((await foreign.call(DELETE, { method: "DELETE", params: { id } })).status).toBe(404);
  expect((await owner.call(DELETE, { method: "DELETE", params: { id } })).status).toBe(204);
  expect((await owner.call(readOne, { params: { id } })).json).toMatchObject({ status: "cancelled" });
});
