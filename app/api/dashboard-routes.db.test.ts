import { afterAll, beforeAll, expect, test } from "vitest";
import type { TenantRoute } from "#auth/tenant-route.ts";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { readDraft } from "#db/draft-views.ts";
import { withScope } from "#db/scope.ts";
import { tellCart, tellTenant, words } from "#db/testing/story.ts";
import * as cart from "./carts/[id]/route.ts";
import * as carts from "./carts/route.ts";
import * as draftPreview from "./drafts/[id]/preview/route.ts";
import * as review from "./drafts/[id]/review/route.ts";
import * as draft from "./drafts/[id]/route.ts";
import * as drafts from "./drafts/route.ts";
import * as waiting from "./drafts/waiting/route.ts";
import * as mail from "./outbox/[id]/route.ts";
import * as outbox from "./outbox/route.ts";
import * as overview from "./overview/route.ts";
import * as results from "./results/route.ts";
import * as publication from "./sequences/[id]/publication/route.ts";
import * as sequence from "./sequences/[id]/route.ts";
import * as versions from "./sequences/[id]/versions/route.ts";
import * as sequences from "./sequences/route.ts";
import * as templatePreview from "./templates/preview/route.ts";
import * as templateTest from "./templates/test/route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };
const hourAgo = new Date(Date.now() - 3_600_000);

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) {
    await tellTenant(tenant, hourAgo);
    await tellCart({ tenant, key: `${tenant}-held`, at: hourAgo, held: "gated" });
    const order = { at: hourAgo, total: 4500, credited: true };
    await tellCart({ tenant, key: `${tenant}-won`, at: hourAgo, sentAt: hourAgo, clickedAt: hourAgo, order });
  }
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const lists: Record<string, TenantRoute> = {
  overview: overview.GET,
  carts: carts.GET,
  drafts: drafts.GET,
  waiting: waiting.GET,
  sequences: sequences.GET,
  results: results.GET,
  outbox: outbox.GET,
};
const example = { template: "reminder", language: "de", cart: "cart_alpha-held" };
const aim = { wordsHash: "x", verdict: "approved" };
type Case = [string, TenantRoute, { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }];
const ofOne: Case[] = [
  ["a cart", cart.GET, { params: { id: "cart_alpha-won" } }],
  ["a draft", draft.GET, { params: { id: "drf_alpha-held" } }],
  ["a draft's preview", draftPreview.GET, { params: { id: "drf_alpha-held" } }],
  ["an edit's preview", draftPreview.POST, { params: { id: "drf_alpha-held" }, body: { words } }],
  ["a mail", mail.GET, { params: { id: "msg_alpha-won" } }],
  ["a sequence", sequence.GET, { params: { id: "seq_alpha" } }],
  ["a template on a cart", templatePreview.GET, { query: example }],
];
const writesToOne: Case[] = [
  ["a review", review.POST, { params: { id: "drf_alpha-held" }, body: aim }],
  ["a version", versions.POST, { params: { id: "seq_alpha" }, body: { steps: [] } }],
  ["a publication", publication.POST, { params: { id: "seq_alpha" }, body: {} }],
  ["a withdrawal", publication.DELETE, { params: { id: "seq_alpha" } }],
  ["a test mail", templateTest.POST, { body: example }],
];

test.each(Object.entries(lists))(
  "the list %s holds nothing of another tenant, and nothing for strangers",
  async (_, route) => {
    const answer = await (await asMember(two, "viewer")).call(route);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.json)).not.toContain("alpha");
    expect((await asStranger().call(route)).status).toBe(401);
    expect((await (await asKey(two, ["read"])).call(route)).status).toBe(403);
  },
);

test.each(ofOne)("shows %s to its own tenant and to no other", async (_, route, call) => {
  expect((await (await asMember(one)).call(route, call)).status).toBe(200);
  expect(await (await asMember(two)).call(route, call)).toMatchObject({ status: 404 });
});

test.each(writesToOne)("refuses %s from another tenant and from a viewer", async (_, route, call) => {
  const method = route === publication.DELETE ? "DELETE" : "POST";
  expect((await (await asMember(two)).call(route, { method, ...call })).status).toBe(404);
  expect((await (await asMember(one, "viewer")).call(route, { method, ...call })).status).toBe(403);
});

test("an edit's preview shows the new words and what is wrong with them", async () => {
  const body = { words: { ...words, subject: "Only 3 left, 50% off today" } };
  const answer = await (await asMember(one)).call(draftPreview.POST, { params: { id: "drf_alpha-held" }, body });
  expect(answer.json).toMatchObject({ subject: "Only 3 left, 50% off today", html: expect.stringContaining("Kettle") });
});

test("approves a draft once; the second reviewer learns that it is done", async () => {
  const { wordsHash } = await withScope("ten_alpha", (scope) => readDraft(scope, "drf_alpha-held"));
  const call = { params: { id: "drf_alpha-held" }, body: { verdict: "approved", wordsHash } };
  const stale = { ...call, body: { verdict: "approved", wordsHash: "seen long ago" } };
  expect(await (await asMember(one)).call(review.POST, stale)).toMatchObject({ status: 409 });
  expect(await (await asMember(one)).call(review.POST, call)).toMatchObject({
    status: 200,
    json: { verdict: "approved" },
  });
  expect(await (await asMember(one)).call(review.POST, call)).toMatchObject({ status: 409 });
});

test("publishes only what would run, and says which step would not", async () => {
  const member = await asMember(one, "marketer");
  const step = { id: "a", purpose: "reminder", template: "reminder", offer: { kind: "none" }, oversight: null };
  const steps = [
    { ...step, delayMinutes: 120 },
    { ...step, id: "b", delayMinutes: 60 },
  ];
  const made = await member.call(sequences.POST, { body: { name: "Gentle", steps } });
  expect(made.status).toBe(201);
  const params = { id: (made.json as { id: string }).id };
  expect(await member.call(publication.POST, { params, body: {} })).toMatchObject({
    status: 422,
    json: { error: { field: "steps.1" } },
  });
  await member.call(versions.POST, { params, body: { steps: steps.slice(0, 1) } });
  expect(await member.call(publication.POST, { params, body: {} })).toMatchObject({ status: 201, json: { number: 1 } });
});

test("a test mail goes to the member who asked, by the outbox of the tenant", async () => {
  const member = await asMember(one, "marketer");
  const sent = await member.call(templateTest.POST, { body: example });
  expect(sent).toMatchObject({ status: 201, json: { to: member.member.email, status: "sent" } });
  const { rows } = (await member.call(outbox.GET)).json as { rows: { kind: string; to: string; subject: string }[] };
  expect(rows[0]).toMatchObject({
    kind: "test_send",
    to: member.member.email,
    subject: expect.stringContaining("[Test]"),
  });
});
