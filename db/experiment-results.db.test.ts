import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import type { ResultRows } from "#domain/experiment/analysis.ts";
import { contributionMargin } from "#domain/experiment/metric.ts";
import { type Arm, defaultPlan, type Plan } from "#domain/experiment.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { analyseNow, readResultRows } from "./experiment-results.ts";
import { readTraffic } from "./experiment-traffic.ts";
import { openExperiment } from "./experiments.ts";
import { orders } from "./schema/carts.ts";
import { suppressions } from "./schema/contacts.ts";
import { assignments } from "./schema/experiments.ts";
import { withScope } from "./scope.ts";
import { saveTenant } from "./tenants.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const database = await createTestDatabase();
const tenantId = "ten_alpha";
const start = new Date("2026-03-02T09:00:00Z");
const now = new Date("2026-03-20T09:00:00Z");
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
const arms: Arm[] = [
  { name: "as it is", kind: "variant", share: 50, change: null },
  { name: "b", kind: "variant", share: 50, change: { stepId: "step-1", template: "help" } },
];
const plan: Plan = { ...defaultPlan("EUR"), metric: "revenue_per_enrolled", winsorise: null };
const id = "exp_test";

type Order = Partial<typeof orders.$inferInsert> & { total: number };

async function person(key: string, arm: string, bought: Order[], spentBefore = 0) {
  await tellCart({ tenant: "alpha", key, at: start, holdout: true });
  await withScope(tenantId, async ({ db }) => {
    await db
      .insert(assignments)
      .values({ tenantId, experimentId: id, contactId: `con_${key}`, arm, at: start, spentBefore });
    for (const [place, order] of bought.entries())
      await db.insert(orders).values({
        ...{ tenantId, id: `ord_${key}_${place}`, shopId: "shop_alpha", externalId: `${key}-${place}` },
        ...{ contactId: `con_${key}`, currency: "EUR", lines: [], subtotal: order.total, discount: 0, refunded: 0 },
        ...{ status: "placed" as const, orderedAt: hours(30), sourceUpdatedAt: start, createdAt: start },
        ...order,
      });
  });
}

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("alpha", start);
  await withScope(tenantId, async (scope) => {
    const said = { id, sequenceId: "seq_alpha", name: "Test", arms, plan, endsAt: null };
    await openExperiment(scope, said, { kind: "policy" }, start);
  });
  await person(
    "plain",
    "as it is",
    [
      { total: 9_000, discount: 1_000 },
      { total: 2_000, orderedAt: hours(60) },
    ],
    4_000,
  );
  await person("none", "as it is", [], 1_000);
  await person("refunded", "b", [{ total: 8_000, discount: 800, refunded: 3_000 }], 2_000);
  await person("huge", "b", [{ total: 900_000 }]);
  await person("odd", "b", [
    { total: 7_000, status: "cancelled" },
    { total: -500 },
    { total: 400, refunded: 900 },
    { total: 6_000, orderedAt: hours(-1) },
    { total: 6_000, orderedAt: hours(24 * 30) },
    { total: 6_000, orderedAt: new Date(now.getTime() + 3_600_000) },
    { total: 6_000, currency: "USD" },
  ]);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const rows = (change: Partial<Plan> = {}, at = now): Promise<ResultRows> =>
  withScope(tenantId, (scope) => readResultRows(scope, { id, arms, plan: { ...plan, ...change }, endsAt: null }, at));
const total = (found: ResultRows, arm: string, field: "units" | "y" | "ySquares" | "x" | "xSquares" | "xy") =>
  found.days.filter((day) => day.arm === arm).reduce((sum, day) => sum + day[field], 0);

test("sums by assigned arm are those of each contact's own value, its square and its product with what came before", async () => {
  const found = await rows();
  const of = (arm: string) => [
    ...(["units", "y", "ySquares", "x", "xSquares", "xy"] as const).map((field) => total(found, arm, field)),
  ];
  expect(of("as it is")).toEqual([2, 11_000, 11_000 ** 2, 5_000, 4_000 ** 2 + 1_000 ** 2, 11_000 * 4_000]);
  expect(of("b")).toEqual([3, 905_000, 900_000 ** 2 + 5_000 ** 2, 2_000, 2_000 ** 2, 5_000 * 2_000]);
});

test("orders that were cancelled, below zero, refunded beyond their total, before the assignment, behind the window or in the future bring nothing", async () => {
  const found = await rows();
  const value = total(found, "b", "y") - 900_000 - 5_000;
  expect(value).toBe(0);
});

test("a refund that came before its order was read counts as soon as the order is there", async () => {
  // The row has the refund from the start: the shop's two messages met in the wrong order.
  await person("late", "b", [{ total: 5_000, refunded: 5_000, status: "refunded" }]);
  expect(total(await rows(), "b", "y")).toBe(905_000);
  expect(total(await rows({ metric: "recovered_orders" }), "b", "y")).toBe(4);
});

test("an order without a cart counts for the contact that placed it", async () => {
  const found = await rows({ metric: "recovered_orders" });
  expect([total(found, "as it is", "units"), total(found, "as it is", "y")]).toEqual([2, 1]);
});

test("the largest values are brought down to one cap over both arms, by the quantile of what was ordered", async () => {
  const found = await rows({ winsorise: 0.75 });
  // Above zero there are 5,000 and 11,000 and 900,000: type 7 at 0.75 is half-way between the last two.
  expect(found.winsorised).toEqual({ quantile: 0.75, cap: 455_500, capped: 1 });
  expect(total(found, "b", "y")).toBe(460_500);
  expect(total(found, "b", "ySquares")).toBe(455_500 ** 2 + 5_000 ** 2);
});

test("margin in SQL is the margin of the domain", async () => {
  const found = await rows({ metric: "margin_per_enrolled", marginPercent: 40 });
  const goods = { marginPercent: 40 };
  const one = contributionMargin({ total: 9_000, discount: 1_000, refunded: 0 }, goods);
  const two = contributionMargin({ total: 2_000, discount: 0, refunded: 0 }, goods);
  expect(total(found, "as it is", "y")).toBeCloseTo(one + two, 6);
  const back = contributionMargin({ total: 8_000, discount: 800, refunded: 3_000 }, goods);
  expect(total(found, "b", "y")).toBeCloseTo(back + 0.4 * 900_000, 6);
});

test("orders of another currency are counted apart and summed with nothing", async () => {
  expect((await rows()).apart.otherCurrencies).toEqual([{ currency: "USD", orders: 1 }]);
});

test("days are the tenant's own, also fourteen hours ahead of Greenwich and over a change of clocks", async () => {
  const zoned = async (timeZone: string) => {
    await withScope(tenantId, (scope) => saveTenant(scope, { timeZone }));
    const found = await rows();
    return [found.today, ...new Set(found.days.map((day) => day.day))];
  };
  expect(await zoned("Pacific/Kiritimati")).toEqual(["2026-03-20", "2026-03-02", "2026-03-04", "2026-03-05"]);
  expect(await zoned("America/New_York")).toEqual(["2026-03-20", "2026-03-02", "2026-03-03", "2026-03-04"]);
  const analysis = await withScope(tenantId, (scope) => analyseNow(scope, { id, arms, plan, endsAt: null }, now));
  // New York put its clocks forward on 8 March: nineteen days still.
  expect(analysis.series).toHaveLength(19);
  await withScope(tenantId, (scope) => saveTenant(scope, { timeZone: "Europe/Berlin" }));
});

test("guardrails count contacts to whom it happened after their assignment, and the discounts that they had", async () => {
  await tellCart({ tenant: "alpha", key: "leaver", at: start, sentAt: hours(2) });
  await withScope(tenantId, async ({ db }) => {
    const drawn = { tenantId, experimentId: id, contactId: "con_leaver", arm: "b", at: start };
    await db.insert(assignments).values(drawn);
    const left = { tenantId, channel: "email" as const, addressHash: "hash", reason: "unsubscribed" as const };
    await db.insert(suppressions).values({ ...left, messageId: "msg_leaver", at: hours(3) });
  });
  const { guardrails } = await rows();
  const of = (arm: string, metric: string) => guardrails.find((one) => one.arm === arm && one.metric === metric);
  expect(of("b", "unsubscribe_rate")).toMatchObject({ units: 5, sum: 1 });
  expect(of("as it is", "unsubscribe_rate")).toMatchObject({ units: 2, sum: 0 });
  expect(of("b", "refund_rate")).toMatchObject({ sum: 3 });
  expect(of("as it is", "discount_cost")).toMatchObject({ sum: 1_000, sumOfSquares: 1_000 ** 2 });
});

test("traffic is the sequence's own: contacts a week, and what those brought whose window has passed", async () => {
  const asked = { sequenceId: "seq_alpha", ...plan };
  const held = await withScope(tenantId, (scope) => readTraffic(scope, asked, now));
  // Only one of them was not held out; all entered within the last four weeks.
  expect(held).toMatchObject({ weeklyContacts: 7 / 4, contacts: 1, mean: 0 });
});
