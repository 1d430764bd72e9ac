import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { Finding, Words } from "#domain/draft.ts";
import type { DraftDetail, DraftRow, DraftTab, Page } from "#domain/rows.ts";

export type DraftsAnswer = Page<DraftRow> & { waiting: { count: number; nextDueAt: string | null }; now: string };
export type PreviewAnswer = { subject: string; preheader: string; html: string; text: string; findings: Finding[] };

export const draftsQuery = (tab: DraftTab) =>
  infiniteQueryOptions({
    queryKey: ["drafts", "list", tab],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ tab, ...(pageParam ? { after: pageParam } : {}) });
      return readJson<DraftsAnswer>(`/api/drafts?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: 5_000,
  });

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ["drafts", "one", id],
    queryFn: ({ signal }) => readJson<DraftDetail>(`/api/drafts/${id}`, signal),
  });

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ["drafts", "preview", id],
    queryFn: ({ signal }) => readJson<PreviewAnswer>(`/api/drafts/${id}/preview`, signal),
    staleTime: 60_000,
  });

export type Verdict =
  | { verdict: "approved"; wordsHash: string }
  | { verdict: "edited"; words: Words; wordsHash: string }
  | { verdict: "rejected"; reason: string; wordsHash: string };
