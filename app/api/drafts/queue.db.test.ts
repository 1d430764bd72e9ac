import { afterAll, beforeAll, expect, test } from "vitest";
import type { TenantRoute } from "#auth/tenant-route.ts";
import type { Call } from "#auth/testing/caller.ts";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { erasePerson } from "#db/erasure.ts";
import { withScope } from "#db/scope.ts";
import { tellCart, tellTenant, words } from "#db/testing/story.ts";
import { commentLimit } from "#domain/draft-queue.ts";
import * as resumption from "../patterns/resume/route.ts";
import * as stops from "../patterns/stop/route.ts";
import * as assignment from "./[id]/assignment/route.ts";
import * as comments from "./[id]/comments/route.ts";
import * as inspection from "./[id]/inspect/route.ts";
import * as review from "./[id]/review/route.ts";
import * as draft from "./[id]/route.ts";
import * as takeBack from "./[id]/take-back/route.ts";
import * as views from "./[id]/views/route.ts";
import * as bulk from "./bulk-review/route.ts";
import * as events from "./events/route.ts";
import * as groups from "./groups/route.ts";
import * as drafts from "./route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };
const hourAgo = new Date(Date.now() - 3_600_000);
const justNow = new Date(Date.now() - 60_000);
const pattern = "seq_alpha/step-1/en/new/none";
const cluster = Array.from({ length: 7 }, (_, at) => `drf_alpha-${at}`);

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) {
    await tellTenant(tenant, hourAgo);
    await tellCart({ tenant, key: `${tenant}-held`, at: justNow, held: "gated" });
  }
  for (let at = 0; at < cluster.length; at += 1)
    await tellCart({ tenant: "alpha", key: `alpha-${at}`, at: hourAgo, held: "gated" });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const held = { params: { id: "drf_alpha-held" } };
const open = (id: string): Call => ({ method: "POST", params: { id } });
const hashOf = async (id: string) => {
  const answer = await (await asMember(one)).call(draft.GET, { params: { id } });
  return (answer.json as { wordsHash: string }).wordsHash;
};

test.each([
  ["list", drafts.GET],
  ["clusters", groups.GET],
  ["hint", events.GET],
  ["stops", stops.GET],
])("the %s hold nothing of another tenant, and nothing for strangers or keys", async (_, route) => {
  const answer = await (await asMember(two, "viewer")).call(route);
  expect(answer.status).toBe(200);
  expect(JSON.stringify(answer.json)).not.toContain("alpha");
  expect((await asStranger().call(route)).status).toBe(401);
  expect((await (await asKey(two, ["read"])).call(route)).status).toBe(403);
});

const acts: [string, TenantRoute, Call][] = [
  ["an inspection", inspection.POST, { method: "POST", ...held, body: { words } }],
  ["a comment", comments.POST, { method: "POST", ...held, body: { text: "Hm" } }],
  ["an assignment", assignment.PUT, { method: "PUT", ...held, body: { memberId: null } }],
  ["an undoing", review.DELETE, { method: "DELETE", ...held }],
  ["a taking back", takeBack.POST, { method: "POST", ...held }],
  ["a release", takeBack.DELETE, { method: "DELETE", ...held }],
];

test.each(acts)("refuses %s from another tenant and from a viewer", async (_, route, call) => {
  expect((await (await asMember(two)).call(route, call)).status).toBe(404);
  expect((await (await asMember(one, "viewer")).call(route, call)).status).toBe(403);
});

test.each<[string, TenantRoute, Call["method"]]>([
  ["comments", comments.GET, "GET"],
  ["an opening", views.POST, "POST"],
])("shows a viewer %s of their own tenant's draft and nobody another's", async (_, route, method) => {
  expect((await (await asMember(two)).call(route, { method, ...held })).status).toBe(404);
  expect((await (await asMember(one, "viewer")).call(route, { method, ...held })).status).toBeLessThan(300);
});

test("a list narrows by everything that clusters count", async () => {
  const member = await asMember(one, "viewer");
  const counted = await member.call(groups.GET);
  expect(counted.json).toMatchObject({
    total: 8,
    patterns: [{ pattern, count: 8, stopped: false, label: "Classic ladder · step 1 · English · new · no incentive" }],
    steps: [{ sequenceId: "seq_alpha", stepId: "step-1", count: 8, label: "Classic ladder · step 1" }],
    languages: [{ language: "en", count: 8 }],
    holds: [{ reason: "gated", count: 8 }],
    findings: [],
  });
  const rowsFor = async (query: Record<string, string>) =>
    ((await member.call(drafts.GET, { query })).json as { rows: unknown[] }).rows.length;
  expect(await rowsFor({ pattern, sequenceId: "seq_alpha", stepId: "step-1", language: "en", hold: "gated" })).toBe(8);
  expect(await rowsFor({ search: "ALPHA-3@example" })).toBe(1);
  expect(await rowsFor({ search: "kettle is" })).toBe(8);
  expect(await rowsFor({ search: "%" })).toBe(0);
  expect(await rowsFor({ hold: "vip" })).toBe(0);
  expect(await rowsFor({ finding: "link" })).toBe(0);
  expect(await rowsFor({ sequenceId: "seq_omega" })).toBe(0);
  expect((await member.call(drafts.GET, { query: { hold: "mood" } })).status).toBe(422);
});

test("a draft is given to a marketer, never to a viewer or a stranger, and found by who has it", async () => {
  const [anna, viewer, foreign] = [await asMember(one, "marketer"), await asMember(one, "viewer"), await asMember(two)];
  const give = (memberId: string | null) => anna.call(assignment.PUT, { method: "PUT", ...held, body: { memberId } });
  expect((await give(viewer.member.id)).status).toBe(422);
  expect((await give(foreign.member.id)).status).toBe(404);
  expect(await give(anna.member.id)).toMatchObject({ status: 200, json: { assignee: { id: anna.member.id } } });
  const mine = await anna.call(drafts.GET, { query: { assignee: "me" } });
  expect(mine.json).toMatchObject({ rows: [{ id: "drf_alpha-held", assignee: { id: anna.member.id } }] });
  expect((await viewer.call(drafts.GET, { query: { assignee: "me" } })).json).toMatchObject({ rows: [] });
  await give(null);
  expect((await anna.call(drafts.GET, { query: { assignee: "me" } })).json).toMatchObject({ rows: [] });
});

test("comments are bounded, stand in order with who said them, and go with the person", async () => {
  await tellCart({ tenant: "alpha", key: "alpha-gone", at: hourAgo, held: "gated" });
  const call = { params: { id: "drf_alpha-gone" } };
  const member = await asMember(one, "marketer");
  const say = (text: string) => member.call(comments.POST, { method: "POST", ...call, body: { text } });
  expect((await say("x".repeat(commentLimit + 1))).status).toBe(422);
  expect((await say(" \u0000 ")).status).toBe(422);
  expect(await say("Is this her <b>first</b> order?\u0000")).toMatchObject({
    status: 201,
    json: { by: { name: "marketer" } },
  });
  await say("It is.");
  const texts = ["Is this her <b>first</b> order?", "It is."].map((text) => ({ text, by: { id: member.member.id } }));
  expect((await member.call(comments.GET, call)).json).toMatchObject({ rows: texts });
  expect((await member.call(draft.GET, call)).json).toMatchObject({ comments: 2, thread: texts });
  await withScope(one.tenantId, (scope) => erasePerson(scope, "alpha-gone@example.com", new Date()));
  const left = await withScope(one.tenantId, (scope) => scope.db.execute("select text from draft_comments"));
  expect(JSON.stringify(left)).not.toContain("first");
});

test("the hint changes when the queue does, and else says so without a body", async () => {
  const member = await asMember(one);
  const first = await member.call(events.GET);
  const { version } = first.json as { version: string };
  const again = await member.call(events.GET, { headers: { "if-none-match": `"${version}"` } });
  expect(again.status).toBe(304);
  await member.call(comments.POST, { method: "POST", ...held, body: { text: "News" } });
  const news = await member.call(events.GET, { headers: { "if-none-match": `"${version}"` } });
  expect(news).toMatchObject({ status: 200 });
});

test("a draft is shown with who has had it open; reading it ahead opens nothing", async () => {
  const unread = { params: { id: "drf_alpha-1" } };
  const reader = await asMember(one, "viewer");
  await reader.call(draft.GET, unread);
  expect((await reader.call(draft.GET, unread)).json).toMatchObject({ openedBy: [] });
  expect((await reader.call(views.POST, { method: "POST", ...unread })).status).toBe(204);
  expect((await reader.call(draft.GET, unread)).json).toMatchObject({
    openedBy: [{ id: reader.member.id }],
    why: [{ reason: "gated", detail: null }],
    place: "waiting",
  });
});

test("the second of two reviewers is told who was first and when, and the first verdict stands", async () => {
  await tellCart({ tenant: "alpha", key: "alpha-race", at: justNow, held: "gated" });
  const race = { params: { id: "drf_alpha-race" } };
  const [first, second] = [await asMember(one, "marketer"), await asMember(one, "admin")];
  const wordsHash = await hashOf("drf_alpha-race");
  const answers = await Promise.all([
    first.call(review.POST, { ...race, body: { verdict: "approved", wordsHash } }),
    second.call(review.POST, { ...race, body: { verdict: "rejected", reason: "No", wordsHash } }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won =
    answers[0]?.status === 200 ? { by: "marketer", verdict: "approved" } : { by: "admin", verdict: "rejected" };
  const conflict = { ...won, byPolicy: false, at: expect.any(String) };
  expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({
    error: { code: "conflict", message: expect.stringContaining(`${won.by} ${won.verdict} this draft at `), conflict },
  });
  expect((await first.call(draft.GET, race)).json).toMatchObject({ review: won, place: null });
});

test("a verdict is undone by who gave it, and the draft waits again", async () => {
  const [anna, ben] = [await asMember(one, "marketer"), await asMember(one, "marketer")];
  const wordsHash = await hashOf("drf_alpha-held");
  expect((await anna.call(review.POST, { ...held, body: { verdict: "approved", wordsHash } })).status).toBe(200);
  expect((await anna.call(draft.GET, held)).json).toMatchObject({
    place: null,
    approvals: { given: [{ name: "marketer" }] },
  });
  expect((await ben.call(review.DELETE, { method: "DELETE", ...held })).status).toBe(409);
  expect((await anna.call(review.DELETE, { method: "DELETE", ...held })).status).toBe(200);
  const again = { review: null, place: "waiting", verdict: null, approvals: { needed: 1, given: [] } };
  expect((await anna.call(draft.GET, held)).json).toMatchObject(again);
});

test("a cluster is approved by a sample that the approver has read, never by another's or too small a one", async () => {
  const [anna, ben] = [await asMember(one, "marketer"), await asMember(one, "marketer")];
  const asked = await Promise.all(cluster.map(async (id) => ({ id, wordsHash: await hashOf(id) })));
  const sampled = cluster.slice(0, 5);
  const approve = (who: typeof anna, body: object) =>
    who.call(bulk.POST, { method: "POST", body: { pattern, drafts: asked, sampled, ...body } });
  expect((await approve(await asMember(one, "viewer"), {})).status).toBe(403);
  expect((await approve(anna, {})).json).toMatchObject({ error: { code: "invalid", field: "sampled" } });
  for (const id of sampled) await anna.call(views.POST, open(id));
  expect((await approve(ben, {})).status).toBe(422);
  expect((await approve(anna, { sampled: sampled.slice(1) })).status).toBe(422);
  expect((await approve(anna, { pattern: "seq_alpha/step-2/en/new/none" })).status).toBe(422);
  expect((await approve(await asMember(two), {})).status).toBe(422);
  const foreign = { id: "drf_omega-held", wordsHash: "x" };
  const stale = { id: "drf_alpha-6", wordsHash: "seen long ago" };
  const answer = await approve(anna, { drafts: [...asked.slice(0, 6), stale, foreign] });
  expect(answer.json).toEqual({
    outcomes: [
      ...cluster.slice(0, 6).map((id) => ({ id, kind: "approved", waitsForSecond: false })),
      { id: "drf_alpha-6", kind: "refused", reason: "conflict", message: expect.any(String) },
      { id: "drf_omega-held", kind: "refused", reason: "not_found", message: "There is no such draft" },
    ],
  });
  const left = await anna.call(drafts.GET, { query: { pattern } });
  expect((left.json as { rows: { id: string }[] }).rows.map(({ id }) => id)).toEqual(["drf_alpha-6", "drf_alpha-held"]);
  const last = await anna.call(draft.GET, { params: { id: "drf_alpha-6" } });
  expect(last.json).toMatchObject({ lastApproved: { by: { name: "marketer" }, words: { subject: words.subject } } });
});

test("a pattern is stopped once with a reason, shown as stopped, and goes on when somebody says so", async () => {
  const member = await asMember(one, "marketer");
  const stop = { body: { pattern, reason: "Too eager" } };
  expect((await (await asMember(one, "viewer")).call(stops.POST, stop)).status).toBe(403);
  expect((await member.call(stops.POST, { ...stop, body: { pattern, reason: " " } })).status).toBe(422);
  expect((await member.call(stops.POST, stop)).status).toBe(200);
  expect((await member.call(stops.POST, stop)).status).toBe(409);
  expect((await member.call(groups.GET)).json).toMatchObject({ patterns: [{ pattern, stopped: true }] });
  expect((await member.call(draft.GET, held)).json).toMatchObject({
    patternStopped: { reason: "Too eager", by: "marketer" },
  });
  expect((await (await asMember(two)).call(resumption.POST, { method: "POST", body: { pattern } })).status).toBe(409);
  expect((await member.call(resumption.POST, { method: "POST", body: { pattern } })).status).toBe(200);
  expect((await member.call(draft.GET, held)).json).toMatchObject({ patternStopped: null });
});
