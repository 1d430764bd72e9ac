"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { DemandTable } from "#components/privacy/demand-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import type { Page } from "#domain/rows.ts";
import type { ComplianceRow } from "#domain/webhook-log.ts";
import { PagedRows } from "../../paged-rows.tsx";
import { demandsQuery } from "./queries.ts";

/** What the platforms demanded under data-protection law, and the files that answer it. */
export function Privacy({ first, zone }: { first: Page<ComplianceRow>; zone: string }) {
  const demands = useInfiniteQuery({ ...demandsQuery, initialData: { pages: [first], pageParams: [""] } });
  const rows = demands.data.pages.flatMap((page) => page.rows);
  return (
    <Panel>
      <PanelHeader
        title="Privacy requests"
        description="Demands of shoppers that the platforms pass on. They are answered by themselves, at once: an export is written, or the person is erased everywhere. Send the export to the shopper; each download is noted in the activity."
      />
      <PagedRows
        list={demands}
        shown={rows.length}
        noun="requests"
        nothing={
          <EmptyState icon={ShieldCheck} title="Nothing was demanded">
            Requests for a person's data and for its erasure will stand here with their answer.
          </EmptyState>
        }
      >
        <DemandTable {...{ rows, zone }} />
      </PagedRows>
    </Panel>
  );
}
