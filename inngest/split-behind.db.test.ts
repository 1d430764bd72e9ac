import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { queueMessage } from "#db/messages.ts";
import { messages } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { withScope } from "#db/scope.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { readWalk } from "#db/walks.ts";
import type { MessageStatus } from "#domain/message.ts";
import { graph, message, wait } from "#domain/sequence/testing/graphs.ts";
import { enrollCart } from "./enroll-cart.ts";
import { leaveStep } from "./leave-step.ts";
import { takeTurn } from "./take-turn.ts";
import { storeCart } from "./testing/queue.ts";
import { createLadderTenant } from "./testing/tenant.ts";

const database = await createTestDatabase();
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const start = new Date("2026-03-10T12:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

const asking = graph([
  message("first", "left"),
  {
    ...{ id: "left", kind: "split", yes: "pause", no: null },
    when: { kind: "test", field: "step.sent", step: "first", op: "eq", value: true },
  },
  wait("pause", 60, "second"),
  message("second", null),
]);

/** Somebody whose first message is written and waits to leave; answers the turns of their walk. */
async function standingBehind() {
  const { tenantId, ...tenant } = await createLadderTenant(at(-300));
  const { sequenceId } = tenant;
  await withScope(tenantId, (scope) => publishGraph(scope, { sequenceId, graph: asking }, null, at(-290)));
  const cartId = await storeCart({ tenantId, ...tenant }, "mia@example.com", at(-240));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: at(-1) }]);
  const [started] = await enrollCart(tenantId, cartId, at(0));
  const enrollmentId = started?.data.enrollmentId ?? "";
  expect(await takeTurn(tenantId, enrollmentId, at(0))).toMatchObject({ kind: "send", stepId: "first" });
  const messageId = await withScope(tenantId, async (scope) => {
    const [open] = await scope.db.select().from(enrollments);
    const from = { decisionId: `dec_${tenantId}`, toAddress: "mia@example.com", fromAddress: "hello@shop.example" };
    const words = { draftId: `drf_${tenantId}`, position: 0, incentiveId: null, subject: "First" };
    return queueMessage(scope, { ...from, ...words, enrollmentId, cartId, contactId: open?.contactId ?? "" }, at(0));
  });
  await leaveStep({ tenantId, enrollmentId, stepId: "first" }, { kind: "written", outcome: null }, at(0));
  return {
    turn: (now: Date) => takeTurn(tenantId, enrollmentId, now),
    becomes: (status: MessageStatus, now: Date) =>
      withScope(tenantId, (scope) =>
        scope.db
          .update(messages)
          .set({ status, sentAt: status === "sent" ? now : null })
          .where(eq(messages.id, messageId)),
      ),
    branch: async () =>
      (await withScope(tenantId, (scope) => readWalk(scope, enrollmentId))).find(({ kind }) => kind === "split")
        ?.outcome,
  };
}

test("a split behind a message that is still to leave waits, and then goes by what became of it", async () => {
  const walk = await standingBehind();
  const later = { kind: "sleep", stepId: "left" };
  expect(await walk.turn(at(0))).toEqual({ ...later, until: at(1).toISOString() });
  await walk.becomes("sending", at(1));
  expect(await walk.turn(at(1))).toEqual({ ...later, until: at(2).toISOString() });
  await walk.becomes("sent", at(1));
  expect(await walk.turn(at(2))).toMatchObject({ kind: "sleep", stepId: "pause" });
  expect(await walk.branch()).toBe("yes");
});

test("a split behind a message that was dropped goes on without it", async () => {
  const walk = await standingBehind();
  await walk.becomes("failed", at(1));
  expect(await walk.turn(at(2))).toEqual({ kind: "over", reason: "finished" });
  expect(await walk.branch()).toBe("no");
});
