import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { tellTenant } from "#db/testing/story.ts";
import { POST as act } from "../[id]/acts/route.ts";
import { GET as results } from "../[id]/results/route.ts";
import { POST as create } from "../route.ts";
import { GET } from "./route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) await tellTenant(tenant, new Date(Date.now() - 3_600_000));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const arms = [
  { name: "as it is", kind: "variant", share: 90, change: null },
  { name: "holdout", kind: "holdout", share: 10, change: null },
];
type Listed = { rows: { id: string; name: string; state: string; verdict: string | null }[]; next: string | null };

async function made(name: string): Promise<string> {
  const body = { sequenceId: "seq_alpha", name, arms };
  return ((await (await asMember(one, "marketer")).call(create, { body })).json as { id: string }).id;
}

test("each is listed with its state, sequence, start and newest verdict, and found by state and sequence", async () => {
  const marketer = await asMember(one, "marketer");
  const [draft, started] = [await made("Draft"), await made("Started")];
  await marketer.call(act, { params: { id: started }, body: { kind: "started" } });
  await marketer.call(results, { params: { id: started } });
  const list = async (query: Record<string, string>) => (await marketer.call(GET, { query })).json as Listed;
  const { rows } = await list({ sequence: "seq_alpha" });
  expect(rows.find(({ id }) => id === started)).toMatchObject({
    state: "running",
    sequence: { id: "seq_alpha" },
    verdict: "Nobody has been assigned yet.",
    startedAt: expect.any(String),
    endedAt: null,
  });
  expect(rows.find(({ id }) => id === draft)).toMatchObject({ state: "draft", startedAt: null, verdict: null });
  const idsIn = async (query: Record<string, string>) => (await list(query)).rows.map(({ id }) => id);
  expect(await idsIn({ state: "draft" })).toEqual([draft]);
  expect(await idsIn({ state: "running" })).toContain(started);
  await marketer.call(act, { params: { id: started }, body: { kind: "paused" } });
  expect(await idsIn({ state: "running" })).not.toContain(started);
  expect(await idsIn({ state: "paused" })).toEqual([started]);
  expect(await idsIn({ sequence: "seq_nowhere" })).toEqual([]);
});

test("pages follow each other without a gap, and another tenant has none of them", async () => {
  for (let count = 0; count < 21; count++) await made(`More ${count}`);
  const marketer = await asMember(one, "marketer");
  const first = (await marketer.call(GET, { query: {} })).json as Listed;
  expect(first.rows).toHaveLength(20);
  const second = (await marketer.call(GET, { query: { before: first.next ?? "" } })).json as Listed;
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(second.next).toBeNull();
  const theirs = (await (await asMember(two, "viewer")).call(GET, { query: {} })).json as Listed;
  expect(theirs.rows.filter(({ id }) => ids.includes(id))).toEqual([]);
  expect((await asStranger().call(GET)).status).toBe(401);
});
