import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getShop } from "#db/shops.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { withAddress } from "../webhook-address.ts";
import { ShopPage } from "./shop-page.tsx";

export const metadata: Metadata = { title: "Shop" };

/** Health asks what only endpoints may, so that part is filled from the browser. */
export default async function OneShopPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const read = await readAsOrNull(member, async (scope, now) => ({
    shop: withAddress(await getShop(scope, id)),
    zone: (await getTenant(scope)).timeZone,
    now: now.toISOString(),
  }));
  if (!read) notFound();
  const { role } = member;
  return <ShopPage {...read} mayTest={includesRole(role, "marketer")} mayChange={includesRole(role, "admin")} />;
}
