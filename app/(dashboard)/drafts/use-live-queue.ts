"use client";

import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNews } from "#app/use-news.ts";
import type { QueuePage } from "#domain/draft-queue.ts";
import { hintQuery } from "./queries.ts";

/**
 * Reads the queue anew when the server hints that it changed since the version that the page was drawn from. Of a long list
 * only the pages up to `keepPages` are read again; the rest comes back when somebody scrolls there.
 */
export function useLiveQueue(drawn: string, keepPages: number) {
  const client = useQueryClient();
  const hint = useQuery(hintQuery);
  useNews(drawn, hint.data?.version, () => {
    client.setQueriesData<InfiniteData<QueuePage>>({ queryKey: ["drafts", "list"], type: "active" }, (list) =>
      list && list.pages.length > keepPages
        ? { pages: list.pages.slice(0, keepPages), pageParams: list.pageParams.slice(0, keepPages) }
        : list,
    );
    for (const part of ["list", "groups", "one"]) void client.invalidateQueries({ queryKey: ["drafts", part] });
  });
  return hint;
}
