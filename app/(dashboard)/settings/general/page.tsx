import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listExchangeRates } from "#db/exchange-rates.ts";
import { getPolicy, getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { dayIn } from "#domain/period.ts";
import { General } from "./general.tsx";

export const metadata: Metadata = { title: "General" };

export default async function GeneralPage() {
  const member = await requireMember();
  const { tenant, marginPercent, reporting } = await readAs(member, async (scope, now) => {
    const tenant = await getTenant(scope);
    const { marginPercent, reportingCurrency } = await getPolicy(scope);
    const rates = reportingCurrency ? await listExchangeRates(scope, reportingCurrency) : [];
    const today = dayIn(now, tenant.timeZone);
    return { tenant, marginPercent, reporting: { reporting: reportingCurrency, home: tenant.currency, rates, today } };
  });
  return (
    <General
      tenant={{ ...tenant, language: languageOf(tenant.language) }}
      {...{ marginPercent, reporting }}
      mayChange={includesRole(member.role, "admin")}
    />
  );
}
