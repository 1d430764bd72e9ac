"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { DemandTable } from "#components/privacy/demand-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import type { Page } from "#domain/rows.ts";
import type { ComplianceRow } from "#domain/webhook-log.ts";
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
      {demands.isError && rows.length === 0 ? <ErrorState onRetry={() => void demands.refetch()} /> : null}
      {rows.length === 0 && !demands.isError ? (
        <EmptyState icon={ShieldCheck} title="Nothing was demanded">
          Requests for a person's data and for its erasure will stand here with their answer.
        </EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <>
          <DemandTable {...{ rows, zone }} />
          <LoadMore
            hasMore={demands.hasNextPage}
            busy={demands.isFetchingNextPage}
            onMore={() => void demands.fetchNextPage()}
            shown={rows.length}
            noun="requests"
          />
        </>
      ) : null}
    </Panel>
  );
}
