import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { readResults } from "./result-views.ts";
import { withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const database = await createTestDatabase();
const won = (key: string, days: number, total: number, at = daysAgo(days - 1)) => ({
  ...{ tenant: "one", key, at: daysAgo(days), sentAt: daysAgo(days), clickedAt: daysAgo(days), total },
  order: { at, total, credited: true },
});

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
  await tellTenant("two", now);
  // 23:30 in UTC is the next day in Berlin, where this tenant lives.
  await tellCart(won("late", 4, 4000, new Date("2026-03-07T23:30:00Z")));
  await tellCart(won("large", 3, 20_000));
  await tellCart({ tenant: "one", key: "cold", at: daysAgo(3), sentAt: daysAgo(3), total: 6000 });
  const organic = { at: daysAgo(1), total: 3000, credited: false };
  await tellCart({ tenant: "one", key: "control", at: daysAgo(3), holdout: true, order: organic });
  await tellCart({ tenant: "one", key: "quiet", at: daysAgo(3), holdout: true });
  await tellCart({ ...won("yen", 2, 900_000), currency: "JPY" });
  await tellCart({ ...won("foreign", 2, 70_000), tenant: "two" });
  await tellCart({ ...won("old", 20, 1000) });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const results = (currency?: string) =>
  withScope("ten_one", (scope) => readResults(scope, { period: "7d", currency }, now));

test("credited revenue falls on the tenant's own day, and days without any are there", async () => {
  const { days, recovered } = await results();
  expect(days).toHaveLength(7);
  expect(days.filter((day) => day.orders > 0)).toEqual([{ day: "2026-03-08", revenue: 24_000, orders: 2 }]);
  expect(recovered).toEqual({ revenue: 24_000, orders: 2 });
});

test("never sums currencies: each is a view of its own", async () => {
  expect(await results()).toMatchObject({ currency: "EUR", currencies: ["EUR", "JPY"] });
  expect(await results("JPY")).toMatchObject({ currency: "JPY", recovered: { revenue: 900_000, orders: 1 } });
  expect(await results("XXX")).toMatchObject({ currency: "EUR" });
});

test("compares the arms as assigned, with the holdout's own orders", async () => {
  const { arms } = await results();
  expect(arms.variant).toEqual({ enrolled: 3, ordered: 2, revenue: 24_000, revenueSquares: 16e6 + 400e6 });
  expect(arms.holdout).toEqual({ enrolled: 2, ordered: 1, revenue: 3000, revenueSquares: 9e6 });
  expect(arms.incremental?.revenue).toBe(19_500);
});

test("rates count what was sent, by incentive, step, history and value", async () => {
  const { byIncentive, byStep, byHistory, byValue } = await results();
  expect(byIncentive).toMatchObject([{ group: { id: null }, trials: 3, clicked: 2, recovered: 2, small: true }]);
  expect(byStep).toMatchObject([{ group: { position: 0, delayMinutes: 120 }, trials: 3, recovered: 2 }]);
  expect(byHistory).toMatchObject([{ group: "new", trials: 3, recovered: 2, revenue: 24_000 }]);
  expect(byValue.map(({ group, trials }) => [group.from, group.to, trials])).toEqual([
    [0, 5000, 1],
    [5000, 10_000, 1],
    [10_000, null, 1],
  ]);
});
