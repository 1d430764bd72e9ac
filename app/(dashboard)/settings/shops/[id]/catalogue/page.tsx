import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listProducts } from "#db/product-views.ts";
import { getShop } from "#db/shops.ts";
import { includesRole } from "#domain/member.ts";
import { Catalogue } from "./catalogue.tsx";

export const metadata: Metadata = { title: "Catalogue" };

export default async function CataloguePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const read = await readAsOrNull(member, async (scope) => {
    const { name } = await getShop(scope, id);
    return { shop: { id, name }, first: await listProducts(scope, { shop: id }) };
  });
  if (!read) notFound();
  return <Catalogue {...read} mayImport={includesRole(member.role, "admin")} />;
}
