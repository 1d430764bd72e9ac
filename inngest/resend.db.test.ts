import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { messages } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { recordTouch } from "#db/touchpoints.ts";
import { graph, message, wait } from "#domain/sequence/testing/graphs.ts";
import { decideStep } from "./decide-step.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { draftStep } from "./draft-step.ts";
import { enrollCart } from "./enroll-cart.ts";
import { leaveStep } from "./leave-step.ts";
import { queueStep } from "./queue-step.ts";
import { settleReview } from "./settle-review.ts";
import { takeTurn } from "./take-turn.ts";
import { storeCart } from "./testing/queue.ts";
import { rowsOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const twice = graph([
  message("hello", "days"),
  wait("days", 2 * 24 * 60, "again"),
  message("again", null, { resendOf: "hello" }),
]);

const sentOf = (tenant: TestTenant) =>
  rowsOf(tenant, (scope) => scope.db.select().from(messages).orderBy(messages.position));

/** Sends the first message, and gives the enrollment that stands behind it. */
async function helloTo(email: string) {
  const tenant = await createLadderTenant(hours(-5));
  const { tenantId, sequenceId } = tenant;
  await withScope(tenantId, (scope) => publishGraph(scope, { sequenceId, graph: twice }, null, hours(-4)));
  const cartId = await storeCart(tenant, email, hours(-4));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: hours(-3) }]);
  const [started] = await enrollCart(tenantId, cartId, now);
  const enrollmentId = started?.data.enrollmentId ?? "";
  await send(tenant, enrollmentId, now);
  return { tenant, enrollmentId };
}

/** Takes the turn and does what it asks for; answers what that was. */
async function send(tenant: TestTenant, enrollmentId: string, at: Date): Promise<string> {
  const { tenantId } = tenant;
  let turn = await takeTurn(tenantId, enrollmentId, at);
  while (turn.kind === "go") turn = await takeTurn(tenantId, enrollmentId, at);
  if (turn.kind !== "send") return turn.kind;
  const decided = await decideStep(tenantId, enrollmentId, turn.position, at);
  if (decided.kind !== "send") return decided.kind;
  await draftStep(tenantId, decided.decisionId, at);
  const settled = await settleReview(tenantId, decided.decisionId, at);
  const id = settled.kind === "send" ? await queueStep(tenantId, settled.draftId, at) : null;
  await deliverMessages([{ tenantId, id: id ?? "" }], `run-${at.getTime()}-${tenantId}`, at);
  await leaveStep({ tenantId, enrollmentId, stepId: turn.stepId }, { kind: "written", outcome: null }, at);
  return "sent";
}

test("whoever did not open a message gets it again under another subject", { timeout: 240_000 }, async () => {
  for (let person = 0; person < 3; person++) {
    const { tenant, enrollmentId } = await helloTo(`mia${person}@example.com`);
    expect(await send(tenant, enrollmentId, hours(1))).toBe("sleep");
    expect(await send(tenant, enrollmentId, hours(49))).toBe("sent");
    const [first, again] = await sentOf(tenant);
    expect([first?.status, again?.status]).toEqual(["sent", "sent"]);
    expect(again?.subject).not.toBe(first?.subject);
  }
});

test("whoever opened a message does not get it again", { timeout: 240_000 }, async () => {
  const { tenant, enrollmentId } = await helloTo("mia@example.com");
  await withScope(tenant.tenantId, async (scope) => {
    const [first] = await scope.db.select().from(messages).where(eq(messages.tenantId, scope.tenantId));
    if (!first) throw new Error("nothing was sent");
    const seen = { kind: "open", method: "GET", userAgent: "Mozilla/5.0 (X11)", purpose: null, network: null } as const;
    expect(await recordTouch(scope, first, { ...seen, at: hours(10) }, hours(10))).toMatchObject({ by: "person" });
  });
  expect(await send(tenant, enrollmentId, hours(49))).toBe("over");
  expect(await sentOf(tenant)).toHaveLength(1);
});
