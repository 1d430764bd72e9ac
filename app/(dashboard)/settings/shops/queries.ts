import { queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { PlatformView } from "#components/shop/platform-view.ts";
import type { ShopView } from "#components/shop/shop-view.ts";
import type { Page } from "#domain/rows.ts";
import type { ShopHealth, ShopPulse } from "#domain/shop-health.ts";
import type { WebhookLogRow } from "#domain/webhook-log.ts";

export const shopsKey = ["shops"];

export function readShops(signal: AbortSignal): Promise<ShopView[]> {
  return readJson<{ data: ShopView[] }>("/api/shops", signal).then(({ data }) => data);
}

export const pulsesQuery = queryOptions({
  queryKey: [...shopsKey, "pulses"],
  queryFn: ({ signal }) => readJson<{ data: ShopPulse[] }>("/api/shops/health", signal).then(({ data }) => data),
  refetchInterval: 5_000,
});

export const shopQuery = (id: string) =>
  queryOptions({
    queryKey: [...shopsKey, id],
    queryFn: ({ signal }) => readJson<ShopView>(`/api/shops/${id}`, signal),
  });

export const platformsQuery = queryOptions({
  queryKey: ["platforms"],
  queryFn: ({ signal }) => readJson<{ data: PlatformView[] }>("/api/platforms", signal).then(({ data }) => data),
  staleTime: Number.POSITIVE_INFINITY,
});

export const healthQuery = (id: string) =>
  queryOptions({
    queryKey: [...shopsKey, id, "health"],
    queryFn: ({ signal }) => readJson<ShopHealth>(`/api/shops/${id}/health`, signal),
    refetchInterval: 5_000,
  });

/** The newest request that the shop itself or a page of it sent, asked for often: somebody sits before the screen and waits for it. */
export const newestEventQuery = (id: string) =>
  queryOptions({
    queryKey: ["webhook-events", "newest", id],
    queryFn: ({ signal }) =>
      readJson<Page<WebhookLogRow>>(`/api/webhook-events?shop=${id}&origin=shop,browser&limit=1`, signal).then(
        ({ rows }) => rows[0] ?? null,
      ),
    refetchInterval: 2_000,
  });

export type Access = { fields: { name: string; entered: boolean }[] };

export const accessQuery = (id: string) =>
  queryOptions({
    queryKey: [...shopsKey, id, "access"],
    queryFn: ({ signal }) => readJson<Access>(`/api/shops/${id}/credentials`, signal),
  });
