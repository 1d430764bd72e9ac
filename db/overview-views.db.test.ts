import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { readOverview } from "./overview-views.ts";
import { withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
  await tellTenant("two", now);
  await tellTenant("new", now);
  const order = { at: hoursAgo(1), total: 4500, credited: true };
  await tellCart({ tenant: "one", key: "won", at: hoursAgo(9), sentAt: hoursAgo(7), clickedAt: hoursAgo(2), order });
  await tellCart({ tenant: "one", key: "read", at: hoursAgo(9), sentAt: hoursAgo(6) });
  await tellCart({ tenant: "one", key: "held", at: hoursAgo(5), held: "gated" });
  await tellCart({ tenant: "one", key: "control", at: hoursAgo(4), holdout: true });
  await tellCart({ tenant: "two", key: "foreign", at: hoursAgo(3), held: "gated" });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const overview = (tenant: string) => withScope(`ten_${tenant}`, (scope) => readOverview(scope, now));

test("counts carts through the funnel, the holdout only as abandoned", async () => {
  const { funnel } = await overview("one");
  expect(funnel).toEqual({ abandoned: 4, enrolled: 3, sent: 2, clicked: 1, recovered: 1 });
});

test("keeps credited and incremental revenue apart, and says nothing incremental of too few", async () => {
  const { earnings } = await overview("one");
  expect(earnings).toMatchObject([
    { currency: "EUR", recovered: { revenue: 4500, orders: 1 }, arms: { incremental: null } },
  ]);
});

test("says what waits and what happened last, of this tenant only", async () => {
  const { waiting, recent } = await overview("one");
  expect(waiting).toMatchObject({ drafts: 1, liveSequences: 1, shops: 1, paused: false, failedMessages: 0 });
  expect(recent[0]).toMatchObject({ kind: "recovered", cartId: "cart_won", who: "won", amount: 4500 });
  expect(recent.map((event) => event.kind)).toContain("held");
  expect(recent.some((event) => event.cartId === "cart_foreign")).toBe(false);
});

test("a new tenant has an overview of zeros", async () => {
  const { funnel, recent, earnings } = await overview("new");
  expect(funnel.abandoned).toBe(0);
  expect(recent).toEqual([]);
  expect(earnings).toMatchObject([{ recovered: { revenue: 0 } }]);
});
