import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { release, takeBack, undoReview } from "./act-on-draft.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { queueStep } from "./queue-step.ts";
import { settleReview } from "./settle-review.ts";
import { resumePattern, stopPattern } from "./stop-pattern.ts";
import { draftFirst, draftsOf, standingOf, type Told, work } from "./testing/drafted.ts";
import { always, ann, at, ben, drafted, inTenant, review, start, stateOf, statusOf } from "./testing/reviewing.ts";

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

describe("laws 7 and 8: nothing twice", () => {
  test("jobs that repeat in any number queue and send one message", async () => {
    const told = await drafted();
    await review(told, "approved");
    await Promise.all([work(told, at(2)), work(told, at(2)), work(told, at(2))]);
    await work(told, at(3));
    expect(await statusOf(told)).toEqual(["sent"]);
  });

  test("of two reviewers at one moment one is told of a conflict, and no verdict is lost", async () => {
    const told = await drafted();
    const both = await Promise.allSettled([review(told, "approved"), review(told, "rejected", { by: ben })]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await standingOf(told)).acts).toHaveLength(1);
  });
});

describe("law 9: nothing waits for ever", () => {
  test.each([
    ["gated", "send", "done", "expired", []],
    ["gated", "drop", "done", "expired", []],
    ["monitored", "send", "send", "sent", ["sent"]],
    ["monitored", "drop", "done", "expired", []],
    ["monitored", "scripted", "send", "sent", ["sent"]],
  ] as const)("%s, %s at the deadline", async (...[oversightMode, deadlineAction, settled, state, sent]) => {
    const held = { alwaysReview: { ...always, firstOfVersion: 1 } };
    const told = await drafted({ oversightMode, deadlineAction, reviewDeadlineMinutes: 60, ...held });
    expect(await work(told, at(59))).toBe("wait");
    expect(await work(told, at(61))).toBe(settled);
    expect(await stateOf(told)).toBe(state);
    expect(await statusOf(told)).toEqual(sent);
  });
});

describe("the scripted writer's words at the deadline, in place of a model's", () => {
  const byModel = async (oversightMode: "gated" | "monitored") => {
    const held = { alwaysReview: { ...always, firstOfVersion: 1 } };
    const told = await drafted({ oversightMode, deadlineAction: "scripted", reviewDeadlineMinutes: 60, ...held });
    await inTenant(told, ({ db }) => db.execute(sql`update drafts set writer = 'language_model', model = 'a-model'`));
    return told;
  };

  test("go out by the clock where the policy lets it, and both drafts are kept", async () => {
    const told = await byModel("monitored");
    expect(await work(told, at(61))).toBe("send");
    expect(await statusOf(told)).toEqual(["sent"]);
    expect((await draftsOf(told)).map(({ writer }) => writer)).toEqual(["language_model", "scripted"]);
  });

  test("wait once for a person under gated, and are dropped rather than sent by the clock", async () => {
    const told = await byModel("gated");
    expect(await work(told, at(61))).toBe("wait");
    const { draft } = await standingOf(told);
    expect([draft.writer, draft.holds]).toEqual(["scripted", expect.arrayContaining(["expired_fallback"])]);
    expect(await work(told, at(122))).toBe("done");
    expect(await statusOf(told)).toEqual([]);
    expect(await stateOf(told)).toBe("expired");
  });

  test("go out when a person approves them in their turn", async () => {
    const told = await byModel("gated");
    await work(told, at(61));
    await review(told, "approved", { now: at(62) });
    await work(told, at(63));
    expect(await statusOf(told)).toEqual(["sent"]);
  });
});

describe("taking back", () => {
  test("a queued message is held, let go again, and sent once", async () => {
    const told = await drafted();
    const { tenantId } = told.tenant;
    await review(told, "approved");
    const { draft } = await standingOf(told);
    const id = (await queueStep(tenantId, draft.id, at(1))) ?? "";
    expect(await takeBack(tenantId, { draftId: draft.id }, ben, at(2))).toMatchObject({ state: "held" });
    await deliverMessages([{ tenantId, id }], "run", at(3));
    await work(told, at(3));
    expect(await statusOf(told)).toEqual(["held"]);
    expect(await release(tenantId, { draftId: draft.id }, ben, at(4))).toMatchObject({ state: "approved" });
    await work(told, at(5));
    expect(await statusOf(told)).toEqual(["sent"]);
    await expect(takeBack(tenantId, { draftId: draft.id }, ben, at(6))).rejects.toMatchObject({ code: "conflict" });
  });

  test("an approval is undone by who gave it until the message is under way, and then it waits again", async () => {
    const told = await drafted();
    const { tenantId } = told.tenant;
    await review(told, "approved");
    const { draft } = await standingOf(told);
    await queueStep(tenantId, draft.id, at(1));
    await expect(undoReview(tenantId, { draftId: draft.id }, ben, at(2))).rejects.toMatchObject({ code: "conflict" });
    expect(await undoReview(tenantId, { draftId: draft.id }, ann, at(2))).toMatchObject({ state: "waiting" });
    await work(told, at(3));
    expect(await statusOf(told)).toEqual(["held"]);
    await review(told, "approved", { by: ben, now: at(4) });
    await work(told, at(5));
    expect(await statusOf(told)).toEqual(["sent"]);
  });

  test("a rejection is undone by who gave it, in time", async () => {
    const told = await drafted();
    const { draft } = await standingOf(told);
    await review(told, "rejected");
    expect(await undoReview(told.tenant.tenantId, { draftId: draft.id }, ann, at(2))).toMatchObject({
      state: "waiting",
    });
  });

  test("a stopped pattern takes back what is queued, holds what comes, and lets both go when it is resumed", async () => {
    const told = await drafted({ oversightMode: "autonomous", samplePercent: 0 });
    const { draft } = await standingOf(told);
    await queueOnly(told);
    const stop = { pattern: draft.pattern, reason: "Wrong tone" };
    expect(await inTenant(told, (scope) => stopPattern(scope, stop, ann, at(2)))).toEqual({ takenBack: 1 });
    const next = await draftFirst(told.tenant, "later@example.com", start);
    await work(next, at(3));
    expect([await stateOf(told), await stateOf(next), await statusOf(next)]).toEqual(["held", "held", []]);
    expect((await standingOf(next)).acts.at(-1)).toMatchObject({ kind: "taken_back", reason: "Wrong tone" });
    await expect(inTenant(told, (scope) => stopPattern(scope, stop, ben, at(4)))).rejects.toMatchObject({
      code: "conflict",
    });
    const announced = await inTenant(told, (scope) => resumePattern(scope, stop, ann, at(5)));
    expect(announced).toHaveLength(2);
    await work(told, at(6));
    await work(next, at(6));
    expect([await statusOf(told), await statusOf(next)]).toEqual([["sent"], ["sent"]]);
  });
});

/** Queued and not yet handed over. */
async function queueOnly({ tenant: { tenantId }, decisionId }: Told) {
  const settled = await settleReview(tenantId, decisionId, at(1));
  if (settled.kind === "send") await queueStep(tenantId, settled.draftId, at(1));
}

test("in autonomous mode a share is looked at, drawn by the decision's id", async () => {
  const told = await drafted({ oversightMode: "autonomous", samplePercent: 100 });
  const { draft, life } = await standingOf(told);
  expect(draft).toMatchObject({ sampled: true, holds: ["sampled"] });
  expect(life.kind).toBe("waiting");
  const none = await drafted({ oversightMode: "autonomous", samplePercent: 0 });
  expect(await stateOf(none)).toBe("inspected");
});
