import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember } from "#auth/testing/tenants.ts";
import type { TestDatabase } from "#bin/testing/database.ts";
import { createDemoDatabase } from "#bin/testing/demo-database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { dryRunStatuses } from "#domain/dry-run.ts";
import { replayPage } from "#inngest/replay-page.ts";
import { answerApi } from "../answer-api.ts";
import { messageSamples, words } from "../testing/message-samples.ts";
import { writingSamples } from "../testing/writing-samples.ts";

let database: TestDatabase;
let tenantId = "";
let agent: Caller;
let owner: Caller;

beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  const seeded = await createDemoDatabase();
  database = seeded;
  await connectTo(database);
  ({ tenantId } = seeded.demo);
  agent = await asKey({ tenantId, name: "demo" }, ["send", "read"]);
  owner = await asMember({ tenantId, name: "demo" }, "owner");
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const queued = async () => (await messageSamples.get_message?.(tenantId, owner))?.params?.id ?? "";
const read = async (id: string) => (await agent.call(answerApi, { path: `/v1/messages/${id}` })).json;
const change = (path: string, body: object, method: "PATCH" | "PUT") => agent.call(answerApi, { path, method, body });

test("a queued message moves to another hour, not into the past, and not beyond its cart's life", async () => {
  const id = await queued();
  const at = new Date(Date.now() + 2 * 3_600_000).toISOString();
  expect(await change(`/v1/messages/${id}`, { send_at: at }, "PATCH")).toMatchObject({
    status: 200,
    json: { id, dueAt: at },
  });
  for (const send_at of ["2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z"])
    expect(await change(`/v1/messages/${id}`, { send_at }, "PATCH")).toMatchObject({
      status: 422,
      json: { error: { field: "send_at" } },
    });
  await workerSql()`update messages set status = 'sent' where id = ${id}`;
  expect((await change(`/v1/messages/${id}`, { send_at: at }, "PATCH")).status).toBe(409);
});

test("other words take a message out of the queue to be judged anew; words that claim too much leave it there", async () => {
  const id = await queued();
  const before = await read(id);
  const bold = { ...words, paragraphs: ["Take 93 % off, only today."] };
  expect(await change(`/v1/messages/${id}/words`, { words: bold }, "PUT")).toMatchObject({ status: 422 });
  // Its run puts it back in the queue as it stood, by what had cleared it.
  const { draftId } = z.object({ draftId: z.string() }).parse(before);
  const acts = await workerSql()<
    { kind: string }[]
  >`select kind from reviews where draft_id = ${draftId} order by seq desc limit 2`;
  expect(acts.map(({ kind }) => kind)).toEqual(["released", "taken_back"]);
  const other = await queued();
  const put = (body: object) => change(`/v1/messages/${other}/words`, { words, ...body }, "PUT");
  expect(await put({ wordsHash: "other" })).toMatchObject({ status: 409, json: { error: { field: "wordsHash" } } });
});

test("a cart is explained in words: what comes next, and why it was or was not written to", async () => {
  const { params } = (await writingSamples.explain_cart?.(tenantId, owner)) ?? {};
  const { json } = await agent.call(answerApi, { path: `/v1/carts/${params?.id}/explanation` });
  expect(json).toMatchObject({
    id: params?.id,
    says: expect.stringMatching(/\w{4}/),
    next: { kind: expect.any(String) },
  });
  const told = z.object({ decisions: z.array(z.object({ kind: z.string(), says: z.string() })) }).parse(json);
  for (const { kind, says } of told.decisions) expect([kind, says.length > 3]).toEqual([kind, true]);
});

const dryRun = z.object({ id: z.string(), status: z.enum(dryRunStatuses), tally: z.object({ carts: z.int() }) });

test("a dry run that a program started is walked and read, and sends nothing", async () => {
  const { params } = (await writingSamples.dry_run_sequence?.(tenantId, owner)) ?? {};
  const [before] = await workerSql()`select count(*)::int as messages from messages`;
  const path = `/v1/sequences/${params?.id}/dry-runs`;
  const started = dryRun.parse((await agent.call(answerApi, { path, body: {} })).json);
  expect(started.status).toBe("running");
  while (await replayPage(tenantId, started.id, new Date()));
  const done = dryRun.parse((await agent.call(answerApi, { path: `/v1/dry-runs/${started.id}` })).json);
  expect(done.status).toBe("done");
  expect(done.tally.carts).toBeGreaterThan(10);
  const [after] = await workerSql()`select count(*)::int as messages from messages`;
  expect(after).toEqual(before);
});

test("words that a program has written for a cart are shown with what inspection found, and no draft is kept", async () => {
  const { params } = (await writingSamples.draft_recovery_email?.(tenantId, owner)) ?? {};
  const [before] = await workerSql()`select count(*)::int as drafts from drafts`;
  const path = `/v1/carts/${params?.id}/words`;
  const made = await agent.call(answerApi, { path, body: { purpose: "help", language: "de" } });
  expect(made).toMatchObject({
    status: 200,
    json: { writer: "scripted", findings: [], html: expect.stringContaining("<") },
  });
  expect((await agent.call(answerApi, { path, body: { purpose: "incentive" } })).status).toBe(422);
  const [after] = await workerSql()`select count(*)::int as drafts from drafts`;
  expect(after).toEqual(before);
});
