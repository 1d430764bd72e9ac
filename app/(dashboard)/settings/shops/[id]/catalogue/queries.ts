import { infiniteQueryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { ProductView } from "#components/product/product-view.ts";
import type { Page } from "#domain/rows.ts";

export const productsQuery = (shopId: string) =>
  infiniteQueryOptions({
    queryKey: ["products", shopId],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ shop: shopId, ...(pageParam ? { after: pageParam } : {}) });
      return readJson<Page<ProductView>>(`/api/products?${asked}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
