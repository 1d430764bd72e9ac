import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import type { Budget } from "#domain/budget.ts";
import type { Money } from "#domain/money.ts";
import { askBudget, giveBack, listBudgets, recordGrant, saveBudget } from "./budgets.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { newId } from "./ids.ts";
import { createIncentive } from "./incentives.ts";
import { withScope } from "./scope.ts";
import { createTenant } from "./tenants.ts";

const database = await createTestDatabase();
const tenantId = "ten_budget";
const now = new Date("2026-03-31T12:00:00Z");

beforeAll(async () => {
  await connectTo(database);
  const tenant = { name: "Shop", currency: "EUR", language: "en", timeZone: "Europe/Oslo", now };
  await withScope(tenantId, (scope) => createTenant(scope, tenant));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const euros = (amount: number): Money => ({ amount, currency: "EUR" });
const limited = (rest: Partial<Extract<Budget, { kind: "limited" }>>): Budget => ({
  ...{ kind: "limited", period: "total", coupons: null, amounts: [] },
  ...rest,
});

async function incentiveWith(budget: Budget | null): Promise<string> {
  const given = { name: "Ten", kind: "percent" as const, percent: 10, code: "BACK10", validHours: 48, budget };
  return withScope(tenantId, async (scope) => (await createIncentive(scope, given, now)).id);
}

/** As a decision takes it: asked and recorded in one transaction. */
function take(incentiveId: string, amount: Money, at = now) {
  return withScope(tenantId, async (scope) => {
    const because = await askBudget(scope, incentiveId, amount, at);
    if (because) return because;
    const decisionId = newId("decision", at);
    await recordGrant(scope, { decisionId, incentiveId, amount, validHours: 48 }, at);
    return decisionId;
  });
}

const given = (answers: string[]) => answers.filter((answer) => answer.startsWith("dec_"));
const spentOf = async (incentiveId: string, at = now) =>
  (await withScope(tenantId, (scope) => listBudgets(scope, at))).find((one) => one.incentiveId === incentiveId);

test("never gives more than the budget, however many workers ask at once, and gives back what no one may have", async () => {
  const wanted = fc.record({
    ...{ amount: fc.integer({ min: 0, max: 400 }), currency: fc.constantFrom("EUR", "EUR", "EUR", "USD") },
  });
  const runs = fc.asyncProperty(
    fc.array(wanted, { minLength: 8, maxLength: 24 }),
    fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    fc.integer({ min: 0, max: 1_500 }),
    fc.nat(3),
    async (asked, coupons, most, revoked) => {
      const amounts = [euros(most)];
      const id = await incentiveWith(limited({ coupons, amounts }));
      const first = given(await Promise.all(asked.map((amount) => take(id, amount))));
      await Promise.all([
        ...first.slice(0, revoked).map((one) => withScope(tenantId, (scope) => giveBack(scope, one, now))),
        ...asked.map((amount) => take(id, amount)),
      ]);
      const standing = await workerSql()<{ count: number; sum: number; currencies: string[] }[]>`
        select count(*)::int as count, coalesce(sum(amount), 0)::int as sum, array_agg(distinct currency) as currencies
        from incentive_grants where incentive_id = ${id} and settlement is null`;
      const [{ count = 0, sum = 0, currencies = null } = {}] = standing;
      expect(sum).toBeLessThanOrEqual(most);
      if (coupons !== null) expect(count).toBeLessThanOrEqual(coupons);
      if (count > 0) expect(currencies).toEqual(["EUR"]);
      const view = await spentOf(id);
      expect(view?.left).toEqual({ coupons: coupons === null ? null : coupons - count, amounts: [euros(most - sum)] });
    },
  );
  await fc.assert(runs, { numRuns: 12 });
});

test("gives until nothing is left and says why it stops", async () => {
  const id = await incentiveWith(limited({ coupons: 2 }));
  expect(await take(id, euros(100))).toMatch(/^dec_/);
  expect(await take(id, euros(100))).toMatch(/^dec_/);
  expect(await take(id, euros(100))).toBe("budget_spent");
  expect(await take(await incentiveWith(null), euros(1))).toBe("no_budget");
  expect(await take(await incentiveWith(limited({ amounts: [euros(10)] })), { amount: 1, currency: "USD" })).toBe(
    "no_budget_in_currency",
  );
  await withScope(tenantId, (scope) => saveBudget(scope, id, limited({ coupons: 3 })));
  expect(await take(id, euros(100))).toMatch(/^dec_/);
});

test("a month's budget begins anew with the tenant's own month", async () => {
  const id = await incentiveWith(limited({ period: "month", coupons: 1 }));
  expect(await take(id, euros(100))).toMatch(/^dec_/);
  expect(await take(id, euros(100), new Date("2026-03-31T21:59:59Z"))).toBe("budget_spent");
  expect(await take(id, euros(100), new Date("2026-03-31T22:00:00Z"))).toMatch(/^dec_/);
});

type Fate = {
  status?: string;
  closed?: boolean;
  order?: { hoursAfter: number; codes: string[]; cancelled?: boolean };
};

/** A decision that gave the only coupon, what became of its message, and its person's order. */
async function decided(incentiveId: string, { status, closed, order }: Fate): Promise<void> {
  const decisionId = given([await take(incentiveId, euros(100))])[0] ?? "none";
  const who = { contact: `con_${decisionId}`, enrollment: `enr_${decisionId}` };
  const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  await withScope(tenantId, async ({ db }) => {
    await db.execute(sql`insert into decisions (tenant_id, id, enrollment_id, position, ordinal, kind, incentive_id, at)
      values (${tenantId}, ${decisionId}, ${who.enrollment}, 0, 1, 'send', ${incentiveId}, ${now.toISOString()})`);
    await db.execute(sql`insert into enrollments (tenant_id, id, sequence_id, version_id, trigger_kind, trigger_id, cart_id,
        contact_id, arm, arm_kind, cart_total, currency, abandoned_at, started_at, closed_at)
      values (${tenantId}, ${who.enrollment}, 'seq', 'ver', 'cart_abandoned', ${decisionId}, 'cart', ${who.contact}, 'all',
        'variant', 1000, 'EUR', ${now.toISOString()}, ${now.toISOString()}, ${closed ? now.toISOString() : null})`);
    if (status)
      await db.execute(sql`insert into messages (tenant_id, id, decision_id, channel, enrollment_id, cart_id, contact_id,
          draft_id, position, incentive_id, to_address, from_address, subject, headers, status, due_at, sent_at, created_at)
        values (${tenantId}, ${`msg_${decisionId}`}, ${decisionId}, 'email', ${who.enrollment}, 'cart', ${who.contact}, 'd', 0,
          ${incentiveId}, 'a@b.example', 'c@d.example', 's', '{}', ${status}, ${now.toISOString()},
          ${status === "sent" ? now.toISOString() : null}, ${now.toISOString()})`);
    if (order)
      await db.execute(sql`insert into orders (tenant_id, id, shop_id, external_id, contact_id, currency, lines, subtotal,
          discount, total, refunded, discount_codes, status, ordered_at, source_updated_at, created_at)
        values (${tenantId}, ${`ord_${decisionId}`}, 'shop', ${decisionId}, ${who.contact}, 'EUR', '[]', 1000, 100, 900, 0,
          array[${sql.join(order.codes, sql`, `)}]::text[], ${order.cancelled ? "cancelled" : "paid"},
          ${later(order.hoursAfter).toISOString()}, ${now.toISOString()}, ${now.toISOString()})`);
  });
}

const afterDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

test.each<[string, Fate, { stillCounts: boolean }]>([
  ["its message never left", { closed: true }, { stillCounts: false }],
  ["its message was stopped", { status: "stopped" }, { stillCounts: false }],
  ["nobody has written it yet", {}, { stillCounts: true }],
  ["nobody took it before its end", { status: "sent" }, { stillCounts: false }],
  ["an order took it", { status: "sent", order: { hoursAfter: 40, codes: ["back10"] } }, { stillCounts: true }],
  [
    "an order came after its end",
    { status: "sent", order: { hoursAfter: 60, codes: ["BACK10"] } },
    { stillCounts: false },
  ],
  [
    "an order came without its code",
    { status: "sent", order: { hoursAfter: 4, codes: ["OTHER"] } },
    { stillCounts: false },
  ],
  [
    "its order was cancelled",
    { status: "sent", order: { hoursAfter: 4, codes: ["BACK10"], cancelled: true } },
    { stillCounts: false },
  ],
])("three days later, when %s, what was given is counted as the rule says", async (_, fate, { stillCounts }) => {
  const id = await incentiveWith(limited({ coupons: 1 }));
  await decided(id, fate);
  expect((await spentOf(id, afterDays(2.9)))?.spent.coupons).toBe(fate.status === "stopped" || fate.closed ? 0 : 1);
  const later = afterDays(3.1);
  expect((await spentOf(id, later))?.spent.coupons).toBe(stillCounts ? 1 : 0);
  const again = await take(id, euros(100), later);
  expect(again.startsWith("dec_")).toBe(!stillCounts);
});
