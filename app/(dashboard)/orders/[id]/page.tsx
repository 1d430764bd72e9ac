import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { CreditPanel } from "#components/attribution/credit-panel.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Time } from "#components/ui/time.tsx";
import { creditOfOrder } from "#db/credit-views.ts";
import { getTenant } from "#db/tenants.ts";

export const metadata: Metadata = { title: "Order" };

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const found = await readAsOrNull(member, async (scope) => ({
    credit: await creditOfOrder(scope, id),
    zone: (await getTenant(scope)).timeZone,
  }));
  if (!found) notFound();
  const { credit, zone } = found;
  return (
    <Page>
      <PageHeader
        above={<TextLink href="/carts">Carts</TextLink>}
        title={`Order ${credit.order.number ?? credit.order.id}`}
        description={<Time at={credit.order.orderedAt} zone={zone} />}
      />
      <CreditPanel credit={credit} zone={zone} />
    </Page>
  );
}
