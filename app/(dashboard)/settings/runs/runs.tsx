"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ServerOff, Workflow } from "lucide-react";
import { useState } from "react";
import { runStatuses, runStatusLabels } from "#components/run/labels.ts";
import { QueueStats, QueueStatsPending } from "#components/run/queue-stats.tsx";
import { RunTable } from "#components/run/run-table.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { type RunsFilter, readRuns, runsKey } from "./queries.ts";
import { RunSheet } from "./run-sheet.tsx";

export function Runs({ zone }: { zone: string }) {
  const [filter, setFilter] = useState<RunsFilter>({ status: "all", function: "", timers: false });
  const [openId, setOpenId] = useState<string | null>(null);
  const runs = useInfiniteQuery({
    queryKey: [...runsKey, filter],
    queryFn: ({ pageParam, signal }) => readRuns(filter, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: (page) => (page.runner === "up" ? page.next : null),
    refetchInterval: 5_000,
    // What is chosen stays in reach while its runs are read.
    placeholderData: keepPreviousData,
  });
  const [first] = runs.data?.pages ?? [];
  const narrowed = filter.status !== "all" || filter.function !== "";
  const rows = (runs.data?.pages ?? []).flatMap((page) => (page.runner === "up" ? page.data : []));
  return (
    <>
      {runs.isPending ? <QueueStatsPending /> : null}
      {first?.runner === "up" ? <QueueStats queue={first.queue} /> : null}
      <Panel>
        <PanelHeader
          title="Runs"
          description="What the runner does for this tenant, newest first."
          actions={
            runs.isPending || first?.runner === "up" ? (
              <Filters filter={filter} functions={first?.runner === "up" ? first.functions : []} onChange={setFilter} />
            ) : null
          }
        />
        {runs.isPending ? <SkeletonRows /> : null}
        {runs.isError ? <ErrorState onRetry={() => void runs.refetch()} /> : null}
        {first?.runner === "down" ? (
          <ErrorState
            title="The runner does not answer"
            message="Nothing is lost: what is due is done when it is back. It is started again by itself."
            onRetry={() => void runs.refetch()}
          />
        ) : null}
        {first?.runner === "elsewhere" ? (
          <EmptyState icon={ServerOff} title="Another Inngest runs the functions">
            This installation is connected to Inngest Cloud or a self-hosted Inngest, which shows its runs itself.
          </EmptyState>
        ) : null}
        {first?.runner === "up" && rows.length === 0 ? (
          <EmptyState icon={Workflow} title={narrowed ? "No such runs" : "No runs"}>
            {narrowed
              ? "Choose another state or function to see others."
              : "Every webhook, abandoned cart and message makes some."}
          </EmptyState>
        ) : null}
        {first?.runner === "up" && rows.length > 0 ? (
          <>
            <RunTable runs={rows} now={first.now} zone={zone} onOpen={setOpenId} />
            <LoadMore
              hasMore={runs.hasNextPage}
              busy={runs.isFetchingNextPage}
              onMore={() => void runs.fetchNextPage()}
              shown={rows.length}
              noun="runs"
            />
          </>
        ) : null}
      </Panel>
      <RunSheet id={openId} zone={zone} onClose={() => setOpenId(null)} />
    </>
  );
}

function Filters(props: {
  filter: RunsFilter;
  functions: { id: string; name: string }[];
  onChange: (filter: RunsFilter) => void;
}) {
  const { filter, onChange } = props;
  return (
    <>
      <Checkbox
        label="Timers"
        className="mr-1"
        checked={filter.timers}
        onChange={(event) => onChange({ ...filter, timers: event.target.checked })}
      />
      <Select
        aria-label="State"
        className="w-28"
        value={filter.status}
        onChange={(event) => {
          const status = runStatuses.find((one) => one === event.target.value);
          onChange({ ...filter, status: status ?? "all" });
        }}
      >
        <option value="all">All states</option>
        {runStatuses.map((status) => (
          <option key={status} value={status}>
            {runStatusLabels[status]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Function"
        className="w-40"
        value={filter.function}
        onChange={(event) => onChange({ ...filter, function: event.target.value })}
      >
        <option value="">All functions</option>
        {props.functions.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}
