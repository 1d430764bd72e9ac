import { parseDecimal } from "#domain/money.ts";
import type { Translation } from "#domain/shop-event.ts";
import type { ProductPayload } from "./payloads.ts";

/** A product with its variants; every product has at least one. Prices are in the shop's currency. */
export function productFrom(product: ProductPayload, currency: string, receivedAt: Date): Translation {
  const imageUrl = (product.images?.find((one) => one.is_thumbnail) ?? product.images?.[0])?.url_standard ?? null;
  const tracked = product.inventory_tracking ?? "none";
  const variants = (product.variants ?? []).map((variant) => ({
    externalId: variant.id,
    sku: variant.sku,
    title: variant.option_values?.flatMap(({ label }) => label ?? []).join(" / ") || null,
    price: variant.calculated_price == null ? null : parseDecimal(variant.calculated_price, currency),
    currency,
    stock: stockOf(tracked, product.inventory_level, variant.inventory_level),
    imageUrl: variant.image_url,
    inventoryItemId: null,
  }));
  const sourceUpdatedAt = product.date_modified ?? receivedAt;
  const snapshot = {
    externalId: product.id,
    title: product.name,
    url: null,
    imageUrl,
    deletedAt: null,
    sourceUpdatedAt,
  };
  return { kind: "events", events: [{ kind: "product", product: { ...snapshot, complete: true, variants } }] };
}

/** Stock is kept by product, by variant or not at all; a level that is not kept says 0 and means nothing. */
function stockOf(
  tracked: string,
  product: number | null | undefined,
  variant: number | null | undefined,
): number | null {
  if (tracked === "product") return product ?? null;
  return tracked === "variant" ? (variant ?? null) : null;
}
