"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { DraftLine } from "#components/draft/queue-row.tsx";
import { cn } from "#components/ui/cn.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { QueueRow, QueueTab } from "#domain/draft-queue.ts";
import type { OpenGroup } from "./asked.ts";

type Entry =
  | { kind: "group"; group: OpenGroup; isOpen: boolean }
  | { kind: "row"; row: QueueRow }
  | { kind: "pending" };

type Props = {
  rows: QueueRow[];
  /** How many more there are that were not loaded yet. */
  pending: number;
  groups: OpenGroup[];
  openKey: string | null;
  tab: QueueTab;
  chosenId: string | null;
  selected: ReadonlySet<string>;
  now: string;
  zone: string;
  empty: ReactNode;
  onChoose: (row: QueueRow) => void;
  onSelect: ((id: string, isSelected: boolean) => void) | null;
  onOpen: (key: string | null) => void;
  onMore: () => void;
};

const rowHeight = 77;
const groupHeight = 47;

/** The list, of which only what is in sight is drawn: five thousand drafts scroll like fifty. */
export function QueueList({ rows, groups, openKey, chosenId, onMore, empty, ...props }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = entriesOf({ rows, groups, openKey, pending: props.pending });
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (list[index]?.kind === "group" ? groupHeight : rowHeight),
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const reachesPending = drawn.some(({ index }) => list[index]?.kind === "pending");
  useEffect(() => {
    if (reachesPending) onMore();
  }, [reachesPending, onMore]);
  const chosenAt = list.findIndex((entry) => entry.kind === "row" && entry.row.id === chosenId);
  useFollow({ scroller, chosenId, chosenAt, scrollTo: virtual.scrollToIndex });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes hang on what kind stands where, which these tell
  useEffect(() => virtual.measure(), [openKey, groups.length, virtual]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      {list.length === 0 ? empty : null}
      <ul aria-label="Drafts" className="relative" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start, size }) => {
          const entry = list[index];
          return entry ? (
            <li
              key={keyOf(entry, index)}
              aria-setsize={list.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <Line entry={entry} chosenId={chosenId} {...props} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function Line({
  entry,
  chosenId,
  ...props
}: { entry: Entry } & Pick<
  Props,
  "chosenId" | "tab" | "selected" | "now" | "zone" | "onChoose" | "onSelect" | "onOpen"
>) {
  if (entry.kind === "group") return <GroupLine {...entry} onOpen={props.onOpen} />;
  if (entry.kind === "pending") return <PendingLine />;
  const { row } = entry;
  return (
    <DraftLine
      row={row}
      tab={props.tab}
      now={props.now}
      zone={props.zone}
      isChosen={row.id === chosenId}
      isSelected={props.selected.has(row.id)}
      onChoose={props.onChoose}
      onSelect={props.onSelect}
    />
  );
}

function GroupLine({ group, isOpen, onOpen }: { group: OpenGroup; isOpen: boolean; onOpen: Props["onOpen"] }) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? null : group.key)}
      className="flex h-full w-full items-center gap-2 border-b bg-sunken px-3 text-left text-sm focus-visible:-outline-offset-2"
    >
      <ChevronRight
        aria-hidden
        className={cn("size-3.5 shrink-0 text-ink-faint transition-transform", isOpen && "rotate-90")}
      />
      <span
        className={cn("line-clamp-2 min-w-0 flex-1 leading-4.5", isOpen ? "font-medium text-ink" : "text-ink-soft")}
      >
        {group.label}
      </span>
      <span className="tabular text-ink-faint text-xs">{group.count.toLocaleString("en")}</span>
    </button>
  );
}

function PendingLine() {
  return (
    <div aria-hidden className="grid h-full content-center gap-2 border-b py-2 pr-4 pl-9">
      <Skeleton className="h-3.5 w-2/5" />
      <Skeleton className="h-3.5 w-4/5" />
    </div>
  );
}

function entriesOf({
  rows,
  groups,
  openKey,
  pending,
}: Pick<Props, "rows" | "groups" | "openKey" | "pending">): Entry[] {
  const drafts = [
    ...rows.map((row): Entry => ({ kind: "row", row })),
    ...Array.from({ length: pending }, (): Entry => ({ kind: "pending" })),
  ];
  if (groups.length === 0) return drafts;
  return groups.flatMap((group): Entry[] => {
    const isOpen = group.key === openKey;
    return [{ kind: "group", group, isOpen }, ...(isOpen ? drafts : [])];
  });
}

function keyOf(entry: Entry, index: number): string {
  if (entry.kind === "row") return entry.row.id;
  return entry.kind === "group" ? `group:${entry.group.key}` : `pending:${index}`;
}

/** Keeps the chosen draft in sight, and the focus on it where the list has the focus. */
function useFollow(props: {
  scroller: { current: HTMLDivElement | null };
  chosenId: string | null;
  chosenAt: number;
  scrollTo: (index: number, options?: { align: "auto" }) => void;
}) {
  const { scroller, chosenId, chosenAt, scrollTo } = props;
  const current = useRef({ chosenAt, scrollTo });
  useEffect(() => {
    current.current = { chosenAt, scrollTo };
  });
  useEffect(() => {
    if (!chosenId || current.current.chosenAt < 0) return;
    current.current.scrollTo(current.current.chosenAt, { align: "auto" });
    const hadFocus =
      scroller.current?.contains(document.activeElement) && document.activeElement?.matches("[data-draft]");
    if (!hadFocus) return;
    const frame = requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-draft="${CSS.escape(chosenId)}"]`)
        ?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [chosenId, scroller]);
}
