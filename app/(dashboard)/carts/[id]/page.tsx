import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { CreditPanel } from "#components/attribution/credit-panel.tsx";
import { readCartClock } from "#db/cart-clock-views.ts";
import { readCart } from "#db/cart-views.ts";
import { creditOfOrder, ordersOfCart } from "#db/credit-views.ts";
import { availableIncentives } from "#db/incentives.ts";
import { listMembers } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { liveVersions } from "#db/sequences.ts";
import { getTenant } from "#db/tenants.ts";
import { readTimeline } from "#db/timeline-views.ts";
import { listCartWalks } from "#db/walk-views.ts";
import type { OrderCredit } from "#domain/attribution/credit-view.ts";
import { CartView } from "./cart-view.tsx";

export const metadata: Metadata = { title: "Cart" };

export default async function CartPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const first = await readAsOrNull(member, async (scope, now) => ({
    answer: {
      cart: await readCart(scope, id),
      clock: await readCartClock(scope, id, now),
      timeline: await readTimeline(scope, id),
      walks: await listCartWalks(scope, id),
      now: now.toISOString(),
    },
    zone: (await getTenant(scope)).timeZone,
    names: {
      incentives: (await availableIncentives(scope)).incentives.map(({ id, name }) => ({ id, name })),
      members: (await listMembers(scope)).map(({ id, name, email }) => ({ id, name: name || email })),
    },
    sequenceId: (await liveVersions(scope))[0]?.sequenceId ?? null,
    credits: await creditsOf(scope, id),
  }));
  if (!first) notFound();
  return (
    <CartView first={first.answer} zone={first.zone} names={first.names} sequenceId={first.sequenceId}>
      {first.credits.map((credit) => (
        <CreditPanel key={credit.order.id} credit={credit} zone={first.zone} />
      ))}
    </CartView>
  );
}

async function creditsOf(scope: Scope, cartId: string): Promise<OrderCredit[]> {
  const credits: OrderCredit[] = [];
  for (const orderId of await ordersOfCart(scope, cartId)) credits.push(await creditOfOrder(scope, orderId));
  return credits;
}
