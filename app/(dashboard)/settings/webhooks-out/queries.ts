import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { DeliveryState } from "#domain/webhook-delivery.ts";
import type { DeliveryEntry, DeliveryRow, EndpointRow } from "#domain/webhooks-out.ts";

export const endpointsKey = ["webhooks-out"];
export const deliveriesKey = ["webhook-deliveries"];

export const endpointsQuery = queryOptions({
  queryKey: endpointsKey,
  queryFn: ({ signal }) => readJson<{ data: EndpointRow[] }>("/api/v1/webhooks", signal).then(({ data }) => data),
  refetchInterval: 5_000,
});

export const removedQuery = queryOptions({
  queryKey: [...endpointsKey, "removed"],
  queryFn: ({ signal }) =>
    readJson<{ data: EndpointRow[] }>("/api/v1/webhooks?removed=true", signal).then(({ data }) => data),
});

export type DeliveryPage = { data: DeliveryRow[]; next: string | null };

export const deliveriesQuery = (endpointId: string, state: DeliveryState | null) =>
  infiniteQueryOptions({
    queryKey: [...deliveriesKey, endpointId, state],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return readJson<DeliveryPage>(`/api/v1/webhooks/${endpointId}/deliveries?${asked}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: 3_000,
  });

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: [...deliveriesKey, "one", id],
    queryFn: ({ signal }) => readJson<DeliveryEntry>(`/api/v1/webhook-deliveries/${id}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === "waiting" ? 2_000 : false),
  });
