import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { decisions } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { withScope } from "#db/scope.ts";
import { saveSequenceOrder } from "#db/sequence-order.ts";
import { createSequence, publishVersion, withdrawSequence } from "#db/sequences.ts";
import { readTimeline } from "#db/timeline-views.ts";
import type { Step } from "#domain/sequence.ts";
import { decideStep } from "./decide-step.ts";
import { enrollCart } from "./enroll-cart.ts";
import { storeCart } from "./testing/queue.ts";
import { rowsOf } from "./testing/story.ts";
import { createLadderTenant } from "./testing/tenant.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const hello: Step = {
  ...{ id: "hello", delayMinutes: 60, purpose: "reminder", template: "reminder" },
  ...{ offer: { kind: "none" }, oversight: null },
};

/** A tenant with the ladder and a sequence of one message, both live; `order` puts them in an order by name. */
async function twoSequences(order: ("vip" | "ladder")[] = []) {
  const tenant = await createLadderTenant(ago(30));
  const vip = await withScope(tenant.tenantId, async (scope) => {
    const id = await createSequence(scope, { name: "VIP", steps: [hello] }, null, ago(29));
    await publishVersion(scope, id, null, ago(29));
    await saveSequenceOrder(
      scope,
      order.map((name) => (name === "vip" ? id : tenant.sequenceId)),
    );
    return id;
  });
  const enter = async (hours: number, email = "mia@example.com") => {
    const cartId = await storeCart(tenant, email, ago(hours + 1));
    await acrossTenantsMarkAbandoned([{ tenantId: tenant.tenantId, id: cartId, abandonedAt: ago(hours) }]);
    return { cartId, announced: await enrollCart(tenant.tenantId, cartId, ago(hours - 0.5)) };
  };
  const of = async (sequenceId: string) => {
    const [row] = await rowsOf(tenant, (scope) =>
      scope.db.select().from(enrollments).where(eq(enrollments.sequenceId, sequenceId)),
    );
    if (!row) throw new Error("nobody entered");
    return row;
  };
  return { tenant, ladder: tenant.sequenceId, vip, enter, of };
}

test.each([[["vip", "ladder"]], [["vip"]]] as ("vip" | "ladder")[][][])(
  "the sequence that goes first takes a cart that fits both, and the other says which one did (%j)",
  async (order) => {
    const { tenant, ladder, vip, enter, of } = await twoSequences(order);
    const { cartId, announced } = await enter(2);
    expect(await of(vip)).toMatchObject({ closedAt: null, supersededBy: null });
    expect(await of(ladder)).toMatchObject({ closeReason: "superseded", supersededBy: vip });
    expect(announced.filter(({ name }) => name === "enrollment/closed").map(({ data }) => data.enrollmentId)).toEqual([
      (await of(ladder)).id,
    ]);
    const told = await rowsOf(tenant, (scope) => readTimeline(scope, cartId));
    expect(told.find((entry) => entry.kind === "closed")).toMatchObject({
      reason: "superseded",
      first: { sequence: "VIP", sequenceId: vip },
    });
  },
);

test("an order that is made later counts at the next message, which keeps the sequence that goes first", async () => {
  const { tenant, ladder, vip, enter, of } = await twoSequences(["ladder", "vip"]);
  await enter(3);
  await withScope(tenant.tenantId, (scope) =>
    scope.db.update(enrollments).set({ closedAt: null, closeReason: null }).where(eq(enrollments.sequenceId, vip)),
  );
  await withScope(tenant.tenantId, (scope) => saveSequenceOrder(scope, [vip, ladder]));
  const { id } = await of(ladder);
  expect(await decideStep(tenant.tenantId, id, 0, now)).toEqual({ kind: "stop" });
  const stops = await rowsOf(tenant, (scope) =>
    scope.db
      .select()
      .from(decisions)
      .where(and(eq(decisions.enrollmentId, id), eq(decisions.kind, "stop"))),
  );
  expect(stops).toMatchObject([{ reason: "superseded", bySequenceId: vip }]);
  expect(await of(ladder)).toMatchObject({ closeReason: "superseded", supersededBy: vip });
  expect(await decideStep(tenant.tenantId, (await of(vip)).id, 0, now)).toMatchObject({ kind: "send" });
});

test("a sequence that was withdrawn goes before nobody", async () => {
  const { tenant, ladder, vip, enter, of } = await twoSequences(["ladder", "vip"]);
  await enter(3);
  await withScope(tenant.tenantId, (scope) =>
    scope.db.update(enrollments).set({ closedAt: null, closeReason: null }).where(eq(enrollments.sequenceId, vip)),
  );
  await withScope(tenant.tenantId, (scope) => withdrawSequence(scope, ladder, null, now));
  expect(await decideStep(tenant.tenantId, (await of(vip)).id, 0, now)).toMatchObject({ kind: "send" });
});

test("another person's enrollment is nobody's rival", async () => {
  const { ladder, vip, enter, of, tenant } = await twoSequences(["vip", "ladder"]);
  await withScope(tenant.tenantId, (scope) => withdrawSequence(scope, ladder, null, ago(20)));
  await enter(4);
  await enter(2, "bob@example.com");
  expect((await of(vip)).closedAt).toBeNull();
});
