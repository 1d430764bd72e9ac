"use client";

import { toast } from "sonner";
import { messageOf } from "#app/requests.ts";
import { ProductDetails } from "#components/storefront/product-details.tsx";
import type { ProductView } from "#components/storefront/view.ts";
import { useSaveBasket, useShop, withLine } from "../queries.ts";

/** A product, and the counter over which it goes into the basket. */
export function ProductCounter({ product, currency }: { product: ProductView; currency: string }) {
  const { data: view } = useShop();
  const save = useSaveBasket();
  const add = (variant: string | null) => {
    const lines = view && !view.ordered ? view.basket.lines : [];
    const before = lines.find((line) => line.slug === product.slug && line.variant === variant)?.quantity ?? 0;
    const line = { slug: product.slug, variant, quantity: Math.min(9, before + 1) };
    save.mutate({ lines: withLine(lines, line) }, { onError: (error) => toast.error(messageOf(error)) });
  };
  return (
    <ProductDetails
      product={product}
      currency={currency}
      busy={save.isPending || !view}
      added={save.isSuccess}
      onAdd={add}
    />
  );
}
