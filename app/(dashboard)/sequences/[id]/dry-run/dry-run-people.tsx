"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CartTable } from "#components/dry-run/cart-table.tsx";
import { refusalLabels } from "#components/dry-run/labels.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { DryRunOutcome, DryRunView } from "#domain/dry-run.ts";
import { replayRefusals } from "#domain/sequence/dry-run.ts";
import { dryRunCartsQuery } from "./queries.ts";

/** Who would have entered, or not, each with the way to try that cart. */
export function DryRunPeople({ run, zone, sequenceId }: { run: DryRunView; zone: string; sequenceId: string }) {
  const [outcome, setOutcome] = useState<DryRunOutcome>("entered");
  const list = useInfiniteQuery(dryRunCartsQuery(run.id, outcome, run.status !== "running"));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const version = run.versionId ? `&version=${run.versionId}` : "";
  return (
    <Panel>
      <PanelHeader
        title="Carts"
        actions={
          <Field label="Which" className="max-w-full">
            <Select
              className="w-64 max-w-full"
              value={outcome}
              onChange={(event) => {
                const next = (["entered", ...replayRefusals] as const).find((one) => one === event.target.value);
                if (next) setOutcome(next);
              }}
            >
              <option value="entered">Would have entered</option>
              {replayRefusals.map((reason) => (
                <option key={reason} value={reason}>
                  {refusalLabels[reason]}
                </option>
              ))}
            </Select>
          </Field>
        }
      />
      {list.isError ? <ErrorState onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton className="m-4 h-24" /> : null}
      {rows.length > 0 ? (
        <CartTable
          rows={rows}
          zone={zone}
          tryHref={(cartId) => `/sequences/${sequenceId}/try?cart=${cartId}&real=1${version}`}
        />
      ) : list.isSuccess ? (
        <EmptyState title="No abandoned cart has this outcome">
          Carts that were never abandoned are counted above, but not listed.
        </EmptyState>
      ) : null}
      <LoadMore
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        shown={rows.length}
        noun="carts"
      />
    </Panel>
  );
}
