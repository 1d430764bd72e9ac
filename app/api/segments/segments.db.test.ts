import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { conditionSchema } from "#domain/condition/schema.ts";
import { graph } from "#domain/sequence/testing/graphs.ts";
import { GET as readDraft, PUT as saveDraft } from "../sequences/[id]/draft/route.ts";
import { POST as archive, DELETE as restore } from "./[id]/archive/route.ts";
import { PATCH, GET as readOne } from "./[id]/route.ts";
import { POST as countFor } from "./counts/route.ts";
import { GET as list, POST } from "./route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };
const hourAgo = new Date(Date.now() - 3_600_000);

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) {
    await tellTenant(tenant, hourAgo);
    for (const total of [4_000, 6_000, 12_000])
      await tellCart({ tenant, key: `${tenant}-${total}`, at: hourAgo, total, holdout: true });
  }
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const above = (amount: number) => ({
  ...{ kind: "test", field: "cart.value", op: "gt" },
  value: { amount, currency: "EUR" },
});
type Saved = { id: string; name: string; contacts: number };

test("a segment is saved, counted live, changed and removed", async () => {
  const marketer = await asMember(one, "marketer");
  const made = await marketer.call(POST, { body: { name: "Big carts", condition: above(5_000) } });
  expect(made.status).toBe(201);
  const { id } = made.json as Saved;
  expect((await marketer.call(list)).json).toMatchObject({ data: [{ id, name: "Big carts", contacts: 2 }] });
  const changed = await marketer.call(PATCH, { method: "PATCH", params: { id }, body: { condition: above(10_000) } });
  expect(changed).toMatchObject({ status: 200, json: { name: "Big carts" } });
  expect((await marketer.call(readOne, { params: { id } })).json).toMatchObject({ id, contacts: 1 });
  const again = await marketer.call(POST, { body: { name: "Big carts", condition: above(1) } });
  expect(again).toMatchObject({ status: 409, json: { error: { field: "name" } } });
  expect((await marketer.call(archive, { method: "POST", params: { id } })).status).toBe(204);
  expect((await marketer.call(list)).json).toEqual({ data: [] });
  expect((await marketer.call(archive, { method: "POST", params: { id } })).status).toBe(404);
  expect((await marketer.call(restore, { method: "DELETE", params: { id } })).status).toBe(204);
  expect((await marketer.call(list)).json).toMatchObject({ data: [{ id, contacts: 1 }] });
  await marketer.call(archive, { method: "POST", params: { id } });
  expect((await marketer.call(POST, { body: { name: "Big carts", condition: above(1) } })).status).toBe(201);
  expect(await marketer.call(restore, { method: "DELETE", params: { id } })).toMatchObject({ status: 409 });
});

test("a segment names the sequences in which its condition stands, live or edited", async () => {
  const marketer = await asMember(one, "marketer");
  const condition = { kind: "all", of: [above(7_700)] };
  const { id } = (await marketer.call(POST, { body: { name: "Held somewhere", condition } })).json as Saved;
  const usedIn = async () => {
    const { data } = (await marketer.call(list)).json as { data: { id: string; usedIn: unknown[] }[] };
    return data.find((row) => row.id === id)?.usedIn;
  };
  expect(await usedIn()).toEqual([]);
  const params = { id: "seq_alpha" };
  const { revision } = (await marketer.call(readDraft, { params })).json as { revision: number };
  const entry = conditionSchema.parse({ kind: "any", of: [above(1), { kind: "not", of: condition }] });
  await marketer.call(saveDraft, { method: "PUT", params, body: { graph: graph([], { entry }), revision } });
  expect(await usedIn()).toEqual([{ sequenceId: "seq_alpha", name: expect.any(String), by: "draft" }]);
});

test("an unsaved condition is counted, and one that asks nonsense is refused where it is wrong", async () => {
  const viewer = await asMember(one, "viewer");
  expect((await viewer.call(countFor, { body: { condition: above(3_000) } })).json).toEqual({ contacts: 3 });
  const wrong = { kind: "all", of: [above(1), { kind: "test", field: "cart.colour", op: "eq", value: "red" }] };
  expect(await viewer.call(countFor, { body: { condition: wrong } })).toMatchObject({
    status: 422,
    json: { error: { code: "invalid", message: "unknown_field", field: "condition.of.1" } },
  });
});

test("viewers and reading keys make no segments, strangers see none", async () => {
  const body = { name: "Mine", condition: above(1) };
  for (const caller of [await asMember(one, "viewer"), await asKey(one, ["read"])])
    expect((await caller.call(POST, { body })).status).toBe(403);
  expect((await asStranger().call(list)).status).toBe(401);
});

test("a foreign segment is not found, and counts never reach over", async () => {
  const owner = await asMember(one, "owner");
  const foreign = await asMember(two, "owner");
  const { id } = (await owner.call(POST, { body: { name: "Ours", condition: above(5_000) } })).json as Saved;
  const params = { id };
  expect((await foreign.call(readOne, { params })).status).toBe(404);
  expect((await foreign.call(PATCH, { method: "PATCH", params, body: { name: "Theirs" } })).status).toBe(404);
  expect((await foreign.call(archive, { method: "POST", params })).status).toBe(404);
  expect((await foreign.call(list)).json).toEqual({ data: [] });
  expect((await foreign.call(countFor, { body: { condition: { kind: "all", of: [] } } })).json).toEqual({
    contacts: 3,
  });
  expect((await owner.call(readOne, { params })).json).toMatchObject({ name: "Ours", contacts: 2 });
});
