import type { Metadata } from "next";
import { requireMember } from "#auth/session.ts";
import { withScope } from "#db/scope.ts";
import { getBrand } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { Brand } from "./brand.tsx";

export const metadata: Metadata = { title: "Brand" };

export default async function BrandPage() {
  const member = await requireMember();
  const brand = await withScope(member.tenantId, getBrand);
  return <Brand brand={brand} mayChange={includesRole(member.role, "admin")} />;
}
