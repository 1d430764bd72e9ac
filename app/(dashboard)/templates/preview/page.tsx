import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listCarts } from "#db/cart-views.ts";
import { listMembers } from "#db/members.ts";
import { listTemplates } from "#db/template-views.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { TemplatePreview } from "./template-preview.tsx";

export const metadata: Metadata = { title: "Preview and checks" };

export default async function TemplatePreviewPage() {
  const member = await requireMember();
  const { carts, tenant, members, saved } = await readAs(member, async (scope) => ({
    carts: await listCarts(scope, { limit: 40 }),
    tenant: await getTenant(scope),
    members: await listMembers(scope),
    saved: await listTemplates(scope),
  }));
  return (
    <TemplatePreview
      carts={carts}
      language={languageOf(tenant.language)}
      members={members.map(({ email, name }) => ({ email, name }))}
      me={member.email}
      saved={saved.filter(({ number }) => number !== null).map(({ id, name }) => ({ id, name }))}
      maySend={includesRole(member.role, "marketer")}
    />
  );
}
