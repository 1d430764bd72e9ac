import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsClaimMessages, acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { listBudgets, saveBudget } from "#db/budgets.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { listIncentives } from "#db/incentives.ts";
import { decisions, messages } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { createSequence, publishVersion, withdrawSequence } from "#db/sequences.ts";
import { readTimeline } from "#db/timeline-views.ts";
import type { Step } from "#domain/sequence.ts";
import { decideStep } from "./decide-step.ts";
import { draftStep } from "./draft-step.ts";
import { enrollCart } from "./enroll-cart.ts";
import { prepareMessage } from "./prepare-message.ts";
import { queueStep } from "./queue-step.ts";
import { settleReview } from "./settle-review.ts";
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

/** A tenant with one sequence, whose only message offers ten percent of which two coupons are left. */
async function twoLeft() {
  const tenant = await createLadderTenant(ago(30));
  const incentiveId = await withScope(tenant.tenantId, async (scope) => {
    const ten = (await listIncentives(scope)).find(({ percent }) => percent === 10);
    if (!ten) throw new Error("there is no ten percent");
    const offer = { kind: "incentive" as const, incentiveId: ten.id };
    const said = { purpose: "incentive", template: "percent-off", oversight: null } as const;
    const step: Step = { id: "ten", delayMinutes: 60, offer, ...said };
    await withdrawSequence(scope, tenant.sequenceId, null, ago(29));
    const id = await createSequence(scope, { name: "Ten", steps: [step] }, null, ago(29));
    await publishVersion(scope, id, null, ago(29));
    await saveBudget(scope, ten.id, { kind: "limited", period: "total", coupons: 2, amounts: [] });
    return ten.id;
  });
  const enter = async (email: string) => {
    const cartId = await storeCart(tenant, email, ago(4));
    await acrossTenantsMarkAbandoned([{ tenantId: tenant.tenantId, id: cartId, abandonedAt: ago(3) }]);
    const announced = await enrollCart(tenant.tenantId, cartId, ago(2.5));
    return { cartId, enrollmentId: announced[0]?.data.enrollmentId ?? "" };
  };
  return { tenant, incentiveId, enter };
}

test("six workers decide at once: two offers are given, four messages leave without and say why", async () => {
  const { tenant, incentiveId, enter } = await twoLeft();
  const entered = [];
  for (let person = 0; person < 6; person++) entered.push(await enter(`person-${person}@example.com`));
  const { tenantId } = tenant;
  const answers = await Promise.all(entered.map((one) => decideStep(tenantId, one.enrollmentId, 0, now)));
  expect(answers.map(({ kind }) => kind)).toEqual(Array(6).fill("send"));
  await Promise.all(entered.map((one) => decideStep(tenantId, one.enrollmentId, 0, now)));
  const stored = await rowsOf(tenant, (scope) => scope.db.select().from(decisions));
  expect(stored.map((row) => row.incentiveId ?? row.withheldBecause).sort()).toEqual(
    [incentiveId, incentiveId, ...Array(4).fill("budget_spent")].sort(),
  );
  const [standing] = (await rowsOf(tenant, (scope) => listBudgets(scope, now))).filter(({ left }) => left !== null);
  expect(standing).toMatchObject({ incentiveId, left: { coupons: 0 }, spent: { coupons: 2 } });

  const without = stored.find((row) => row.withheldBecause !== null);
  const decisionId = without?.id ?? "";
  await draftStep(tenantId, decisionId, now);
  const settled = await settleReview(tenantId, decisionId, now);
  const id = settled.kind === "send" ? await queueStep(tenantId, settled.draftId, now) : null;
  const [claimed] = await acrossTenantsClaimMessages([{ tenantId, id: id ?? "" }], "run", now, 300);
  if (!claimed) throw new Error("the message could not be claimed");
  await prepareMessage(claimed, true, now);
  const [message] = await rowsOf(tenant, (scope) => scope.db.select().from(messages));
  expect(message).toMatchObject({ incentiveId: null });
  expect(message?.html).not.toMatch(/BACK10|10\s?%/);

  const cartId = entered.find(({ enrollmentId }) => enrollmentId === without?.enrollmentId)?.cartId ?? "";
  const told = await rowsOf(tenant, (scope) => readTimeline(scope, cartId));
  expect(told.find((entry) => entry.kind === "decision")).toMatchObject({
    incentive: null,
    withheld: { incentive: "BACK10", because: "budget_spent" },
  });
});
