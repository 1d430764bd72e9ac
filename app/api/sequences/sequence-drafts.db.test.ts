import { afterAll, beforeAll, expect, test } from "vitest";
import type { TenantRoute } from "#auth/tenant-route.ts";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import { nextStep } from "#domain/sequence-plan.ts";
import * as archive from "./[id]/archive/route.ts";
import * as draft from "./[id]/draft/route.ts";
import * as figures from "./[id]/figures/route.ts";
import * as publication from "./[id]/publication/route.ts";
import * as sequences from "./route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };
const hourAgo = new Date(Date.now() - 3_600_000);
const params = { id: "seq_alpha" };
const graph = graphOfSteps([nextStep([])]);
const put = (revision: number, other = graph) => ({ method: "PUT" as const, params, body: { graph: other, revision } });

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) await tellTenant(tenant, hourAgo);
  const order = { at: hourAgo, total: 4500, credited: true };
  await tellCart({ tenant: "alpha", key: "won", at: hourAgo, sentAt: hourAgo, clickedAt: hourAgo, order });
  await tellCart({ tenant: "alpha", key: "sent", at: hourAgo, sentAt: hourAgo });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const routes: [string, TenantRoute, { method: "GET" | "POST" | "PUT"; params?: { id: string }; body?: unknown }][] = [
  ["a draft", draft.GET, { method: "GET", params }],
  ["a saved draft", draft.PUT, put(0)],
  ["figures", figures.GET, { method: "GET", params }],
  ["putting away", archive.POST, { method: "POST", params, body: {} }],
];

test.each(routes)("refuses %s to another tenant and to strangers", async (_, route, call) => {
  expect((await (await asMember(two)).call(route, call)).status).toBe(404);
  expect((await asStranger().call(route, call)).status).toBe(401);
  if (call.method !== "GET") expect((await (await asMember(one, "viewer")).call(route, call)).status).toBe(403);
  if (call.method !== "GET") expect((await (await asKey(one, ["read"])).call(route, call)).status).toBe(403);
});

test("before the first save the draft is the newest version, and saving counts on", async () => {
  const member = await asMember(one, "marketer");
  const first = (await member.call(draft.GET, { params })).json as SequenceDraft;
  expect(first).toMatchObject({ revision: 0, savedBy: null, graph: { version: 2 } });
  expect(first.graph.steps.filter((step) => step.kind === "message")).toHaveLength(3);
  expect((await member.call(draft.PUT, put(0))).json).toMatchObject({ revision: 1 });
  expect((await member.call(draft.PUT, put(1))).json).toMatchObject({ revision: 2 });
  expect((await member.call(draft.GET, { params })).json).toMatchObject({ revision: 2, savedBy: "marketer", graph });
});

test("of two who changed the same revision the second is refused, told by whom, and overwrites nothing", async () => {
  const [ann, bob] = [await asMember(one, "admin"), await asMember(one, "marketer")];
  const { revision } = (await ann.call(draft.GET, { params })).json as SequenceDraft;
  const theirs = { ...graph, trigger: { kind: "checkout_abandoned" as const } };
  expect((await ann.call(draft.PUT, put(revision, theirs))).status).toBe(200);
  const refused = await bob.call(draft.PUT, put(revision));
  expect(refused.status).toBe(409);
  expect(refused.json).toMatchObject({ error: { code: "conflict", message: expect.stringContaining("admin saved") } });
  expect((await bob.call(draft.GET, { params })).json).toMatchObject({ graph: theirs, savedBy: "admin" });
});

test("of many who save at once exactly one wins", async () => {
  const member = await asMember(one, "marketer");
  const { revision } = (await member.call(draft.GET, { params })).json as SequenceDraft;
  const answers = await Promise.all(Array.from({ length: 8 }, () => member.call(draft.PUT, put(revision))));
  expect(answers.map((answer) => answer.status).filter((status) => status === 200)).toHaveLength(1);
});

test("refuses a draft that is no graph", async () => {
  const body = { graph: { ...graph, steps: [{ id: "a", kind: "dance" }] }, revision: 0 };
  const answer = await (await asMember(one, "marketer")).call(draft.PUT, { method: "PUT", params, body });
  expect(answer).toMatchObject({ status: 422, json: { error: { field: expect.stringContaining("graph.steps.0") } } });
});

test("counts what became of each message of the live version, with what it won", async () => {
  const { json } = await (await asMember(one, "viewer")).call(figures.GET, { params });
  const revenue = [{ currency: "EUR", amount: 4500 }];
  const first = { position: 0, sent: 2, opened: 0, clicked: 1, orders: 1, revenue };
  expect(json).toMatchObject({ versionId: "ver_alpha", steps: [first] });
});

test("a sequence made from a graph begins with it; it is put away only when it is not live", async () => {
  const member = await asMember(two, "marketer");
  const made = await member.call(sequences.POST, { method: "POST", body: { name: "Copy", graph } });
  const { id } = made.json as { id: string };
  expect((await member.call(draft.GET, { params: { id } })).json).toMatchObject({ graph, revision: 1 });
  const live = { method: "POST" as const, params: { id: "seq_omega" }, body: {} };
  expect((await member.call(archive.POST, live)).status).toBe(409);
  await member.call(publication.DELETE, { method: "DELETE", params: { id: "seq_omega" } });
  expect((await member.call(archive.POST, live)).status).toBe(204);
  const { rows } = (await member.call(sequences.GET)).json as { rows: { id: string }[] };
  expect(rows.map((row) => row.id)).toEqual([id]);
});
