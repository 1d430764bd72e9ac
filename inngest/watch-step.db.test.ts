import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { listAudit } from "#db/audit.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { recordMessageEvent } from "#db/messages.ts";
import { readSequenceOversight } from "#db/oversight-views.ts";
import { liftDemotion, recordMove } from "#db/step-oversight.ts";
import { defaultOversight } from "#domain/oversight.ts";
import { undoReview } from "./act-on-draft.ts";
import { draftFirst, messagesOf, standingOf, work } from "./testing/drafted.ts";
import { always, ann, at, drafted, inTenant, review, start } from "./testing/reviewing.ts";
import { watchStep } from "./watch-step.ts";

// No runner listens here; what it would be told of, the tests do themselves.
vi.mock("./events.ts", async (original) => ({ ...(await original<object>()), announce: async () => undefined }));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const seen = { oversightMode: "monitored" as const, alwaysReview: { ...always, firstOfVersion: 100 } };
const strict = { ...defaultOversight.demotion, atLeastReviews: 2, rejectedShare: 0.4, atLeastSent: 1 };

test("a step whose drafts are rejected too often goes back to gated at once, until a person lifts it", async () => {
  const told = await drafted({ ...seen, demotion: strict });
  const { tenantId, sequenceId } = told.tenant;
  await review(told, "rejected");
  expect(await watchStep(tenantId, told.decisionId, at(2))).toBe(false);
  const second = await draftFirst(told.tenant, "two@example.com", start);
  await review(second, "rejected");
  expect(await watchStep(tenantId, second.decisionId, at(3))).toBe(true);
  expect(await watchStep(tenantId, second.decisionId, at(3))).toBe(false);
  const third = await draftFirst(told.tenant, "three@example.com", at(4));
  expect((await standingOf(third)).draft).toMatchObject({ mode: "gated", heldReason: "demoted" });
  const audit = await inTenant(told, (scope) => listAudit(scope, { limit: 10 }));
  expect(audit.filter((entry) => entry.action === "step.demoted")).toMatchObject([
    { actorKind: "policy", subjectId: sequenceId, change: { reason: "rejections", share: 1, of: 2, to: "gated" } },
  ]);
  const page = await inTenant(told, (scope) => readSequenceOversight(scope, sequenceId));
  expect(page?.steps[0]).toMatchObject({ demotion: { reason: "rejections" }, evidence: { rejected: 0 } });
  await inTenant(told, (scope) => liftDemotion(scope, { sequenceId, stepId: "reminder" }, ann.id, at(5)));
  const fourth = await draftFirst(told.tenant, "four@example.com", at(6));
  expect((await standingOf(fourth)).draft.mode).toBe("monitored");
  expect(await watchStep(tenantId, fourth.decisionId, at(7))).toBe(false);
});

test("a complaint above the limit sends a step back as well", async () => {
  const told = await drafted({ oversightMode: "autonomous", samplePercent: 0, demotion: strict });
  await work(told, at(1));
  const [message] = await messagesOf(told);
  const event = { messageId: message?.id ?? "", providerEventId: "e1", kind: "complained" as const, at: at(2) };
  await inTenant(told, (scope) => recordMessageEvent(scope, event, at(2)));
  expect(await watchStep(told.tenant.tenantId, told.decisionId, at(3))).toBe(true);
});

test("a gated step moves to monitored by a person's word alone, for that version, until the word is taken back", async () => {
  const told = await drafted();
  const { sequenceId } = told.tenant;
  const { enrollment } = await standingOf(told);
  const move = { sequenceId, versionId: enrollment.versionId, stepId: "reminder", mode: "monitored" as const };
  await inTenant(told, (scope) => recordMove(scope, { ...move, byId: ann.id }, at(1)));
  const next = await draftFirst(told.tenant, "next@example.com", at(2));
  expect((await standingOf(next)).draft).toMatchObject({ mode: "monitored", holds: [] });
  const other = { ...move, versionId: "ver_other", mode: "autonomous" as const };
  await inTenant(told, (scope) => recordMove(scope, { ...other, byId: ann.id }, at(3)));
  const last = await draftFirst(told.tenant, "last@example.com", at(4));
  expect((await standingOf(last)).draft.mode).toBe("monitored");
  await inTenant(told, (scope) => recordMove(scope, { ...move, mode: null, byId: ann.id }, at(5)));
  const planned = await draftFirst(told.tenant, "planned@example.com", at(6));
  expect((await standingOf(planned)).draft.mode).toBe("gated");
});

test("a verdict that was taken back is no evidence, and the first drafts of a version are looked at", async () => {
  const told = await drafted({ ...seen, alwaysReview: { ...always, firstOfVersion: 1, newLanguage: true } });
  expect((await standingOf(told)).draft.holds).toEqual(["first_of_version", "new_language"]);
  await review(told, "approved");
  const page = () => inTenant(told, (scope) => readSequenceOversight(scope, told.tenant.sequenceId));
  expect((await page())?.steps[0]?.evidence).toMatchObject({ approvedUnedited: 1, rejected: 0 });
  const next = await draftFirst(told.tenant, "second@example.com", at(2));
  expect((await standingOf(next)).draft.holds).toEqual([]);
  const { draft } = await standingOf(told);
  await undoReview(told.tenant.tenantId, { draftId: draft.id }, ann, at(3));
  expect((await page())?.steps[0]?.evidence).toMatchObject({ approvedUnedited: 0, rejected: 0 });
});
