import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { incrementalRevenue } from "#domain/results.ts";
import { acrossTenantsMarked } from "../across-tenants-rollups.ts";
import { closeConnections, connectTo, workerSql } from "../connections.ts";
import { type Demo, seedDemo } from "./demo.ts";

const now = new Date("2026-11-20T14:30:00Z");
const database = await createTestDatabase();
let demo: Demo | null = null;

beforeAll(async () => {
  await connectTo(database);
  demo = await seedDemo({ now, appUrl: "http://localhost:3000" });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const count = async (from: TemplateStringsArray) => {
  const [row] = await workerSql()<{ n: number }[]>`select count(*)::int as n from ${workerSql().unsafe(from.join(""))}`;
  return row?.n ?? -1;
};

test("fills an empty installation, once", async () => {
  expect(demo).toMatchObject({
    email: "owner@nordlicht.example",
    shops: [{ platform: "custom" }, { platform: "shopify" }],
  });
  expect(demo?.apiKey).toMatch(/^cb_test_/);
  expect(await seedDemo({ now, appUrl: "http://localhost:3000" })).toBeNull();
});

test("its figures are counted before anybody looks", async () => {
  expect(await acrossTenantsMarked()).toEqual([]);
  expect(await count`rollup_days`).toBeGreaterThan(80);
});

test("tells ninety days with some of everything that a page can show", async () => {
  expect(await count`enrollments`).toBeGreaterThan(1000);
  expect(await count`enrollments where arm_kind = 'holdout'`).toBeGreaterThan(80);
  expect(await count`enrollments where closed_at is null and next_due_at is not null`).toBeGreaterThan(10);
  expect(
    await count`drafts d where held_reason is not null
    and not exists (select from reviews r where r.draft_id = d.id)`,
  ).toBeGreaterThan(2);
  expect(await count`suppressions`).toBeGreaterThan(5);
  expect(await count`conversions where message_id is not null`).toBeGreaterThan(100);
  expect(
    await count`carts where abandoned_at is null and ordered_at is null and contact_id is not null`,
  ).toBeGreaterThan(0);
});

test("knows devices, countries and exposures, so that reports can be told apart by them", async () => {
  const devices = await workerSql()<{ device: string | null; n: number }[]>`
    select brief -> 'hints' ->> 'device' as device, count(*)::int as n from drafts
    where id in (select draft_id from messages) group by 1`;
  const told = devices.filter(({ n }) => n > 20).map(({ device }) => device ?? "unknown");
  expect(told.sort()).toEqual(["desktop", "phone", "tablet", "unknown"]);
  expect(await count`contacts where country is null`).toBe(0);
  expect(await count`exposures where arm = 'holdout'`).toBeGreaterThan(50);
  expect(
    await count`messages m where status = 'sent' and not exists (select from exposures x where x.contact_id = m.contact_id)`,
  ).toBe(0);
  expect(
    await count`exposures x join assignments a on a.contact_id = x.contact_id where a.arm <> x.arm or x.at < a.at`,
  ).toBe(0);
});

test("never happens after now", async () => {
  for (const at of [
    "carts.last_activity_at",
    "decisions.at",
    "messages.sent_at",
    "message_events.at",
    "touchpoints.at",
    "orders.ordered_at",
    "reviews.at",
    "enrollments.closed_at",
    "suppressions.at",
    "exposures.at",
  ]) {
    const [table] = at.split(".");
    const rows = await workerSql().unsafe(`select ${at} from ${table} where ${at} > '${now.toISOString()}'`);
    expect({ at, late: rows.length }).toEqual({ at, late: 0 });
  }
});

test("lets nobody answer a message before it left", async () => {
  expect(await count`inbound_mails`).toBe(5);
  expect(
    await count`inbound_mails i join messages m on m.tenant_id = i.tenant_id and m.id = i.answers_id
    where i.received_at <= m.sent_at`,
  ).toBe(0);
});

test("sends nothing to the holdout, after the order, or to a suppressed address", async () => {
  expect(await count`messages m join enrollments e on e.id = m.enrollment_id where e.arm_kind = 'holdout'`).toBe(0);
  expect(
    await count`messages m join orders o on o.contact_id = m.contact_id join order_carts c
    on c.order_id = o.id and c.cart_id = m.cart_id where m.sent_at > o.ordered_at`,
  ).toBe(0);
  expect(await count`messages m join suppressions s on s.address = m.to_address where m.sent_at > s.at`).toBe(0);
  expect(await count`messages where html is null or text is null or subject like '%{{%' or html like '%{{%'`).toBe(0);
});

test("keeps the steps' distance and the frequency cap", async () => {
  expect(
    await count`messages a join messages b on b.contact_id = a.contact_id and b.sent_at > a.sent_at
    where b.sent_at - a.sent_at < interval '12 hours'`,
  ).toBe(0);
  expect(
    await count`messages m join enrollments e on e.id = m.enrollment_id
    where m.sent_at < e.abandoned_at + interval '2 hours'`,
  ).toBe(0);
});

test("adds orders up and credits what was ordered", async () => {
  expect(await count`orders where total - subtotal + discount not in (0, 490)`).toBe(0);
  expect(
    await count`orders o where subtotal <> (select sum((l->>'lineTotal')::int) from jsonb_array_elements(lines) l)`,
  ).toBe(0);
  expect(
    await count`conversions c join orders o on o.id = c.order_id where c.model = 'last_click' and c.message_id is not null and c.amount <> o.total`,
  ).toBe(0);
  expect(await count`orders o left join conversions c on c.order_id = o.id where c.id is null`).toBe(0);
  expect(await count`carts where ordered_at is not null and order_id is null`).toBe(0);
});

test("lets the ladder win something that the holdout does not", async () => {
  const arms = await workerSql()<
    { kind: string; enrolled: number; ordered: number; revenue: number; squares: number }[]
  >`
    select e.arm_kind as kind, count(*)::int as enrolled, count(o.id)::int as ordered,
      coalesce(sum(o.total), 0)::float8 as revenue, coalesce(sum(o.total::float8 ^ 2), 0) as squares
    from enrollments e left join order_carts c on c.cart_id = e.cart_id left join orders o on o.id = c.order_id
    group by 1`;
  const totals = (kind: string) => {
    const arm = arms.find((one) => one.kind === kind);
    if (!arm) throw new Error(`no ${kind}`);
    return { enrolled: arm.enrolled, ordered: arm.ordered, revenue: arm.revenue, revenueSquares: arm.squares };
  };
  const variant = totals("variant");
  const holdout = totals("holdout");
  const rates = { variant: variant.ordered / variant.enrolled, holdout: holdout.ordered / holdout.enrolled };
  expect(rates.variant).toBeGreaterThan(rates.holdout + 0.03);
  expect(incrementalRevenue(variant, holdout)?.revenue).toBeGreaterThan(100_000);
});
