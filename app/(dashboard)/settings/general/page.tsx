import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { General } from "./general.tsx";

export const metadata: Metadata = { title: "General" };

export default async function GeneralPage() {
  const member = await requireMember();
  const tenant = await readAs(member, getTenant);
  return (
    <General
      tenant={{ ...tenant, language: languageOf(tenant.language) }}
      mayChange={includesRole(member.role, "admin")}
    />
  );
}
