import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { getCart } from "#db/carts.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { getEnrollment } from "#db/enrollments.ts";
import { carts } from "#db/schema/carts.ts";
import { contacts } from "#db/schema/contacts.ts";
import { decisions } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { readWalk } from "#db/walks.ts";
import type { CartPhase } from "#domain/cart.ts";
import { above, graph, message } from "#domain/sequence/testing/graphs.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { enrollCart } from "./enroll-cart.ts";
import { takeTurn } from "./take-turn.ts";
import { storeCart } from "./testing/queue.ts";
import { rowsOf } from "./testing/story.ts";
import { createLadderTenant } from "./testing/tenant.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const earlier = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const tagged = (change: Partial<SequenceGraph> = {}) =>
  graph([{ id: "mark", kind: "tag", tag: "met", act: "add", next: "hello" }, message("hello", null)], change);

beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function entered(sequence: SequenceGraph, { holdoutShare = 0, phase = "checkout" as CartPhase } = {}) {
  const tenant = await createLadderTenant(earlier(5), { holdoutShare });
  const { tenantId, sequenceId } = tenant;
  const plan = { sequenceId, graph: sequence };
  expect(await withScope(tenantId, (scope) => publishGraph(scope, plan, null, now))).toMatchObject({
    kind: "published",
  });
  const cartId = await storeCart(tenant, "mia@example.com", earlier(4));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: earlier(3) }]);
  await withScope(tenantId, (scope) => scope.db.update(carts).set({ phase }));
  const [started] = await enrollCart(tenantId, cartId, now);
  return { tenant, tenantId, cartId, enrollmentId: started?.data.enrollmentId ?? null };
}

test("a cart that the entry does not fit enters nowhere, and says so", async () => {
  const { tenantId, cartId, enrollmentId } = await entered(tagged({ entry: above(50_000) }));
  expect(enrollmentId).toBeNull();
  const cart = await withScope(tenantId, (scope) => getCart(scope, cartId));
  expect(cart?.enrollmentRefusal).toBe("not_admitted");
});

test("a sequence of checkouts takes in no cart that never came so far", async () => {
  const checkouts = tagged({ trigger: { kind: "checkout_abandoned" } });
  expect((await entered(checkouts, { phase: "cart" })).enrollmentId).toBeNull();
  expect((await entered(checkouts, { phase: "checkout" })).enrollmentId).not.toBeNull();
});

test("an exit that is true ends the walk before anything is done", async () => {
  const { tenant, tenantId, enrollmentId } = await entered(
    tagged({ entry: above(5_000), exits: [{ kind: "condition", when: above(5_000) }] }),
  );
  expect(await takeTurn(tenantId, enrollmentId ?? "", now)).toEqual({ kind: "over", reason: "exit_condition" });
  const [person] = await rowsOf(tenant, (scope) => scope.db.select().from(contacts));
  expect(person?.tags ?? []).toEqual([]);
  const run = await withScope(tenantId, (scope) => getEnrollment(scope, enrollmentId ?? ""));
  expect(run).toMatchObject({ closeReason: "exit_condition", nextDueAt: null });
});

test("to the holdout nothing is done, and the reason is kept with the message that it would have had", async () => {
  const { tenant, tenantId, enrollmentId } = await entered(tagged(), { holdoutShare: 100 });
  expect(await takeTurn(tenantId, enrollmentId ?? "", now)).toEqual({ kind: "over", reason: "holdout" });
  const walk = await withScope(tenantId, (scope) => readWalk(scope, enrollmentId ?? ""));
  expect(walk).toMatchObject([{ ordinal: 1, stepId: "mark", kind: "stopped", outcome: "holdout" }]);
  const stored = await rowsOf(tenant, (scope) =>
    scope.db
      .select()
      .from(decisions)
      .where(eq(decisions.enrollmentId, enrollmentId ?? "")),
  );
  expect(stored).toMatchObject([{ position: 0, kind: "stop", reason: "holdout" }]);
});

test("turns that are taken at once do a step once", async () => {
  const { tenantId, enrollmentId } = await entered(tagged());
  const turns = await Promise.all([1, 2, 3].map(() => takeTurn(tenantId, enrollmentId ?? "", now)));
  expect(turns.filter(({ kind }) => kind === "go")).toHaveLength(1);
  expect(turns.filter(({ kind }) => kind === "send")).toHaveLength(2);
  const walk = await withScope(tenantId, (scope) => readWalk(scope, enrollmentId ?? ""));
  expect(walk.map(({ kind, outcome }) => [kind, outcome])).toEqual([["tagged", "add met"]]);
});
