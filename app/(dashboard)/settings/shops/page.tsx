import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listShops } from "#db/shops.ts";
import { includesRole } from "#domain/member.ts";
import { Shops } from "./shops.tsx";
import { withAddress } from "./webhook-address.ts";

export const metadata: Metadata = { title: "Shops" };

export default async function ShopsPage() {
  const member = await requireMember();
  const shops = await readAs(member, listShops);
  return <Shops initial={shops.map(withAddress)} mayChange={includesRole(member.role, "admin")} />;
}
