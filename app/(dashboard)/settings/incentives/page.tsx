import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listBudgetedIncentives } from "#db/budgets.ts";
import { listRules } from "#db/incentives.ts";
import { listShops } from "#db/shops.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { Incentives } from "./incentives.tsx";

export const metadata: Metadata = { title: "Incentives" };

export default async function IncentivesPage() {
  const member = await requireMember();
  const { incentives, rules, currencies } = await readAs(member, async (scope, now) => ({
    incentives: await listBudgetedIncentives(scope, now),
    rules: await listRules(scope),
    currencies: [(await getTenant(scope)).currency, ...(await listShops(scope)).map((shop) => shop.currency)],
  }));
  return (
    <Incentives
      initial={incentives}
      rules={rules}
      currencies={[...new Set(currencies)]}
      mayChange={includesRole(member.role, "admin")}
    />
  );
}
