"use client";

import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { QueuePage } from "#domain/draft-queue.ts";
import { hintQuery } from "./queries.ts";

/**
 * Reads the queue anew when the server hints that it changed. Of a long list only the pages up to `keepPages` are read
 * again; the rest comes back when somebody scrolls there.
 */
export function useLiveQueue(keepPages: number) {
  const client = useQueryClient();
  const hint = useQuery(hintQuery);
  const seen = useRef<string | null>(null);
  const keep = useRef(keepPages);
  useEffect(() => {
    keep.current = keepPages;
  });
  const version = hint.data?.version;
  useEffect(() => {
    if (!version) return;
    const isNews = seen.current !== null && seen.current !== version;
    seen.current = version;
    if (!isNews) return;
    client.setQueriesData<InfiniteData<QueuePage>>({ queryKey: ["drafts", "list"], type: "active" }, (list) =>
      list && list.pages.length > keep.current
        ? { pages: list.pages.slice(0, keep.current), pageParams: list.pageParams.slice(0, keep.current) }
        : list,
    );
    for (const part of ["list", "groups", "one"]) void client.invalidateQueries({ queryKey: ["drafts", part] });
  }, [client, version]);
  return hint;
}
