import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listMembers } from "#db/members.ts";
import { listHoldoutShares } from "#db/policy-views.ts";
import { getPolicy, getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { PolicyForms } from "./policy-forms.tsx";

export const metadata: Metadata = { title: "Oversight and sending" };

export default async function PolicyPage() {
  const member = await requireMember();
  const {
    policy: stored,
    shares,
    currency,
    reviewers,
  } = await readAs(member, async (scope) => ({
    policy: await getPolicy(scope),
    shares: await listHoldoutShares(scope),
    currency: (await getTenant(scope)).currency,
    reviewers: (await listMembers(scope)).filter((one) => includesRole(one.role, "marketer")).length,
  }));
  const { sendRules, frequencyCaps, backOnSite, bestHour, ...policy } = stored;
  const mayChange = includesRole(member.role, "admin");
  return <PolicyForms {...{ policy, shares, currency, reviewers, mayChange }} />;
}
