import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getBrand } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { Brand } from "./brand.tsx";

export const metadata: Metadata = { title: "Brand" };

export default async function BrandPage() {
  const member = await requireMember();
  const brand = await readAs(member, getBrand);
  return <Brand brand={brand} mayChange={includesRole(member.role, "admin")} />;
}
