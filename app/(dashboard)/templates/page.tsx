import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listCarts } from "#db/cart-views.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { TemplateGallery } from "./template-gallery.tsx";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage() {
  const member = await requireMember();
  const { carts, tenant } = await readAs(member, async (scope) => ({
    carts: await listCarts(scope, { limit: 40 }),
    tenant: await getTenant(scope),
  }));
  const examples = carts.rows
    .filter((row) => row.lineCount > 0 && row.contact)
    .slice(0, 20)
    .map((row) => ({
      id: row.id,
      name: row.contact?.name ?? row.contact?.address ?? "",
      firstLine: row.firstLine ?? "",
      total: row.total,
      currency: row.currency,
    }));
  return (
    <TemplateGallery
      examples={examples}
      language={languageOf(tenant.language)}
      to={member.email}
      maySend={includesRole(member.role, "marketer")}
    />
  );
}
