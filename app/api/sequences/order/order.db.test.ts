import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { GET as getAudit } from "../../audit/route.ts";
import { POST as makeSequence } from "../route.ts";
import { GET as getOrder, PUT as putOrder } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

test("a tenant orders its own sequences, nobody else's, and the change is in the audit", async () => {
  const marketer = await asMember(one, "marketer");
  const make = async (name: string) => (await marketer.call(makeSequence, { body: { name } })).json as { id: string };
  const [first, second] = [(await make("VIP")).id, (await make("Everybody")).id];
  const put = (sequenceIds: string[], who: Pick<typeof marketer, "call"> = marketer) =>
    who.call(putOrder, { method: "PUT", body: { sequenceIds } });
  expect(await marketer.call(getOrder)).toMatchObject({ json: { sequenceIds: [] } });
  expect((await put([second, first])).status).toBe(200);
  expect(await marketer.call(getOrder)).toMatchObject({ json: { sequenceIds: [second, first] } });
  const foreign = await asMember(two, "owner");
  expect((await put([first], foreign)).status).toBe(404);
  expect(await foreign.call(getOrder)).toMatchObject({ json: { sequenceIds: [] } });
  expect((await put([first, first])).status).toBe(422);
  expect((await put([first], await asMember(one, "viewer"))).status).toBe(403);
  expect((await put([first], await asKey(one, ["read"]))).status).toBe(403);
  expect((await put([first])).status).toBe(200);
  expect(await marketer.call(getOrder)).toMatchObject({ json: { sequenceIds: [first] } });
  const { json } = await (await asMember(one, "admin")).call(getAudit);
  expect(json).toMatchObject({ data: [{ action: "sequences.ordered", change: { sequenceIds: [first] } }, {}, {}, {}] });
});
