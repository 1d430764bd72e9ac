import type { Metadata } from "next";
import { requireMember } from "#auth/session.ts";
import { withScope } from "#db/scope.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { General } from "./general.tsx";

export const metadata: Metadata = { title: "General" };

export default async function GeneralPage() {
  const member = await requireMember();
  const tenant = await withScope(member.tenantId, getTenant);
  return (
    <General
      tenant={{ ...tenant, language: languageOf(tenant.language) }}
      mayChange={includesRole(member.role, "admin")}
    />
  );
}
