import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { attributeOrder } from "#inngest/attribute-order.ts";
import { GET as getAttribution } from "../results/attribution/route.ts";
import { GET as getCredit } from "./[id]/credit/route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };
const hourAgo = new Date(Date.now() - 3_600_000);

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) {
    await tellTenant(tenant, hourAgo);
    const order = { at: hourAgo, total: tenant === "alpha" ? 4_500 : 700, credited: true };
    await tellCart({ tenant, key: `${tenant}-won`, at: hourAgo, sentAt: hourAgo, clickedAt: hourAgo, order });
    await attributeOrder(`ten_${tenant}`, `ord_${tenant}-won`, hourAgo);
  }
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const call = { params: { id: "ord_alpha-won" } };

test("shows an order's credit under every model to members and keys of its own tenant, and to no other", async () => {
  const answer = await (await asMember(one, "viewer")).call(getCredit, call);
  expect(answer).toMatchObject({ status: 200, json: { order: { net: 4_500 }, touches: [{ by: "person" }] } });
  const { models } = answer.json as { models: { parts: { amount: number }[] }[] };
  expect(models.map(({ parts }) => parts.map(({ amount }) => amount))).toEqual(Array(7).fill([4_500]));
  expect((await (await asKey(one, ["read"])).call(getCredit, call)).status).toBe(200);
  expect((await (await asKey(one, [])).call(getCredit, call)).status).toBe(403);
  for (const foreign of [await asMember(two, "owner"), await asKey(two, ["read"])])
    expect((await foreign.call(getCredit, call)).status).toBe(404);
  expect((await asStranger().call(getCredit, call)).status).toBe(401);
});

test("sums each model over a period for one tenant, apart from what the holdout says", async () => {
  const { status, json } = await (await asMember(two, "viewer")).call(getAttribution);
  expect(status).toBe(200);
  const { attributed, incremental } = json as {
    attributed: { revenue: number; orders: number }[];
    incremental: object;
  };
  expect(attributed).toHaveLength(7);
  for (const total of attributed)
    expect(total).toMatchObject({ revenue: 700, orders: 1, steps: [{ channel: "email", position: 0, revenue: 700 }] });
  expect(incremental).toMatchObject({ incremental: null });
  expect((await asStranger().call(getAttribution)).status).toBe(401);
});
