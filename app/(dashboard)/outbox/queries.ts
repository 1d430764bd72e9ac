import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { MailDetail, MailRow, Page } from "#domain/rows.ts";

export type MailFilters = { show: "sent" | "unsent"; search: string };
export type MailsAnswer = Page<MailRow> & { now: string };

export const mailsQuery = ({ show, search }: MailFilters) =>
  infiniteQueryOptions({
    queryKey: ["outbox", show, search],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        show,
        ...(search ? { search } : {}),
        ...(pageParam ? { after: pageParam } : {}),
      });
      return readJson<MailsAnswer>(`/api/outbox?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: 3_000,
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ["outbox", "one", id],
    queryFn: ({ signal }) => readJson<MailDetail>(`/api/outbox/${id}`, signal),
  });
