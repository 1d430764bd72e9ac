"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ExperimentTable } from "#components/experiment/experiment-table.tsx";
import { ExperimentFilterBar, type ExperimentFilters } from "#components/experiment/list-filters.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Link, TextLink } from "#components/ui/link.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ResultTabs } from "../results/result-tabs.tsx";
import { experimentsQuery, filterText, type ListAnswer } from "./queries.ts";

type Props = {
  filters: ExperimentFilters;
  first: ListAnswer;
  sequences: { id: string; name: string }[];
  zone: string;
  maySetUp: boolean;
};

export function ExperimentList({ filters, first, sequences, zone, maySetUp }: Props) {
  const router = useRouter();
  const [changing, startChange] = useTransition();
  const list = useInfiniteQuery({ ...experimentsQuery(filters), initialData: { pages: [first], pageParams: [""] } });
  const rows = list.data.pages.flatMap((page) => page.rows);
  const change = (next: ExperimentFilters) =>
    startChange(() => router.replace(`/experiments?${filterText(next)}`, { scroll: false }));
  const filtered = filters.state !== null || filters.sequenceId !== null;
  const begin = maySetUp ? (
    <Button variant="primary" asChild>
      <Link href={`/experiments/new${filters.sequenceId ? `?sequence=${filters.sequenceId}` : ""}`}>
        Set up an experiment
      </Link>
    </Button>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Experiments"
        description="What is tried on sequences: arms by chance, judged by what contacts do."
        actions={begin}
      />
      <ResultTabs />
      <Panel className={cn(changing && "opacity-60 transition-opacity")}>
        <ExperimentFilterBar {...{ filters, sequences }} onChange={change} />
        {list.isError && rows.length === 0 ? <ErrorState onRetry={() => void list.refetch()} /> : null}
        {rows.length > 0 ? (
          <>
            <ExperimentTable rows={rows} now={list.data.pages[0]?.now ?? first.now} zone={zone} />
            <LoadMore
              hasMore={list.hasNextPage}
              busy={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
              shown={rows.length}
              noun="experiments"
            />
          </>
        ) : null}
        {rows.length === 0 && !list.isError ? <Nothing filtered={filtered} /> : null}
      </Panel>
    </Page>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState
      icon={FlaskConical}
      title="No experiment fits"
      action={<TextLink href="/experiments">Show all experiments</TextLink>}
    />
  ) : (
    <EmptyState icon={FlaskConical} title="No experiment yet">
      Try another subject, wait or incentive on a part of the contacts. The page says when enough is known to decide,
      and how much was really won.
    </EmptyState>
  );
}
