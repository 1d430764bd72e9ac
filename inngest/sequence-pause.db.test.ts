import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { getCart } from "#db/carts.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { decisions } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { pauseSequence, resumeSequence } from "#db/sequence-pause.ts";
import { decideStep } from "./decide-step.ts";
import { enrollCart } from "./enroll-cart.ts";
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

async function leave(tenant: TestTenant, address: string, at: Date) {
  const cartId = await storeCart(tenant, address, new Date(at.getTime() - 3_600_000));
  await acrossTenantsMarkAbandoned([{ tenantId: tenant.tenantId, id: cartId, abandonedAt: at }]);
  return { cartId, started: await enrollCart(tenant.tenantId, cartId, at) };
}

test("while a sequence rests nobody enters it, and whoever is inside waits with the reason until it goes on", async () => {
  const tenant = await createLadderTenant(after(-300));
  const { tenantId, sequenceId } = tenant;
  const { started } = await leave(tenant, "mia@example.com", start);
  const id = started[0]?.data.enrollmentId ?? "";

  expect(await rowsOf(tenant, (scope) => pauseSequence(scope, sequenceId, after(60)))).toBe(true);
  expect(await rowsOf(tenant, (scope) => pauseSequence(scope, sequenceId, after(61)))).toBe(false);
  expect(await decideStep(tenantId, id, 0, after(130))).toMatchObject({
    kind: "wait",
    until: after(190).toISOString(),
  });
  const [decision] = await rowsOf(tenant, (scope) => scope.db.select().from(decisions));
  expect(decision).toMatchObject({ kind: "wait", reason: "sequence_paused" });
  const late = await leave(tenant, "ben@example.com", after(90));
  expect(late.started).toEqual([]);
  expect(await rowsOf(tenant, (scope) => getCart(scope, late.cartId))).toMatchObject({
    enrollmentRefusal: "sequence_paused",
  });

  expect(await rowsOf(tenant, (scope) => resumeSequence(scope, sequenceId, after(200)))).toEqual({
    messageIds: [],
    enrollmentIds: [id],
  });
  expect(await rowsOf(tenant, (scope) => resumeSequence(scope, sequenceId, after(201)))).toBeNull();
  expect(await decideStep(tenantId, id, 0, after(202))).toMatchObject({ kind: "send" });
  expect((await leave(tenant, "cem@example.com", after(203))).started).toHaveLength(1);
  expect(await rowsOf(tenant, (scope) => scope.db.select().from(enrollments))).toHaveLength(2);
});
