import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listHoldoutShares } from "#db/policy-views.ts";
import { getPolicy } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { PolicyForms } from "./policy-forms.tsx";

export const metadata: Metadata = { title: "Oversight and sending" };

export default async function PolicyPage() {
  const member = await requireMember();
  const { policy, shares } = await readAs(member, async (scope) => ({
    policy: await getPolicy(scope),
    shares: await listHoldoutShares(scope),
  }));
  return <PolicyForms policy={policy} shares={shares} mayChange={includesRole(member.role, "admin")} />;
}
