import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { Finding, Words } from "#domain/draft.ts";
import type { Person, QueueDetail, QueueFilter, QueueGroups, QueueHint, QueuePage } from "#domain/draft-queue.ts";
import { filterParams } from "./asked.ts";

export type PreviewAnswer = { subject: string; preheader: string; html: string; text: string; findings: Finding[] };

export const draftsQuery = (filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: ["drafts", "list", filterParams(filter).toString()],
    queryFn: ({ pageParam, signal }) => {
      const query = filterParams(filter);
      if (pageParam) query.set("after", pageParam);
      if (pageParam) query.set("limit", "200");
      return readJson<QueuePage>(`/api/drafts?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const groupsQuery = (filter: QueueFilter) =>
  queryOptions({
    queryKey: ["drafts", "groups", filterParams(filter).toString()],
    queryFn: ({ signal }) => readJson<QueueGroups>(`/api/drafts/groups?${filterParams(filter)}`, signal),
    placeholderData: keepPreviousData,
  });

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ["drafts", "one", id],
    queryFn: ({ signal }) => readJson<QueueDetail>(`/api/drafts/${id}`, signal),
    staleTime: 10_000,
  });

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ["drafts", "preview", id],
    queryFn: ({ signal }) => readJson<PreviewAnswer>(`/api/drafts/${id}/preview`, signal),
    staleTime: 60_000,
  });

export const hintQuery = queryOptions({
  queryKey: ["drafts", "hint"],
  queryFn: ({ signal }) => readJson<QueueHint>("/api/drafts/events", signal),
  refetchInterval: 3_000,
});

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: async ({ signal }) => (await readJson<{ data: Person[] }>("/api/members", signal)).data,
  staleTime: 300_000,
});

export type Verdict =
  | { verdict: "approved"; wordsHash: string }
  | { verdict: "edited"; words: Words; wordsHash: string }
  | { verdict: "rejected"; reason: string; wordsHash: string };
