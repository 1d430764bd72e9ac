import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listDomains } from "#db/sender-domains.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { env } from "#env";
import { Domains } from "./domains.tsx";

export const metadata: Metadata = { title: "Domains" };

export default async function DomainsPage() {
  const member = await requireMember();
  const read = await readAs(member, async (scope) => ({
    first: await listDomains(scope),
    zone: (await getTenant(scope)).timeZone,
  }));
  return <Domains {...read} mailer={env().MAILER} mayCheck={includesRole(member.role, "admin")} />;
}
