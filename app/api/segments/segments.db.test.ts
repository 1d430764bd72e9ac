import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { DELETE, PATCH, GET as readOne } from "./[id]/route.ts";
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
  expect((await marketer.call(DELETE, { method: "DELETE", params: { id } })).status).toBe(204);
  expect((await marketer.call(list)).json).toEqual({ data: [] });
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
  expect((await foreign.call(DELETE, { method: "DELETE", params })).status).toBe(404);
  expect((await foreign.call(list)).json).toEqual({ data: [] });
  expect((await foreign.call(countFor, { body: { condition: { kind: "all", of: [] } } })).json).toEqual({
    contacts: 3,
  });
  expect((await owner.call(readOne, { params })).json).toMatchObject({ name: "Ours", contacts: 2 });
});
