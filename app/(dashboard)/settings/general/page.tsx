import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getPolicy, getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { General } from "./general.tsx";

export const metadata: Metadata = { title: "General" };

export default async function GeneralPage() {
  const member = await requireMember();
  const { tenant, marginPercent } = await readAs(member, async (scope) => ({
    tenant: await getTenant(scope),
    marginPercent: (await getPolicy(scope)).marginPercent,
  }));
  return (
    <General
      tenant={{ ...tenant, language: languageOf(tenant.language) }}
      marginPercent={marginPercent}
      mayChange={includesRole(member.role, "admin")}
    />
  );
}
