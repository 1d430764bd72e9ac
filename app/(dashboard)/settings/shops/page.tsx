import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listShopPulses } from "#db/shop-pulses.ts";
import { listShops } from "#db/shops.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { Shops } from "./shops.tsx";
import { withAddress } from "./webhook-address.ts";

export const metadata: Metadata = { title: "Shops" };

export default async function ShopsPage() {
  const member = await requireMember();
  const read = await readAs(member, async (scope, now) => ({
    initial: (await listShops(scope)).map(withAddress),
    pulses: await listShopPulses(scope),
    zone: (await getTenant(scope)).timeZone,
    now: now.toISOString(),
  }));
  return <Shops {...read} mayChange={includesRole(member.role, "admin")} />;
}
