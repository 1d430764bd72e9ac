import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TenantRoute } from "#auth/tenant-route.ts";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { experiments } from "#db/schema/experiments.ts";
import { sequenceVersions } from "#db/schema/sequences.ts";
import { withScope } from "#db/scope.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { defaultPlan } from "#domain/experiment.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import type { TemplateDraft, TemplateRow, TemplateView } from "#domain/template-view.ts";
import * as archive from "./[id]/archive/route.ts";
import * as draft from "./[id]/draft/route.ts";
import * as publication from "./[id]/publication/route.ts";
import * as one from "./[id]/route.ts";
import * as versions from "./[id]/versions/route.ts";
import * as preview from "./preview/route.ts";
import * as templates from "./route.ts";

const database = await createTestDatabase();
const alpha = { tenantId: "ten_alpha", name: "alpha" };
const omega = { tenantId: "ten_omega", name: "omega" };
const hourAgo = new Date(Date.now() - 3_600_000);
beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) await tellTenant(tenant, hourAgo);
  await tellCart({ tenant: "alpha", key: "seen", at: hourAgo });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function make(name: string, from = "reminder"): Promise<{ id: string }> {
  const answer = await (await asMember(alpha, "marketer")).call(templates.POST, {
    method: "POST",
    body: { name, from },
  });
  expect(answer.status).toBe(201);
  return { id: (answer.json as { id: string }).id };
}

async function draftOf(params: { id: string }): Promise<TemplateDraft> {
  return (await (await asMember(alpha)).call(draft.GET, { params })).json as TemplateDraft;
}

async function save(params: { id: string }, change: (document: TemplateDocument) => TemplateDocument): Promise<void> {
  const { document, revision } = await draftOf(params);
  const body = { document: change(document), revision };
  const answer = await (await asMember(alpha, "marketer")).call(draft.PUT, { method: "PUT", params, body });
  expect(answer.status).toBe(200);
}

const publish = async (params: { id: string }) =>
  (await asMember(alpha, "marketer")).call(publication.POST, { method: "POST", params, body: {} });

const footer = (text: string) => (document: TemplateDocument) => ({ ...document, footer: { text: { en: text } } });

test("refuses everything about a template to another tenant and to strangers", async () => {
  const params = await make("Ours");
  await publish(params);
  const { document } = await draftOf(params);
  const routes: [
    TenantRoute,
    { method: "GET" | "POST" | "PUT" | "PATCH"; body?: unknown; query?: Record<string, string> },
  ][] = [
    [one.GET, { method: "GET" }],
    [one.PATCH, { method: "PATCH", body: { name: "Theirs" } }],
    [draft.GET, { method: "GET" }],
    [draft.PUT, { method: "PUT", body: { document, revision: 1 } }],
    [publication.POST, { method: "POST", body: {} }],
    [versions.GET, { method: "GET", query: { number: "1" } }],
    [versions.POST, { method: "POST", body: { restores: 1 } }],
    [archive.POST, { method: "POST", body: {} }],
  ];
  for (const [route, call] of routes) {
    expect((await (await asMember(omega)).call(route, { ...call, params })).status).toBe(404);
    expect((await asStranger().call(route, { ...call, params })).status).toBe(401);
    if (call.method === "GET") continue;
    expect((await (await asMember(alpha, "viewer")).call(route, { ...call, params })).status).toBe(403);
    expect((await (await asKey(alpha, ["read"])).call(route, { ...call, params })).status).toBe(403);
  }
  expect((await (await asMember(omega)).call(templates.GET, {})).json).toMatchObject({ rows: [] });
  const copy = { method: "POST" as const, body: { name: "Copy", from: params.id } };
  expect((await (await asMember(omega)).call(templates.POST, copy)).status).toBe(404);
});

test("of two who changed the same revision the second is refused, told by whom, and overwrites nothing", async () => {
  const params = await make("By two");
  const [ann, bob] = [await asMember(alpha, "admin"), await asMember(alpha, "marketer")];
  const { document, revision } = await draftOf(params);
  const put = (text: string) => ({
    method: "PUT" as const,
    params,
    body: { document: footer(text)(document), revision },
  });
  expect((await ann.call(draft.PUT, put("Ann's"))).json).toMatchObject({ revision: 2 });
  const refused = await bob.call(draft.PUT, put("Bob's"));
  expect(refused).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining("admin saved") } } });
  expect(await draftOf(params)).toMatchObject({ document: { footer: { text: { en: "Ann's" } } }, savedBy: "admin" });
});

test("of many who save at once exactly one wins", async () => {
  const params = await make("By many");
  const member = await asMember(alpha, "marketer");
  const { document, revision } = await draftOf(params);
  const body = { document, revision };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => member.call(draft.PUT, { method: "PUT", params, body })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("publishes a version that stays as it is, brings an older one back as the newest, and keeps a note of both", async () => {
  const params = await make("Versions");
  await save(params, footer("First"));
  expect((await publish(params)).json).toMatchObject({ number: 1 });
  await save(params, footer("Second"));
  expect((await publish(params)).json).toMatchObject({ number: 2 });
  const member = await asMember(alpha, "marketer");
  const back = await member.call(versions.POST, { method: "POST", params, body: { restores: 1 } });
  expect(back.json).toMatchObject({ number: 3, restores: 1 });
  const shown = await member.call(versions.GET, { params, query: { number: "3" } });
  expect(shown.json).toMatchObject({ document: { footer: { text: { en: "First" } } } });
  const view = (await member.call(one.GET, { params })).json as TemplateView;
  expect(view.versions.map(({ number, restores }) => [number, restores])).toEqual([
    [3, 1],
    [2, null],
    [1, null],
  ]);
  expect(await draftOf(params)).toMatchObject({ document: { footer: { text: { en: "Second" } } } });
  const noted = await workerSql()`select action from audit_entries where subject_id = ${params.id} order by id`;
  const acts = ["created", "published", "published", "restored"];
  expect(noted.map(({ action }) => action)).toEqual(acts.map((act) => `template.${act}`));
});

test("of two who publish at once each gets a version of its own", async () => {
  const params = await make("At once");
  const answers = await Promise.all([1, 2, 3].map(() => publish(params)));
  expect(answers.map(({ json }) => (json as { number: number }).number).sort()).toEqual([1, 2, 3]);
});

test("refuses to publish what is faulty, and names each fault with its block and language", async () => {
  const params = await make("Faulty");
  await save(params, (document) => ({
    ...document,
    style: { ...document.style, ink: "#dddddd" },
    blocks: [
      ...document.blocks,
      {
        kind: "paragraph",
        id: "own",
        when: "always",
        size: "normal",
        align: "start",
        text: { en: "Hi", de: "{{nix}} {{" },
      },
      {
        kind: "picture",
        id: "hat",
        when: "always",
        url: "http://a.example/x",
        alt: {},
        width: 200,
        align: "start",
        to: null,
      },
      { kind: "button", id: "blank", when: "always", label: { en: " " }, to: "shop", align: "start" },
    ],
  }));
  const refused = await publish(params);
  expect(refused.status).toBe(422);
  const faults = (refused.json as { error: { faults: unknown[] } }).error.faults;
  expect(faults).toEqual([
    { fault: "picture_not_https", blockId: "hat", field: "url", language: null },
    { fault: "picture_without_alt", blockId: "hat", field: "alt", language: null },
    { fault: "empty_button", blockId: "blank", field: "label", language: null },
    { fault: "broken_slot", blockId: "own", field: "text", language: "de" },
    { fault: "low_contrast", blockId: "style", field: "ink", language: null },
  ]);
});

test("refuses a draft with a block that it does not know", async () => {
  const params = await make("Unknown");
  const { document, revision } = await draftOf(params);
  const body = { document: { ...document, blocks: [{ kind: "dance", id: "a", when: "always" }] }, revision };
  const answer = await (await asMember(alpha, "marketer")).call(draft.PUT, { method: "PUT", params, body });
  expect(answer.status).toBe(422);
});

test("says which sequence uses a template, and puts it away only when none does", async () => {
  const params = await make("In use");
  const copy = await make("Copy of it", params.id);
  await publish(params);
  await withScope(alpha.tenantId, async ({ db }) => {
    const [version] = await db.select().from(sequenceVersions).where(eq(sequenceVersions.tenantId, alpha.tenantId));
    const steps = version?.steps.map((step, place) =>
      place === 0 ? { ...step, template: params.id as "tmpl_" } : step,
    );
    if (steps) await db.update(sequenceVersions).set({ steps }).where(eq(sequenceVersions.tenantId, alpha.tenantId));
  });
  const member = await asMember(alpha, "marketer");
  const { rows } = (await member.call(templates.GET, {})).json as { rows: TemplateRow[] };
  expect(rows.find(({ id }) => id === params.id)).toMatchObject({ usedIn: [{ sequenceId: "seq_alpha", by: "live" }] });
  const refused = await member.call(archive.POST, { method: "POST", params, body: {} });
  expect(refused).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining("used by “") } } });
  expect((await member.call(archive.POST, { method: "POST", params: copy, body: {} })).status).toBe(204);
  const after = (await member.call(templates.GET, {})).json as { rows: TemplateRow[] };
  expect(after.rows.map(({ id }) => id)).not.toContain(copy.id);
});

test("counts an arm of an experiment as a use", async () => {
  const params = await make("In an arm");
  const change = { stepId: "reminder", template: params.id };
  const arms = [{ name: "a", kind: "variant" as const, share: 100, change }];
  await withScope(alpha.tenantId, async ({ db, tenantId }) => {
    const said = { id: "exp_arm", sequenceId: "seq_alpha", name: "Arm", arms, plan: defaultPlan("EUR") };
    await db.insert(experiments).values({ tenantId, ...said, createdAt: hourAgo });
  });
  const refused = await (await asMember(alpha, "marketer")).call(archive.POST, { method: "POST", params, body: {} });
  expect(refused.status).toBe(409);
});

test("shows what is being edited on a real cart, its blocks marked, and stores nothing of it", async () => {
  const params = await make("Shown");
  const { document } = await draftOf(params);
  const paragraph = { kind: "paragraph", id: "own", when: "always", size: "normal", align: "start" };
  const edited = {
    ...document,
    blocks: [
      ...document.blocks,
      { ...paragraph, text: { en: "Dear {{contact.firstName}}", de: "Für {{brand.name}}" } },
    ],
  };
  const body = { document: edited, language: "de", cart: "cart_seen", offer: "percent" };
  const shown = await (await asMember(alpha)).call(preview.POST, { method: "POST", body });
  expect(shown.status).toBe(200);
  const { html, blocks, slots } = shown.json as { html: string; blocks: string[]; slots: Record<string, string> };
  expect(html).toContain('data-block="own"');
  expect(html).toContain(`Für ${slots["brand.name"]}`);
  expect(blocks).toContain("offer");
  expect(await draftOf(params)).toMatchObject({ document, revision: 1 });
  const without = await (await asMember(alpha)).call(preview.POST, {
    method: "POST",
    body: { ...body, offer: "none" },
  });
  expect((without.json as { html: string }).html).not.toContain("SAMPLE");
});
