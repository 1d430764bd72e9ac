import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { readDraftInContext } from "./draft-context.ts";
import { placeDraft } from "./draft-place.ts";
import { countWaiting, listDrafts, readQueueHint } from "./draft-views.ts";
import { closeEnrollment } from "./enrollments.ts";
import { factsToPin } from "./pinned-facts.ts";
import { recordAct } from "./reviews.ts";
import { type Scope, withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const database = await createTestDatabase();
const tenant = "one";
const anna = { kind: "member", id: "mem_anna" } as const;

beforeAll(async () => {
  await connectTo(database);
  await tellTenant(tenant, now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inOne = <T>(work: (scope: Scope) => Promise<T>) => withScope("ten_one", work);
const placeOf = (id: string) =>
  inOne(async (scope) => {
    const [row] = await scope.db.execute<{ place: string | null }>(sql`select place from drafts where id = ${id}`);
    return row?.place;
  });
const act = (
  key: string,
  kind: "approved" | "rejected" | "undone",
  by: typeof anna | { kind: "member"; id: "mem_ben" },
) => inOne((scope) => recordAct(scope, { draftId: `drf_${key}`, kind, wordsHash: "", subject: null }, by, now));

test("a draft that is held waits, one that is not does not", async () => {
  await tellCart({ tenant, key: "held", at: hoursAgo(1), held: "vip" });
  await tellCart({ tenant, key: "free", at: hoursAgo(1) });
  expect(await placeOf("drf_held")).toBe("waiting");
  expect(await placeOf("drf_free")).toBe(null);
  expect((await inOne((scope) => listDrafts(scope, { tab: "waiting", hold: "vip" }))).rows).toHaveLength(1);
});

test("waiting ends with the enrollment, whoever closes it and however many at once", async () => {
  for (const key of ["closed", "swept"]) await tellCart({ tenant, key, at: hoursAgo(1), held: "gated" });
  await inOne((scope) => closeEnrollment(scope, "enr_closed", "ordered", now));
  await workerSql()`update enrollments set closed_at = ${now}, close_reason = 'expired' where id = 'enr_swept'`;
  expect([await placeOf("drf_closed"), await placeOf("drf_swept")]).toEqual([null, null]);
});

test("a draft whose enrollment closes while it is written never waits", async () => {
  await tellCart({ tenant, key: "late", at: hoursAgo(1) });
  await workerSql()`delete from drafts where id = 'drf_late'`;
  const written = inOne(async (scope) => {
    await scope.db.execute(sql`insert into drafts (tenant_id, id, decision_id, attempt, writer, words, findings, words_hash,
      language, chosen, mode, held_reason, input_tokens, output_tokens, latency_ms, created_at)
      values ('ten_one', 'drf_late', 'dec_late', 1, 'scripted', '{}', '[]', '', 'en', true, 'gated', 'gated', 0, 0, 0,
        ${now.toISOString()}::timestamptz)`);
    // The closing begins while the draft is not yet to be seen: it waits for this transaction.
    const closing = workerSql()`update enrollments set closed_at = ${now}, close_reason = 'ordered' where id = 'enr_late'`;
    return { closing: closing.execute() };
  });
  await (await written).closing;
  expect(await placeOf("drf_late")).toBe(null);
});

test("a draft that needs two waits on after the first approval, and not after the second", async () => {
  await tellCart({ tenant, key: "two", at: hoursAgo(1), held: "cart_value" });
  await workerSql()`update drafts set approvals_needed = 2 where id = 'drf_two'`;
  await act("two", "approved", anna);
  await act("two", "approved", anna);
  expect(await placeOf("drf_two")).toBe("waiting");
  expect((await inOne((scope) => listDrafts(scope, { tab: "decided" }))).rows).toEqual([]);
  await act("two", "approved", { kind: "member", id: "mem_ben" });
  expect(await placeOf("drf_two")).toBe(null);
  expect((await inOne((scope) => listDrafts(scope, { tab: "decided" }))).rows).toMatchObject([
    { id: "drf_two", approvals: { needed: 2 } },
  ]);
});

test("an undone verdict is none, and what is held back has a tab of its own", async () => {
  await tellCart({ tenant, key: "undone", at: hoursAgo(1), held: "gated" });
  await act("undone", "approved", anna);
  await act("undone", "undone", anna);
  await inOne((scope) => placeDraft(scope, "drf_undone", "held", now));
  expect((await inOne((scope) => listDrafts(scope, { tab: "held" }))).rows).toMatchObject([
    { id: "drf_undone", verdict: null, approvals: { given: [] } },
  ]);
  await inOne((scope) => closeEnrollment(scope, "enr_undone", "finished", now));
  expect(await placeOf("drf_undone")).toBe("held");
});

test("the hint is another after each change and the same without one", async () => {
  const versions = new Set<string>();
  const look = async () => versions.add((await inOne(readQueueHint)).version);
  await look();
  await look();
  expect(versions.size).toBe(1);
  await tellCart({ tenant, key: "news", at: hoursAgo(2), held: "gated" });
  await look();
  await act("news", "rejected", anna);
  await look();
  await inOne((scope) => placeDraft(scope, "drf_news", "held", now));
  await look();
  expect(versions.size).toBe(4);
});

test("what moved in the cart since the words were written stands beside them", async () => {
  await tellCart({ tenant, key: "moved", at: hoursAgo(1), held: "gated" });
  const pinned = await inOne((scope) => factsToPin(scope, "dec_moved"));
  await workerSql()`update drafts set pinned = ${JSON.stringify(pinned)}::text::jsonb where id = 'drf_moved'`;
  const changes = async () => (await inOne((scope) => readDraftInContext(scope, "drf_moved", now))).changes;
  expect(await changes()).toEqual([]);
  await workerSql()`update carts set totals = jsonb_set(totals, '{total}', '7000'),
    lines = jsonb_set(lines, '{0,quantity}', '2') where id = 'cart_moved'`;
  expect(await changes()).toEqual([
    { kind: "quantity", title: "Kettle", from: 1, to: 2 },
    { kind: "total", from: 5000, to: 7000, currency: "EUR" },
  ]);
});

test("finds what waits by its own index, which no draft of the past is in", async () => {
  await workerSql()`insert into drafts select (jsonb_populate_record(d, jsonb_build_object('id', 'drf_past' || n,
    'decision_id', 'dec_past' || n, 'held_reason', null, 'place', null))).* from drafts d, generate_series(1, 3000) n
    where d.id = 'drf_free'`;
  await workerSql()`analyze drafts`;
  const plan = await inOne(async (scope) => {
    await scope.db.execute(sql`set local enable_seqscan = off`);
    return scope.db.execute<
      Record<string, string>
    >(sql`explain (costs off) select id from drafts where place = 'waiting'
      order by coalesce(review_due_at, created_at), id limit 51`);
  });
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index (Only )?Scan using drafts_waiting/);
  expect((await inOne(countWaiting)).count).toBeLessThan(10);
});
