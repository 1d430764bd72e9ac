import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type Budget, type BudgetStanding, leftOf, type Spent, type WithheldReason, withheld } from "#domain/budget.ts";
import type { BudgetedIncentive } from "#domain/incentive.ts";
import type { Money } from "#domain/money.ts";
import { listIncentives } from "./incentives.ts";
import { iso } from "./instants.ts";
import { incentiveGrants, incentives } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";
import { startOfMonth } from "./writer-usage.ts";

/** The budgets of the incentives in use, the oldest first. */
export async function listBudgets(scope: Scope, now: Date): Promise<({ incentiveId: string } & BudgetStanding)[]> {
  const rows = await scope.db
    .select({ incentiveId: incentives.id, budget: incentives.budget })
    .from(incentives)
    .where(and(eq(incentives.tenantId, scope.tenantId), isNull(incentives.archivedAt)))
    .orderBy(asc(incentives.id));
  const month = await startOfMonth(scope, now);
  const inMonth = await spentOn(scope, { since: month, settled: settlementAt(now) });
  const inAll = await spentOn(scope, { since: null, settled: settlementAt(now) });
  return rows.map(({ incentiveId, budget }) => {
    const spent = (isForever(budget) ? inAll : inMonth).get(incentiveId) ?? nothing;
    return { incentiveId, budget, spent, left: budget?.kind === "limited" ? leftOf(budget, spent) : null };
  });
}

const isForever = (budget: Budget | null) => budget?.kind === "limited" && budget.period === "total";

/** The incentives in use with their budgets, the oldest first. */
export async function listBudgetedIncentives(scope: Scope, now: Date): Promise<BudgetedIncentive[]> {
  const standings = new Map((await listBudgets(scope, now)).map(({ incentiveId, ...rest }) => [incentiveId, rest]));
  return (await listIncentives(scope)).flatMap((one) => {
    const standing = standings.get(one.id);
    return standing ? [{ ...one, ...standing }] : [];
  });
}

/** Sets an incentive's budget; what was given before counts against it. */
export async function saveBudget(scope: Scope, incentiveId: string, budget: Budget | null): Promise<void> {
  const [row] = await scope.db
    .update(incentives)
    .set({ budget })
    .where(theOne(scope, incentiveId))
    .returning({ id: incentives.id });
  if (!row) throw new AppError("not_found", "There is no such incentive");
}

/**
 * Asks an incentive's budget for what it takes off a cart: null when it gives, else why not. Whoever asks after another
 * waits until the other's transaction has ended, so that no two are given the same rest; `recordGrant` belongs to it.
 */
export async function askBudget(
  scope: Scope,
  incentiveId: string,
  wanted: Money,
  now: Date,
): Promise<WithheldReason | null> {
  const unlocked = await budgetOf(scope, incentiveId);
  if (unlocked?.kind !== "limited") return withheld(unlocked, nothing, wanted);
  const budget = await budgetOf(scope, incentiveId, "update");
  if (budget?.kind !== "limited") return withheld(budget, nothing, wanted);
  const since = budget.period === "month" ? await startOfMonth(scope, now) : null;
  const spent = async () => (await spentOn(scope, { since, incentiveId })).get(incentiveId) ?? nothing;
  if (withheld(budget, await spent(), wanted) === null) return null;
  await settleGrants(scope, incentiveId, now);
  return withheld(budget, await spent(), wanted);
}

type Grant = { decisionId: string; incentiveId: string; amount: Money; validHours: number | null };

/** Keeps what was taken from a budget; a second call for the same decision changes nothing. */
export async function recordGrant(scope: Scope, grant: Grant, now: Date): Promise<void> {
  const { decisionId, incentiveId, amount, validHours } = grant;
  await scope.db
    .insert(incentiveGrants)
    .values({ tenantId: scope.tenantId, decisionId, incentiveId, validHours, ...amount, at: now })
    .onConflictDoNothing();
}

/** Gives back what a coupon took that no shop has made. */
export async function giveBack(scope: Scope, decisionId: string, now: Date): Promise<void> {
  await scope.db
    .update(incentiveGrants)
    .set({ settlement: "unsent", settledAt: now })
    .where(
      and(
        eq(incentiveGrants.tenantId, scope.tenantId),
        eq(incentiveGrants.decisionId, decisionId),
        isNull(incentiveGrants.settlement),
      ),
    );
}

const nothing: Spent = { coupons: 0, amounts: [] };

const theOne = (scope: Scope, id: string) =>
  and(eq(incentives.tenantId, scope.tenantId), eq(incentives.id, id), isNull(incentives.archivedAt));

async function budgetOf(scope: Scope, incentiveId: string, lock?: "update"): Promise<Budget | null> {
  const asked = scope.db.select({ budget: incentives.budget }).from(incentives).where(theOne(scope, incentiveId));
  const [row] = await (lock ? asked.for(lock) : asked);
  return row?.budget ?? null;
}

type Counted = { since: Date | null; incentiveId?: string; settled?: SQL };

/** What still counts of what was given, by incentive. `settled` says what is to become of the grants that stand open. */
async function spentOn(scope: Scope, { since, incentiveId, settled }: Counted): Promise<Map<string, Spent>> {
  const rows = await scope.db.execute<{ incentive: string; currency: string; coupons: number; amount: string }>(sql`
    select incentive_id as incentive, currency, count(*)::int as coupons, sum(amount)::text as amount
    from incentive_grants g
    where tenant_id = ${scope.tenantId} ${since ? sql`and at >= ${iso(since)}::timestamptz` : sql``}
      ${incentiveId ? sql`and incentive_id = ${incentiveId}` : sql``}
      and coalesce(settlement, ${settled ?? sql`null`}, 'redeemed') = 'redeemed'
    group by incentive_id, currency order by currency`);
  const spent = new Map<string, Spent>();
  for (const { incentive, currency, coupons, amount } of rows) {
    const before = spent.get(incentive) ?? nothing;
    const amounts = [...before.amounts, { currency, amount: Number(amount) }];
    spent.set(incentive, { coupons: before.coupons + coupons, amounts });
  }
  return spent;
}

async function settleGrants(scope: Scope, incentiveId: string, now: Date): Promise<void> {
  await scope.db.execute(sql`
    update incentive_grants g set settlement = s.settlement, settled_at = ${iso(now)}::timestamptz
    from (select decision_id, ${settlementAt(now)} as settlement from incentive_grants g
      where tenant_id = ${scope.tenantId} and incentive_id = ${incentiveId} and g.settlement is null) s
    where g.tenant_id = ${scope.tenantId} and g.decision_id = s.decision_id and s.settlement is not null`);
}

/**
 * What became of an open grant, or null while that is not known. An order takes the offer when it carries its code, or,
 * where it has none, when the cart is ordered; orders may be told late, so an end counts only a day after it has passed.
 */
function settlementAt(now: Date): SQL {
  return sql`(
    select case
      when m.status in ('failed', 'stopped') or (m.status = 'sent' and m.incentive_id is null) then 'unsent'
      when m.id is null and n.closed_at is not null then 'unsent'
      when exists (select from orders o where o.tenant_id = n.tenant_id and o.contact_id = n.contact_id
        and o.status <> 'cancelled' and o.ordered_at >= g.at
        and o.ordered_at <= coalesce(offer.ends_at, o.ordered_at)
        and case when offer.code is null then o.id = k.order_id
          else upper(offer.code) in (select upper(code) from unnest(o.discount_codes) code) end) then 'redeemed'
      when offer.ends_at + interval '1 day' < ${iso(now)}::timestamptz then 'expired' end
    from decisions d
    join enrollments n on n.tenant_id = d.tenant_id and n.id = d.enrollment_id
    left join carts k on k.tenant_id = n.tenant_id and k.id = n.cart_id
    left join messages m on m.tenant_id = d.tenant_id and m.decision_id = d.id and m.channel = 'email'
    left join coupons c on c.tenant_id = d.tenant_id and c.decision_id = d.id and c.status = 'minted'
    left join incentives i on i.tenant_id = g.tenant_id and i.id = g.incentive_id
    cross join lateral (select coalesce(c.code, i.code) as code,
      coalesce(c.expires_at, m.sent_at + make_interval(hours => g.valid_hours)) as ends_at) offer
    where d.tenant_id = g.tenant_id and d.id = g.decision_id)`;
}
