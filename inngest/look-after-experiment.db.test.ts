import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { getLook } from "#db/experiment-results.ts";
import { getExperiment, openExperiment } from "#db/experiments.ts";
import { createMember } from "#db/members.ts";
import { orders } from "#db/schema/carts.ts";
import { contacts } from "#db/schema/contacts.ts";
import { allocationWeights, assignments } from "#db/schema/experiments.ts";
import { systemMails } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { tellTenant } from "#db/testing/story.ts";
import { armAt, rangesOf } from "#domain/experiment/assign.ts";
import { type Arm, defaultPlan, type Plan } from "#domain/experiment.ts";
import { lookAfterExperiment } from "./look-after-experiment.ts";
import { tellOfExperiment } from "./tell-of-experiment.ts";

const database = await createTestDatabase();
const start = new Date("2026-03-02T09:00:00Z");
const now = new Date("2026-03-20T09:00:00Z");
const arms: Arm[] = [
  { name: "as it is", kind: "variant", share: 50, change: null },
  { name: "b", kind: "variant", share: 50, change: { stepId: "step-1", template: "help" } },
];
const base: Plan = { ...defaultPlan("EUR"), cuped: false, guardrails: [] };

beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

let tenants = 0;

/** An experiment into which `count` contacts were drawn; of each arm's, so many in a hundred ordered or gave back. */
async function running(
  plan: Partial<Plan>,
  given: { buys: Record<string, number>; refunds?: Record<string, number>; endsAt?: Date },
) {
  const name = `look${++tenants}`;
  const tenantId = await tellTenant(name, start);
  const experimentId = `exp_${name}`;
  await withScope(tenantId, async (scope) => {
    const said = { id: experimentId, sequenceId: `seq_${name}`, name: "Trial", arms, endsAt: given.endsAt ?? null };
    await openExperiment(scope, { ...said, plan: { ...base, ...plan } }, { kind: "policy" }, start);
    await createMember(scope, { email: `admin@${name}.example`, name: "Ada", role: "admin", now: start });
    await createMember(scope, { email: `viewer@${name}.example`, name: "Vi", role: "viewer", now: start });
    const ranges = rangesOf(arms.map((arm) => ({ arm: arm.name, weight: arm.share })));
    const people = Array.from({ length: 4_000 }, (_, place) => {
      const address = `${place}@example.com`;
      return { id: `con_${place}`, address, arm: armAt(experimentId, address, ranges) ?? "" };
    });
    const drawn = people.map(({ id: contactId, arm }) => ({ tenantId, experimentId, contactId, arm, at: start }));
    const times = { tenantId, sourceUpdatedAt: start, createdAt: start };
    const bought = people.flatMap(({ id, arm }, place) => {
      const seat = (place * 37) % 100;
      if (seat >= (given.buys[arm] ?? 0)) return [];
      const refunded = seat < (given.refunds?.[arm] ?? 0) ? 5_000 : 0;
      const order = {
        id: `ord_${place}`,
        shopId: `shop_${name}`,
        externalId: `${place}`,
        contactId: id,
        currency: "EUR",
      };
      const sums = { lines: [], subtotal: 5_000, discount: 0, total: 5_000, refunded, status: "placed" as const };
      return [{ ...times, ...order, ...sums, orderedAt: new Date(start.getTime() + 86_400_000) }];
    });
    for (let from = 0; from < people.length; from += 1_000) {
      const part = people.slice(from, from + 1_000).map(({ id, address }) => ({ ...times, id, address }));
      await scope.db.insert(contacts).values(part);
      await scope.db.insert(assignments).values(drawn.slice(from, from + 1_000));
    }
    for (let from = 0; from < bought.length; from += 1_000)
      await scope.db.insert(orders).values(bought.slice(from, from + 1_000));
  });
  const at = { tenantId, experimentId };
  const read = () => withScope(tenantId, (scope) => getExperiment(scope, experimentId));
  return { at, read };
}

const told = ({ acts }: Awaited<ReturnType<typeof getExperiment>>) =>
  acts.map(({ kind, byKind, reason }) => [kind, byKind, reason]).slice(2);

test("a winner is promoted by the rule that was chosen before the start, with the analysis frozen", async () => {
  const { at, read } = await running(
    { promotion: { kind: "when_sure", minimumDays: 7 } },
    { buys: { "as it is": 10, b: 20 } },
  );
  expect(await lookAfterExperiment(at, now)).toMatchObject({ kind: "promoted" });
  expect(told(await read())).toEqual([
    ["concluded", "policy", "rule_met"],
    ["promoted", "policy", "rule_met"],
  ]);
  expect((await read()).acts.at(-1)?.change).toEqual({ arm: "b" });
  const final = await withScope(at.tenantId, (scope) => getLook(scope, at.experimentId, "final"));
  expect(final?.analysis.verdict).toMatchObject({ kind: "wins", arm: "b" });
  expect(await lookAfterExperiment(at, now)).toBeNull();
});

test("without such a rule the same winner is only told", async () => {
  const { at, read } = await running({}, { buys: { "as it is": 10, b: 20 } });
  expect(await lookAfterExperiment(at, now)).toBeNull();
  expect((await read()).state).toBe("running");
  const look = await withScope(at.tenantId, (scope) => getLook(scope, at.experimentId, "latest"));
  expect(look?.analysis.verdict).toMatchObject({ kind: "wins", arm: "b" });
});

test("a guardrail that broke pauses, whatever the winner, and the admins hear of it", async () => {
  const { at, read } = await running(
    {
      promotion: { kind: "when_sure", minimumDays: 7 },
      guardrails: [{ metric: "refund_rate", direction: "no_higher", limit: 0.02 }],
    },
    { buys: { "as it is": 10, b: 30 }, refunds: { b: 15 } },
  );
  expect(await lookAfterExperiment(at, now)).toMatchObject({ kind: "paused" });
  expect(told(await read())).toEqual([["paused", "policy", "guardrail_broken"]]);
  expect(await tellOfExperiment(at, "paused", now)).toBe(1);
  const mails = await withScope(at.tenantId, (scope) => scope.db.select().from(systemMails));
  expect(mails).toMatchObject([{ kind: "experiment", toAddress: expect.stringMatching(/^admin@/) }]);
  expect(mails[0]?.text).toContain("b breaks a guardrail: the refund rate lies beyond its limit.");
});

test("at its end it is concluded, also where nothing could be said", async () => {
  const { at, read } = await running({}, { buys: { "as it is": 10, b: 10 }, endsAt: new Date("2026-03-19T00:00:00Z") });
  expect(await lookAfterExperiment(at, now)).toMatchObject({ kind: "concluded" });
  expect((await read()).state).toBe("concluded");
});

test("Thompson sampling moves the weights to the better arm, keeps the floor, and does so once a day at most", async () => {
  const { at } = await running({ allocation: { kind: "thompson", floor: 0.1 } }, { buys: { "as it is": 10, b: 20 } });
  await lookAfterExperiment(at, now);
  await lookAfterExperiment(at, new Date(now.getTime() + 3_600_000));
  const kept = await withScope(at.tenantId, (scope) => scope.db.select().from(allocationWeights));
  expect(kept.map((row) => [row.number, row.kind])).toEqual([
    [0, "set"],
    [1, "thompson"],
  ]);
  expect(kept[1]?.weights[0]?.weight).toBeCloseTo(10, 3);
});
