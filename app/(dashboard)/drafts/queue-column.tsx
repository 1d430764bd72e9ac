"use client";

import { Keyboard, PenLine } from "lucide-react";
import { useCallback } from "react";
import { tabLabels } from "#components/draft/labels.ts";
import { QueueFilters } from "#components/draft/queue-filters.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { type QueueRow, type QueueTab, queueTabs } from "#domain/draft-queue.ts";
import type { Asked, Narrowing } from "./asked.ts";
import { QueueList } from "./queue-list.tsx";
import type { useQueue } from "./use-queue.ts";

type Props = {
  asked: Asked;
  setAsked: (change: (now: Asked) => Asked) => void;
  queue: ReturnType<typeof useQueue>;
  chosenId: string | null;
  selected: ReadonlySet<string>;
  zone: string;
  isShown: boolean;
  onChoose: (row: QueueRow) => void;
  onSelect: (id: string, isSelected: boolean) => void;
  onClear: () => void;
  onCluster: () => void;
  onHelp: () => void;
};

/** The left column: which drafts, how they are narrowed and grouped, and the list itself. */
export function QueueColumn({ asked, setAsked, queue, selected, isShown, ...props }: Props) {
  const { filter } = asked;
  const change = useCallback(
    (part: Partial<Narrowing>) =>
      setAsked((now) => ({ ...now, filter: { ...now.filter, ...part }, open: null, draftId: null })),
    [setAsked],
  );
  const onSearch = useCallback((search: string) => change({ search: search || undefined }), [change]);
  const isNarrowed = Object.entries(filter).some(([name, value]) => name !== "tab" && value !== undefined);
  return (
    <section
      aria-label="Queue"
      className={cn(
        "flex min-h-0 min-w-0 flex-1 flex-col bg-surface lg:row-span-2 lg:border-r xl:row-span-1",
        !isShown && "max-lg:hidden",
      )}
    >
      <header className="grid gap-2.5 border-b px-4 pt-4 pb-3 lg:pt-5">
        <div className="flex items-center justify-between">
          <h1 className="font-semibold text-xl tracking-tight">Drafts</h1>
          <TextLink href="/drafts/letters" className="mr-auto ml-3 text-sm">
            Letters
          </TextLink>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Keys of the queue"
            onClick={props.onHelp}
            className="-mr-1.5"
          >
            <Keyboard />
          </Button>
        </div>
        <Segmented
          label="Which drafts"
          value={filter.tab}
          onChange={(tab) => setAsked((now) => ({ ...now, filter: { tab }, open: null, draftId: null }))}
          options={queueTabs.map((value) => ({
            value,
            label: value === "waiting" && queue.waiting > 0 ? <CountedTab count={queue.waiting} /> : tabLabels[value],
            name: value === "waiting" && queue.waiting > 0 ? `${tabLabels[value]} ${queue.waiting}` : undefined,
          }))}
          className="flex [&>button]:flex-1 [&>button]:justify-center [&>button]:px-1"
        />
        <div id="queue-search">
          <SearchBox
            key={filter.tab}
            label="Name, address or subject"
            value={filter.search ?? ""}
            onSearch={onSearch}
          />
        </div>
        <QueueFilters
          filter={filter}
          groups={queue.facets}
          members={queue.members}
          grouping={asked.grouping}
          order={filter.tab === "waiting" ? "By deadline" : "Newest first"}
          onFilter={change}
          onGrouping={(grouping) => setAsked((now) => ({ ...now, grouping, open: null, draftId: null }))}
        />
        {selected.size > 0 ? (
          <div className="-mx-1 flex items-center gap-2 rounded-md bg-accent-soft px-2.5 py-1.5 text-sm">
            <span className="tabular mr-auto font-medium">{selected.size} selected</span>
            <Button size="sm" onClick={props.onCluster}>
              Approve alike
            </Button>
            <Button size="sm" variant="ghost" onClick={props.onClear}>
              Clear
            </Button>
          </div>
        ) : null}
      </header>
      {queue.list.isError && queue.rows.length === 0 ? <ErrorState onRetry={() => void queue.list.refetch()} /> : null}
      {queue.list.isLoading ? (
        <SkeletonRows />
      ) : (
        <QueueList
          rows={queue.rows}
          pending={queue.pending}
          groups={queue.groups}
          openKey={queue.openKey}
          tab={filter.tab}
          chosenId={props.chosenId}
          selected={selected}
          now={queue.now}
          zone={props.zone}
          empty={
            queue.list.isError ? null : (
              <Nothing
                tab={filter.tab}
                isNarrowed={isNarrowed}
                onAll={() => setAsked((now) => ({ ...now, filter: { tab: filter.tab } }))}
              />
            )
          }
          onChoose={props.onChoose}
          onSelect={filter.tab === "waiting" ? props.onSelect : null}
          onOpen={(open) => setAsked((now) => ({ ...now, open: open ?? "", draftId: null }))}
          onMore={queue.more}
        />
      )}
    </section>
  );
}

const CountedTab = ({ count }: { count: number }) => (
  <>
    {tabLabels.waiting} <span className="tabular text-accent">{count.toLocaleString("en")}</span>
  </>
);

const texts: Record<QueueTab, [title: string, text: string]> = {
  waiting: [
    "Nothing waits for you",
    "Drafts come here when oversight is gated, or when a rule or the inspection asks for a person.",
  ],
  held: ["Nothing is held", "Drafts that were taken back, or whose facts moved, are kept here until somebody decides."],
  sent: ["Nothing was sent yet", "Every message that went out is kept here, with its words and facts."],
  decided: ["No verdicts yet", "Drafts that somebody approved, edited or rejected are kept here."],
};

function Nothing({ tab, isNarrowed, onAll }: { tab: QueueTab; isNarrowed: boolean; onAll: () => void }) {
  const [title, text] = texts[tab];
  return isNarrowed ? (
    <EmptyState icon={PenLine} title="No draft fits" action={<Button onClick={onAll}>Show all</Button>} />
  ) : (
    <EmptyState icon={PenLine} title={title}>
      {text}
    </EmptyState>
  );
}
