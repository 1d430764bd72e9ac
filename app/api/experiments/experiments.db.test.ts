import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { allocationWeights } from "#db/schema/experiments.ts";
import { withScope } from "#db/scope.ts";
import { tellTenant } from "#db/testing/story.ts";
import { POST as act } from "./[id]/acts/route.ts";
import { GET as results } from "./[id]/results/route.ts";
import { PATCH, GET as readOne } from "./[id]/route.ts";
import { POST as expect_ } from "./expectations/route.ts";
import { GET as list, POST } from "./route.ts";

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
  { name: "as it is", kind: "variant", share: 50, change: null },
  { name: "b", kind: "variant", share: 40, change: { stepId: "step-1", template: "help" } },
  { name: "holdout", kind: "holdout", share: 10, change: null },
];
const body = { sequenceId: "seq_alpha", name: "Help or reminder", arms };
type Shown = { id: string; state: string; acts: { kind: string; reason: string | null; byId: string | null }[] };

async function made(): Promise<string> {
  const answer = await (await asMember(one, "marketer")).call(POST, { body });
  expect(answer.status).toBe(201);
  return (answer.json as Shown).id;
}

test("an experiment is set up, started, changed in its shares, paused, resumed and concluded, each with who and why", async () => {
  const marketer = await asMember(one, "marketer");
  const id = await made();
  const params = { id };
  const doing = (kind: string, reason?: string) => marketer.call(act, { params, body: { kind, reason } });
  expect(await doing("started")).toMatchObject({ status: 201, json: { state: "running" } });
  const shares = { "as it is": 30, b: 60 };
  const changed = await marketer.call(PATCH, { method: "PATCH", params, body: { shares, reason: "b looks well" } });
  expect(changed).toMatchObject({ status: 200, json: { arms: [{ share: 30 }, { share: 60 }, { share: 10 }] } });
  expect(await doing("paused", "a bad day")).toMatchObject({ json: { state: "paused" } });
  expect(await doing("resumed")).toMatchObject({ json: { state: "running" } });
  expect(await doing("concluded", "enough")).toMatchObject({ json: { state: "concluded" } });
  const shown = await marketer.call(readOne, { params });
  expect(shown.json).toMatchObject({ state: "concluded", weights: [{ number: 0 }, { number: 1, kind: "set" }] });
  const { acts } = shown.json as Shown;
  expect(acts.map((one) => one.kind)).toEqual(["created", "started", "changed", "paused", "resumed", "concluded"]);
  expect(acts[2]).toMatchObject({
    byId: marketer.member.id,
    reason: "b looks well",
    change: { shares: { before: { b: 40 }, after: { b: 60 } } },
  });
  const frozen = await marketer.call(results, { params });
  expect(frozen.json).toMatchObject({ frozen: true, text: "Nobody has been assigned yet." });
});

test("a running experiment refuses every other change by name, and a draft none", async () => {
  const marketer = await asMember(one, "marketer");
  const params = { id: await made() };
  const change = (said: object) => marketer.call(PATCH, { method: "PATCH", params, body: said });
  expect((await change({ plan: { metric: "clicks" }, name: "Renamed" })).status).toBe(200);
  await marketer.call(act, { params, body: { kind: "started" } });
  expect(await change({ plan: { metric: "clicks" } })).toMatchObject({
    status: 409,
    json: { error: { code: "conflict", field: "plan" } },
  });
  expect(await change({ shares: { b: 90 } })).toMatchObject({ status: 422, json: { error: { field: "shares" } } });
  await marketer.call(act, { params, body: { kind: "stopped" } });
  expect((await change({ shares: { "as it is": 50 } })).status).toBe(409);
});

test("an experiment from before weights were kept has those that it began with kept first", async () => {
  const marketer = await asMember(one, "marketer");
  const params = { id: await made() };
  await marketer.call(act, { params, body: { kind: "started" } });
  await withScope(one.tenantId, (scope) =>
    scope.db.delete(allocationWeights).where(eq(allocationWeights.experimentId, params.id)),
  );
  await marketer.call(PATCH, { method: "PATCH", params, body: { shares: { "as it is": 30, b: 60 } } });
  const shown = (await marketer.call(readOne, { params })).json as { weights: { weights: { weight: number }[] }[] };
  expect(shown.weights.map(({ weights }) => weights.map(({ weight }) => weight))).toEqual([
    [50, 40, 10],
    [30, 60, 10],
  ]);
  const beside = await marketer.call(act, { params: { id: await made() }, body: { kind: "started" } });
  expect(beside.json).toEqual({ faults: [{ fault: "overlaps_running", field: "arms" }] });
  await marketer.call(act, { params, body: { kind: "stopped" } });
});

test("a start with faults is none, and says each with its place", async () => {
  const marketer = await asMember(one, "marketer");
  const wrong = { ...body, arms: [arms[0], { ...arms[1], share: 20 }], plan: { minimumEffect: null } };
  const { json } = await marketer.call(POST, { body: wrong });
  const { id } = json as Shown;
  const faults = [
    { fault: "shares_not_summing", field: "arms" },
    { fault: "minimum_effect_missing", field: "plan.minimumEffect" },
  ];
  expect(await marketer.call(act, { params: { id }, body: { kind: "started" } })).toMatchObject({
    status: 409,
    json: { faults },
  });
  expect((await marketer.call(readOne, { params: { id } })).json).toMatchObject({ state: "draft", faults });
});

test("what is asked for out of turn is refused, and a promotion names a variant", async () => {
  const marketer = await asMember(one, "marketer");
  const params = { id: await made() };
  const doing = (said: object) => marketer.call(act, { params, body: said });
  expect((await doing({ kind: "resumed" })).status).toBe(409);
  await doing({ kind: "started" });
  await doing({ kind: "concluded" });
  expect(await doing({ kind: "promoted" })).toMatchObject({ status: 422, json: { error: { field: "arm" } } });
  expect(await doing({ kind: "promoted", arm: "holdout" })).toMatchObject({ status: 422 });
  expect(await doing({ kind: "promoted", arm: "b" })).toMatchObject({ json: { state: "promoted" } });
  expect(await doing({ kind: "retired" })).toMatchObject({ json: { state: "retired" } });
});

test("a setup is told what it may expect, and nothing of it is kept", async () => {
  const viewer = await asMember(one, "viewer");
  const before = (await viewer.call(list)).json as { data: unknown[] };
  expect((await viewer.call(expect_, { body })).json).toMatchObject({
    traffic: { weeklyContacts: 0 },
    expectation: { kind: "unknown", reason: "no_traffic" },
    faults: [],
  });
  expect((await viewer.call(list)).json).toMatchObject({ data: before.data });
});

test("nobody sees, changes or starts another tenant's experiment, viewers and reading keys start none", async () => {
  const params = { id: await made() };
  const stranger = await asMember(two, "owner");
  expect((await stranger.call(readOne, { params })).status).toBe(404);
  expect((await stranger.call(results, { params })).status).toBe(404);
  expect((await stranger.call(act, { params, body: { kind: "started" } })).status).toBe(404);
  expect((await stranger.call(PATCH, { method: "PATCH", params, body: { name: "Theirs" } })).status).toBe(404);
  expect((await stranger.call(POST, { body })).status).toBe(404);
  expect((await stranger.call(expect_, { body })).status).toBe(404);
  expect((await stranger.call(list)).json).toEqual({ data: [], next: null });
  const viewer = await asMember(one, "viewer");
  expect((await viewer.call(act, { params, body: { kind: "started" } })).status).toBe(403);
  const key = await asKey(one, ["read"]);
  expect((await key.call(POST, { body })).status).toBe(403);
  expect((await key.call(readOne, { params })).status).toBe(200);
  expect((await asStranger().call(list)).status).toBe(401);
});
