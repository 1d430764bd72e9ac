import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { currentTime } from "#db/clock.ts";
import { listShops } from "#db/shops.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { env } from "#env";
import { Shops } from "./shops.tsx";

export const metadata: Metadata = { title: "Shops" };

export default async function ShopsPage() {
  const member = await requireMember();
  const now = await currentTime();
  const { shops, tenant } = await readAs(member, async (scope) => ({
    shops: await listShops(scope),
    tenant: await getTenant(scope),
  }));
  const withAddress = shops.map((shop) => ({
    ...shop,
    webhookUrl: `${env().APP_URL}/api/webhooks/${shop.platform}/${shop.id}`,
  }));
  return (
    <Shops
      initial={withAddress}
      now={now}
      zone={tenant.timeZone}
      currency={tenant.currency}
      mayChange={includesRole(member.role, "admin")}
    />
  );
}
