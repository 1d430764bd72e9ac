"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, History } from "lucide-react";
import { readJson } from "#app/requests.ts";
import { AuditList, type AuditView } from "#components/member/audit-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";

type AuditPage = { data: AuditView[]; next: string | null };

export function Activity(props: { first: AuditPage; names: Record<string, string>; now: Date; zone: string }) {
  const audit = useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) =>
      readJson<AuditPage>(`/api/audit${pageParam ? `?before=${pageParam}` : ""}`, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    initialData: { pages: [props.first], pageParams: [""] },
  });
  const entries = audit.data.pages.flatMap((page) => page.data);
  return (
    <Panel>
      <PanelHeader
        title="Activity"
        description="What members and keys did here. Each entry is chained to the last by its hash, so that none can be changed or removed unseen."
        actions={["csv", "jsonl"].map((format) => (
          <Button key={format} variant="secondary" size="sm" asChild>
            <a href={`/api/audit/export?format=${format}`} download>
              <Download aria-hidden /> {format.toUpperCase()}
            </a>
          </Button>
        ))}
      />
      {audit.isError ? <ErrorState onRetry={() => void audit.refetch()} /> : null}
      {entries.length === 0 ? (
        <EmptyState icon={History} title="Nothing yet">
          Sign-ins and changes of settings will stand here.
        </EmptyState>
      ) : (
        <AuditList entries={entries} names={props.names} now={props.now} zone={props.zone} />
      )}
      {entries.length > 0 ? (
        <LoadMore
          hasMore={audit.hasNextPage}
          busy={audit.isFetchingNextPage}
          onMore={() => void audit.fetchNextPage()}
          shown={entries.length}
          noun="entries"
        />
      ) : null}
    </Panel>
  );
}
