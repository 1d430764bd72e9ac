"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { findingLabels } from "#components/draft/labels.ts";
import type { QueuePage, QueueRow } from "#domain/draft-queue.ts";
import { type Asked, groupsBy } from "./asked.ts";
import { draftsQuery, groupsQuery, membersQuery } from "./queries.ts";
import { useLiveQueue } from "./use-live-queue.ts";

/** What the page was drawn from, and the version of the queue that it was read at. */
export type DrawnPage = QueuePage & { version: string };

type Wanted = { asked: Asked; first: Asked; firstPage: DrawnPage; gone: ReadonlySet<string> };

/** The list that is asked for, its groups and counts, read anew when something changes. `gone` have just left it. */
export function useQueue({ asked, first, firstPage, gone }: Wanted) {
  const client = useQueryClient();
  const groupsAnswer = useQuery(groupsQuery(asked.filter));
  const groups = groupsBy(asked.grouping, groupsAnswer.data, findingLabels);
  const openGroup = groups.find(({ key }) => key === asked.open) ?? (asked.open === null ? groups[0] : undefined);
  const filter = { ...asked.filter, ...openGroup?.part };
  const isFirst = asked.filter === first.filter && asked.grouping === "none";
  const list = useInfiniteQuery({
    ...draftsQuery(filter),
    ...(isFirst ? { initialData: { pages: [firstPage], pageParams: [""] } } : {}),
  });
  const pages = list.data?.pages ?? [];
  const loaded = pages.flatMap((page) => page.rows);
  const leaves = asked.filter.tab === "waiting" || asked.filter.tab === "held";
  const rows = leaves ? loaded.filter((row) => !gone.has(row.id)) : loaded;
  const total = openGroup?.count ?? groupsAnswer.data?.total ?? 0;
  const pending = list.hasNextPage ? Math.max(1, total - loaded.length) : 0;
  const at = loaded.findIndex((row) => row.id === asked.draftId);
  const pageSize = pages[0]?.rows.length || 1;
  const hint = useLiveQueue(firstPage.version, Math.floor(Math.max(0, at) / pageSize) + 2);

  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  const nextGroup = (by: 1 | -1): Partial<Asked> => {
    const next = groups[groups.findIndex(({ key }) => key === openGroup?.key) + by];
    return next ? { open: next.key, draftId: null } : {};
  };
  return {
    ...{ list, rows, pending, groups, openKey: openGroup?.key ?? null, more, nextGroup },
    members: useQuery(membersQuery).data ?? [],
    facets: groupsAnswer.data,
    now: pages.at(-1)?.now ?? firstPage.now,
    waiting: hint.data?.waiting.count ?? pages[0]?.waiting.count ?? firstPage.waiting.count,
    patternLabel: (row: QueueRow) =>
      groupsAnswer.data?.patterns.find(({ pattern }) => pattern === row.pattern)?.label ??
      `${row.sequence}, step ${row.position + 1}`,
    refresh: () => void client.invalidateQueries({ queryKey: ["drafts"] }),
  };
}
