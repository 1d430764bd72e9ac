import { ListOrdered } from "lucide-react";
import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { readSequenceOrder } from "#db/sequence-order.ts";
import { listSequences } from "#db/sequence-views.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { NewSequence } from "./new-sequence.tsx";
import { OrderedSequences } from "./ordered-sequences.tsx";

export const metadata: Metadata = { title: "Sequences" };

export default async function SequencesPage() {
  const member = await requireMember();
  const { rows, order, tenant } = await readAs(member, async (scope) => ({
    rows: await listSequences(scope),
    order: await readSequenceOrder(scope),
    tenant: await getTenant(scope),
  }));
  const mayWrite = includesRole(member.role, "marketer");
  return (
    <Page>
      <PageHeader
        title="Sequences"
        description="What is sent to whom and when, step by step. Where two want to speak to one person, the upper one goes first; among those without a place, what began last."
        actions={mayWrite ? <NewSequence currency={tenant.currency} /> : null}
      />
      <Panel>
        {rows.length > 0 ? (
          <OrderedSequences rows={rows} order={order} zone={tenant.timeZone} mayMove={mayWrite} />
        ) : (
          <EmptyState icon={ListOrdered} title="No sequence yet">
            Without a published sequence nobody is written to.
          </EmptyState>
        )}
      </Panel>
    </Page>
  );
}
