import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { countWaiting, listDrafts, readDraft } from "./draft-views.ts";
import { recordAct } from "./reviews.ts";
import { withScope } from "./scope.ts";
import { tellCart, tellTenant, words } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
  await tellTenant("two", now);
  const tenant = "one";
  await tellCart({ tenant, key: "later", at: hoursAgo(4), held: "finding" });
  await tellCart({ tenant, key: "sooner", at: hoursAgo(5), held: "gated" });
  await tellCart({ tenant, key: "judged", at: hoursAgo(6), held: "gated" });
  await tellCart({ tenant, key: "sent", at: hoursAgo(7), sentAt: hoursAgo(6) });
  const order = { at: hoursAgo(1), total: 4500, credited: false };
  await tellCart({ tenant, key: "bought", at: hoursAgo(3), held: "gated", order });
  await tellCart({ tenant: "two", key: "foreign", at: hoursAgo(9), held: "gated" });
  await withScope("ten_one", (scope) => {
    const act = { draftId: "drf_judged", kind: "rejected" as const, wordsHash: "", subject: null };
    return recordAct(scope, { ...act, reason: "Too pushy" }, { kind: "member", id: "mem_gone" }, now);
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inOne = <T>(work: Parameters<typeof withScope<T>>[1]) => withScope("ten_one", work);

test("lists what waits by deadline, without what was judged, ordered or belongs to others", async () => {
  const first = await inOne((scope) => listDrafts(scope, { tab: "waiting", limit: 1 }));
  expect(first.rows).toMatchObject([
    { id: "drf_sooner", reviewDueAt: "2026-03-10T08:00:00.000Z", purpose: "reminder" },
  ]);
  const second = await inOne((scope) => listDrafts(scope, { tab: "waiting", limit: 1, after: first.next ?? "" }));
  expect(second).toMatchObject({ rows: [{ id: "drf_later", heldReason: "finding" }], next: null });
  expect(await inOne(countWaiting)).toEqual({ count: 2, nextDueAt: "2026-03-10T08:00:00.000Z" });
});

test("keeps sent and decided drafts in tabs of their own", async () => {
  expect((await inOne((scope) => listDrafts(scope, { tab: "sent" }))).rows).toMatchObject([{ id: "drf_sent" }]);
  const decided = await inOne((scope) => listDrafts(scope, { tab: "decided" }));
  expect(decided.rows).toMatchObject([{ id: "drf_judged", verdict: "rejected" }]);
});

test("reads a draft with its words and its verdict, and none of another tenant", async () => {
  const draft = await inOne((scope) => readDraft(scope, "drf_judged"));
  expect(draft).toMatchObject({ words, template: "reminder", closed: false, review: { reason: "Too pushy" } });
  await expect(inOne((scope) => readDraft(scope, "drf_foreign"))).rejects.toMatchObject({ code: "not_found" });
});
