import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listCarts } from "#db/cart-views.ts";
import { getTenant } from "#db/tenants.ts";
import { cartStates } from "#domain/cart.ts";
import { CartList } from "./cart-list.tsx";

export const metadata: Metadata = { title: "Carts" };

type Props = { searchParams: Promise<{ state?: string; search?: string }> };

export default async function CartsPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const state = cartStates.find((known) => known === asked.state);
  const search = asked.search?.slice(0, 200) ?? "";
  const first = await readAs(member, async (scope, now) => ({
    carts: { ...(await listCarts(scope, { state, search })), now: now.toISOString() },
    zone: (await getTenant(scope)).timeZone,
  }));
  return <CartList filters={{ state: state ?? null, search }} first={first.carts} zone={first.zone} />;
}
