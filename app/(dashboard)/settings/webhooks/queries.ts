import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { WebhookFilters } from "#components/webhook/webhook-filters.tsx";
import type { Page } from "#domain/rows.ts";
import type { WebhookLogEntry, WebhookLogRow } from "#domain/webhook-log.ts";

export const webhooksKey = ["webhook-events"];

/** The filters as they stand in an address: what is not chosen is left out. */
export function filterQuery(filters: Partial<WebhookFilters> & { after?: string; limit?: string }): string {
  return new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
}

export const webhooksQuery = (filters: WebhookFilters) =>
  infiniteQueryOptions({
    queryKey: [...webhooksKey, filters],
    queryFn: ({ pageParam, signal }) =>
      readJson<Page<WebhookLogRow>>(`/api/webhook-events?${filterQuery({ ...filters, after: pageParam })}`, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: 3_000,
  });

/** Whether anything waits among the dead letters, of one shop or of all. */
export const anyFailedQuery = (shop: string) =>
  queryOptions({
    queryKey: [...webhooksKey, "any-failed", shop],
    queryFn: ({ signal }) =>
      readJson<Page<WebhookLogRow>>(
        `/api/webhook-events?${filterQuery({ shop, outcome: "failed", limit: "1" })}`,
        signal,
      ).then(({ rows }) => rows.length > 0),
    refetchInterval: 5_000,
  });

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...webhooksKey, "one", id],
    queryFn: ({ signal }) => readJson<WebhookLogEntry>(`/api/webhook-events/${id}`, signal),
    // A body does not change; what became of it may, until it is settled.
    refetchInterval: ({ state }) => (state.data?.outcome === "pending" ? 1_000 : false),
  });
