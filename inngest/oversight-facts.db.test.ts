import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { closeEnrollment } from "#db/enrollments.ts";
import { withdrawSequence } from "#db/sequences.ts";
import { suppress } from "#db/suppressions.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { queueStep } from "./queue-step.ts";
import { messagesOf, standingOf, type Told, tellCart, work } from "./testing/drafted.ts";
import { at, ben, drafted, inTenant, review, stateOf, statusOf } from "./testing/reviewing.ts";
import { lamp } from "./testing/webhooks.ts";

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

describe("law 5: nothing is sent after an end that came between approval and send", () => {
  const ends: [string, (told: Told) => Promise<unknown>, string][] = [
    [
      "order",
      (told) => inTenant(told, (scope) => closeEnrollment(scope, told.enrollmentId, "ordered", at(2))),
      "ordered",
    ],
    [
      "suppression",
      (told) =>
        inTenant(told, (scope) => suppress(scope, { address: told.email, reason: "manual", messageId: null }, at(2))),
      "suppressed",
    ],
    [
      "withdrawal",
      (told) => inTenant(told, (scope) => withdrawSequence(scope, told.tenant.sequenceId, null, at(2))),
      "sequence_withdrawn",
    ],
  ];
  test.each(ends)("%s", async (_name, end, reason) => {
    const told = await drafted();
    await review(told, "approved");
    const { draft } = await standingOf(told);
    const id = await queueStep(told.tenant.tenantId, draft.id, at(1));
    await end(told);
    await deliverMessages([{ tenantId: told.tenant.tenantId, id: id ?? "" }], "run", at(3));
    expect(await messagesOf(told)).toMatchObject([{ status: "stopped", reason }]);
    expect((await standingOf(told)).life).toMatchObject({ kind: "stopped", reason });
  });

  test("expiry", async () => {
    const told = await drafted();
    await review(told, "approved");
    const late = at(8 * 24 * 60);
    await work(told, late);
    expect(await messagesOf(told)).toMatchObject([{ status: "stopped", reason: "expired" }]);
  });

  test("an approval that comes after the end is refused, and says so", async () => {
    const told = await drafted();
    await inTenant(told, (scope) => withdrawSequence(scope, told.tenant.sequenceId, null, at(1)));
    await expect(review(told, "approved")).rejects.toMatchObject({ code: "conflict" });
    expect(await stateOf(told)).toBe("stopped");
  });
});

describe("law 6: nothing is sent whose facts moved", () => {
  const doubled = [{ ...lamp, quantity: 2 }];

  test("a cart that changed before the approval voids it: what changed is kept, and it is written anew", async () => {
    const told = await drafted();
    const { draft } = await standingOf(told);
    await tellCart(told.tenant, told.email, { at: at(0), lines: doubled });
    await expect(review(told, "approved")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("total"),
    });
    const { life, acts } = await standingOf(told);
    expect(life).toMatchObject({ kind: "held", back: { kind: "stale" } });
    expect(acts[0]?.changes?.map((change) => change.kind)).toContain("total");
    expect(await work(told, at(2))).toBe("wait");
    const anew = await standingOf(told);
    expect(anew.life.kind).toBe("waiting");
    expect(anew.draft).toMatchObject({ replacesDraftId: draft.id, brief: { total: { amount: 24_000 } } });
    await review(told, "approved", { now: at(3) });
    await work(told, at(4));
    expect(await statusOf(told)).toEqual(["sent"]);
  });

  test("a cart that changed between approval and send takes the message out of the queue", async () => {
    const told = await drafted();
    await review(told, "approved");
    const { draft } = await standingOf(told);
    const id = (await queueStep(told.tenant.tenantId, draft.id, at(1))) ?? "";
    await tellCart(told.tenant, told.email, { at: at(2), lines: doubled });
    await deliverMessages([{ tenantId: told.tenant.tenantId, id }], "run", at(3));
    expect(await messagesOf(told)).toMatchObject([{ id, status: "held", reason: "stale" }]);
    expect(await work(told, at(4))).toBe("wait");
    await review(told, "approved", { by: ben, now: at(5) });
    await work(told, at(6));
    expect(await messagesOf(told)).toMatchObject([{ id, status: "sent", draftId: (await standingOf(told)).draft.id }]);
  });

  test("what nobody writes anew in time ends as stale", async () => {
    const told = await drafted();
    await tellCart(told.tenant, told.email, { at: at(0), lines: doubled });
    await expect(review(told, "approved")).rejects.toMatchObject({ code: "conflict" });
    expect(await work(told, at(13 * 60))).toBe("done");
    expect((await standingOf(told)).life).toMatchObject({ kind: "stopped", reason: "stale" });
  });
});
