import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { InboxChoice } from "#components/inbox/inbox-filters.tsx";
import type { ConversationDetail, ConversationRow } from "#domain/inbox-rows.ts";

export type ConversationPage = { data: ConversationRow[]; next: string | null };

/** What an address says of a choice; the API takes the same names. */
export function choiceParams({ show, intent, mailbox, search }: InboxChoice): URLSearchParams {
  return new URLSearchParams({
    show,
    ...(intent ? { intent } : {}),
    ...(mailbox ? { mailbox } : {}),
    ...(search ? { search } : {}),
  });
}

export const conversationsQuery = (choice: InboxChoice) =>
  infiniteQueryOptions({
    queryKey: ["inbox", "list", choiceParams(choice).toString()],
    queryFn: ({ pageParam, signal }) => {
      const query = choiceParams(choice);
      if (pageParam) query.set("cursor", pageParam);
      return readJson<ConversationPage>(`/api/v1/conversations?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ["inbox", "one", id],
    queryFn: ({ signal }) => readJson<ConversationDetail>(`/api/v1/conversations/${id}`, signal),
  });

export const hintQuery = queryOptions({
  queryKey: ["inbox-hint"],
  queryFn: ({ signal }) => readJson<{ version: string }>("/api/inbox/events", signal),
  refetchInterval: 3_000,
});
