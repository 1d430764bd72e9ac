import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listShops } from "#db/shops.ts";
import { getTenant } from "#db/tenants.ts";
import { withAddress } from "../webhook-address.ts";
import { ConnectWizard } from "./connect-wizard.tsx";

export const metadata: Metadata = { title: "Connect a shop" };

type Props = { searchParams: Promise<{ shop?: string }> };

/** With `?shop=` it goes on where connecting that shop was left. */
export default async function NewShopPage({ searchParams }: Props) {
  const member = await requireMember("admin");
  const { shop: asked } = await searchParams;
  const { tenant, shops, now } = await readAs(member, async (scope, now) => ({
    now: now.toISOString(),
    tenant: await getTenant(scope),
    shops: asked ? await listShops(scope) : [],
  }));
  const begun = shops.find(({ id }) => id === asked);
  const { currency, timeZone } = tenant;
  return <ConnectWizard begun={begun ? withAddress(begun) : null} {...{ currency, now }} zone={timeZone} />;
}
