import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { CartFilters } from "#components/cart/cart-filters.tsx";
import type { CartLine, CartState, CartTotals } from "#domain/cart.ts";
import type { CartClock } from "#domain/cart-clock.ts";
import type { CartRow, Page } from "#domain/rows.ts";
import type { CartWalk } from "#domain/sequence/cart-walk.ts";
import type { TimelineEntry } from "#domain/timeline.ts";
import type { ZoneSource } from "#domain/timing/shopper-zone.ts";

export type CartsAnswer = Page<CartRow> & { now: string };
export type CartAnswer = {
  cart: {
    id: string;
    state: CartState;
    externalId: string;
    phase: string;
    shop: { id: string; name: string; platform: string };
    contact: {
      name: string | null;
      address: string;
      language: string | null;
      country: string | null;
      zone: { zone: string; from: ZoneSource };
      orders: number;
      suppressed: string | null;
    } | null;
    lines: CartLine[];
    totals: CartTotals;
    currency: string;
    discountCodes: string[];
    mergedInto: { id: string; externalId: string; shop: string } | null;
    mergedFrom: { id: string; externalId: string; shop: string }[];
  };
  clock: CartClock;
  timeline: TimelineEntry[];
  walks: CartWalk[];
  now: string;
};

export const queryText = ({ state, search }: CartFilters) =>
  new URLSearchParams({ ...(state ? { state } : {}), ...(search ? { search } : {}) }).toString();

export const cartsQuery = (filters: CartFilters) =>
  infiniteQueryOptions({
    queryKey: ["carts", filters],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(queryText(filters));
      if (pageParam) query.set("after", pageParam);
      return readJson<CartsAnswer>(`/api/carts?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });

export const cartQuery = (id: string) =>
  queryOptions({
    queryKey: ["carts", "one", id],
    queryFn: ({ signal }) => readJson<CartAnswer>(`/api/carts/${id}`, signal),
    refetchInterval: 4_000,
  });
