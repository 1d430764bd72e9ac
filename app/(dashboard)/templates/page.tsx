import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listTemplates } from "#db/template-views.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { listExampleCarts } from "./example-carts.ts";
import { TemplateGallery } from "./template-gallery.tsx";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage() {
  const member = await requireMember();
  const { examples, saved, tenant } = await readAs(member, async (scope) => ({
    examples: await listExampleCarts(scope),
    saved: await listTemplates(scope),
    tenant: await getTenant(scope),
  }));
  return (
    <TemplateGallery
      examples={examples}
      saved={saved}
      zone={tenant.timeZone}
      language={languageOf(tenant.language)}
      to={member.email}
      mayWrite={includesRole(member.role, "marketer")}
    />
  );
}
