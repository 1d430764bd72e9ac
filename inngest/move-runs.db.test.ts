import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { moveRuns, readMove } from "#db/sequence-migration.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { graph, message, wait } from "#domain/sequence/testing/graphs.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { decideStep } from "./decide-step.ts";
import { enrollCart } from "./enroll-cart.ts";
import { leaveStep } from "./leave-step.ts";
import { takeTurn } from "./take-turn.ts";
import { storeCart } from "./testing/queue.ts";
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
