"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, History } from "lucide-react";
import { readJson } from "#app/requests.ts";
import { AuditList, type AuditView } from "#components/member/audit-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { PagedRows } from "../../paged-rows.tsx";

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
      <PagedRows
        list={audit}
        shown={entries.length}
        noun="entries"
        nothing={
          <EmptyState icon={History} title="Nothing yet">
            Sign-ins and changes of settings will stand here.
          </EmptyState>
        }
      >
        <AuditList entries={entries} names={props.names} now={props.now} zone={props.zone} />
      </PagedRows>
    </Panel>
  );
}
