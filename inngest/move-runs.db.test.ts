import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { contacts } from "#db/schema/contacts.ts";
import { messages } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { moveRuns, readMove } from "#db/sequence-migration.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { latestVersion } from "#db/sequences.ts";
import { graph, message, wait } from "#domain/sequence/testing/graphs.ts";
import { graphOfSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { decideStep } from "./decide-step.ts";
import { enrollCart } from "./enroll-cart.ts";
import { leaveStep } from "./leave-step.ts";
import { takeTurn } from "./take-turn.ts";
import { queueFirstMessages, storeCart } from "./testing/queue.ts";
import { rowsOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

const database = await createTestDatabase();
const start = new Date("2026-03-10T08:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const ladder = (minutes: number, more = false): SequenceGraph =>
  graph([
    wait("first", minutes, "one"),
    message("one", "pause"),
    wait("pause", 60, "two"),
    message("two", more ? "three" : null),
    ...(more ? [message("three", null)] : []),
  ]);

async function publish({ sequenceId, ...tenant }: TestTenant, said: SequenceGraph, now: Date) {
  const done = await rowsOf({ sequenceId, ...tenant }, (scope) =>
    publishGraph(scope, { sequenceId, graph: said }, null, now),
  );
  expect(done).toMatchObject({ kind: "published" });
}

test("runs finish on their version unless somebody moves them, and none is moved past what it was sent", async () => {
  const tenant = await createLadderTenant(after(-300));
  const { tenantId, sequenceId } = tenant;
  await publish(tenant, ladder(120), after(-200));
  const cartId = await storeCart(tenant, "mia@example.com", after(-60));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: start }]);
  const [started] = await enrollCart(tenantId, cartId, start);
  const id = started?.data.enrollmentId ?? "";
  expect(await takeTurn(tenantId, id, start)).toMatchObject({ kind: "sleep", stepId: "first" });

  await publish(tenant, ladder(30, true), after(1));
  expect(await takeTurn(tenantId, id, after(31))).toMatchObject({ kind: "sleep", until: after(120).toISOString() });
  expect(await rowsOf(tenant, (scope) => readMove(scope, sequenceId))).toEqual({ number: 3, movable: 1, refused: [] });
  await rowsOf(tenant, (scope) => moveRuns(scope, sequenceId));
  expect(await rowsOf(tenant, (scope) => readMove(scope, sequenceId))).toEqual({ number: 3, movable: 0, refused: [] });
  expect(await takeTurn(tenantId, id, after(32))).toEqual({ kind: "send", stepId: "one", position: 0 });
  expect(await decideStep(tenantId, id, 0, after(32))).toMatchObject({ kind: "send" });
  await leaveStep({ tenantId, enrollmentId: id, stepId: "one" }, { kind: "written", outcome: null }, after(33));

  const inFront = ladder(30);
  await publish(tenant, { ...inFront, start: "zero", steps: [message("zero", "first"), ...inFront.steps] }, after(34));
  const view = await rowsOf(tenant, (scope) => moveRuns(scope, sequenceId));
  expect(view).toEqual({ number: 4, movable: 0, refused: [{ reason: "messages_elsewhere", runs: 1 }] });
  expect(await takeTurn(tenantId, id, after(34))).toMatchObject({ kind: "sleep", stepId: "pause" });
  const [run] = await rowsOf(tenant, (scope) => scope.db.select().from(enrollments));
  expect(run?.versionId).not.toBe(run?.movedToVersionId);
});

/** The classic ladder as it stands, with a tag in front and the second wait cut short. */
async function tagged({ sequenceId, ...tenant }: TestTenant): Promise<SequenceGraph> {
  const { steps } = await rowsOf({ sequenceId, ...tenant }, (scope) => latestVersion(scope, sequenceId));
  const same = graphOfSteps(steps.map((step) => (step.id === "free-shipping" ? { ...step, delayMinutes: 600 } : step)));
  const tag = { id: "mark", kind: "tag", tag: "met", act: "add", next: same.start } as const;
  return { ...same, start: "mark", steps: [tag, ...same.steps] };
}

test("a run on a plain list of steps walks it as a graph, and is moved to the graph that took its place", async () => {
  const tenant = await createLadderTenant(after(-300));
  const { tenantId, sequenceId } = tenant;
  const cartId = await storeCart(tenant, "mia@example.com", after(-60));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: start }]);
  const [started] = await enrollCart(tenantId, cartId, start);
  const id = started?.data.enrollmentId ?? "";
  expect(await takeTurn(tenantId, id, start)).toMatchObject({
    stepId: "reminder-wait",
    until: after(120).toISOString(),
  });
  expect(await takeTurn(tenantId, id, after(121))).toEqual({ kind: "send", stepId: "reminder", position: 0 });
  expect(await decideStep(tenantId, id, 0, after(121))).toMatchObject({ kind: "send" });
  await leaveStep({ tenantId, enrollmentId: id, stepId: "reminder" }, { kind: "written", outcome: null }, after(122));
  expect(await takeTurn(tenantId, id, after(122))).toMatchObject({ until: after(1_440).toISOString() });

  await publish(tenant, await tagged(tenant), after(123));
  expect(await rowsOf(tenant, (scope) => readMove(scope, sequenceId))).toEqual({ number: 2, movable: 1, refused: [] });
  await rowsOf(tenant, (scope) => moveRuns(scope, sequenceId));
  expect(await takeTurn(tenantId, id, after(124))).toMatchObject({ until: after(600).toISOString() });
  expect(await takeTurn(tenantId, id, after(601))).toEqual({ kind: "send", stepId: "free-shipping", position: 1 });
});

test("a run that kept no place goes on behind what it was sent, and does nothing that comes before it", async () => {
  const tenant = await createLadderTenant(after(-300));
  const { tenantId, sequenceId } = tenant;
  // What such a run did was kept by the places of its messages alone.
  await queueFirstMessages(tenant, ["mia@example.com", "ben@example.com"], start);
  const runs = await rowsOf(tenant, (scope) => scope.db.select().from(enrollments).orderBy(enrollments.id));
  const [mia, ben] = runs.map((run) => run.id);
  const sent = { status: "sent" as const, sentAt: after(1) };
  await rowsOf(tenant, (scope) =>
    scope.db
      .update(messages)
      .set(sent)
      .where(eq(messages.enrollmentId, mia ?? "")),
  );
  await publish(tenant, await tagged(tenant), after(2));
  const view = await rowsOf(tenant, (scope) => readMove(scope, sequenceId));
  expect(view).toEqual({ number: 2, movable: 2, refused: [] });

  await rowsOf(tenant, (scope) => moveRuns(scope, sequenceId));
  expect(await takeTurn(tenantId, mia ?? "", after(3))).toMatchObject({ kind: "sleep", stepId: "free-shipping-wait" });
  expect(await takeTurn(tenantId, ben ?? "", after(3))).toEqual({ kind: "send", stepId: "reminder", position: 0 });
  expect(await decideStep(tenantId, ben ?? "", 0, after(3))).toMatchObject({ kind: "send" });
  expect(await rowsOf(tenant, (scope) => scope.db.select().from(messages))).toHaveLength(2);
  const people = await rowsOf(tenant, (scope) => scope.db.select().from(contacts));
  expect(people.map(({ tags }) => tags ?? [])).toEqual([[], []]);
});

test("a run that kept no place and is not moved walks its own list, past what it was sent", async () => {
  const tenant = await createLadderTenant(after(-300));
  const [sent] = await queueFirstMessages(tenant, ["mia@example.com"], start);
  const [run] = await rowsOf(tenant, (scope) => scope.db.select().from(enrollments));
  const id = run?.id ?? "";
  // Written and not sent yet: the same message is asked for again, which finds what it did.
  expect(await takeTurn(tenant.tenantId, id, after(1))).toEqual({ kind: "send", stepId: "reminder", position: 0 });
  const left = { status: "sent" as const, sentAt: after(1) };
  await rowsOf(tenant, (scope) =>
    scope.db
      .update(messages)
      .set(left)
      .where(eq(messages.id, sent?.id ?? "")),
  );
  expect(await takeTurn(tenant.tenantId, id, after(2))).toMatchObject({ kind: "sleep", stepId: "free-shipping-wait" });
});
