import { z } from "zod";
import { isCurrency } from "#domain/money.ts";
import type { VariantSnapshot } from "#domain/product.ts";
import type { ShopEvent, Translation } from "#domain/shop-event.ts";
import type { TranslateRequest } from "../platform.ts";
import {
  decimal,
  identifier,
  instant,
  optional,
  optionalId,
  optionalText,
  optionalUrl,
  rejectionOf,
} from "../shapes.ts";
import { minorUnits } from "./lines.ts";

const pieces = z.number().int().min(-1_000_000_000).max(1_000_000_000).nullish();

const variant = z.object({
  id: identifier,
  title: optionalText(200),
  sku: optionalText(100),
  price: decimal.nullish(),
  image_id: optionalId,
  inventory_item_id: optionalId,
  inventory_management: z.string().nullish(),
  inventory_quantity: pieces,
});

const image = z.object({ id: optionalId, src: optionalUrl });

const productPayload = z.object({
  id: identifier,
  title: optionalText(300),
  handle: optionalText(255),
  status: optional(z.string()),
  vendor: optionalText(200),
  product_type: optionalText(200),
  image: optional(image),
  images: optional(z.array(image)),
  variants: z.array(variant).max(2048),
  variant_gids: optional(z.array(z.unknown())),
  updated_at: instant.nullish(),
});
type ProductPayload = z.infer<typeof productPayload>;

/** `products/create|update`. Archived and draft products are out of the shop's window, which is not deleted. */
export function translateProduct(json: unknown, request: TranslateRequest): Translation {
  const parsed = productPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const product = parsed.data;
  const currency = (request.shopCurrency ?? "").toUpperCase();
  if (!isCurrency(currency)) return { kind: "rejected", reason: "unknown_currency", detail: "currency" };
  return one({
    kind: "product",
    product: {
      externalId: product.id,
      title: product.title,
      url: pageOf(product.handle, request.shopUrl),
      imageUrl: product.image?.src ?? product.images?.[0]?.src ?? null,
      categories: product.product_type ? [product.product_type] : null,
      brand: product.vendor || null,
      deletedAt: null,
      sourceUpdatedAt: product.updated_at ?? request.receivedAt,
      // A product of more than 100 variants lists only the ids of the rest.
      complete: (product.variant_gids?.length ?? 0) <= product.variants.length,
      variants: product.variants.map((each) => variantOf(each, product, currency)),
    },
  });
}

const named = z.object({ id: identifier });

/** `products/delete` knows nothing but the id. */
export function translateProductDeletion(json: unknown, { receivedAt }: TranslateRequest): Translation {
  const parsed = named.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const unknown = { title: null, url: null, imageUrl: null, complete: false, variants: [] };
  const times = { deletedAt: receivedAt, sourceUpdatedAt: receivedAt };
  return one({ kind: "product", product: { externalId: parsed.data.id, ...unknown, ...times } });
}

const levelPayload = z.object({
  inventory_item_id: identifier,
  location_id: optionalId,
  available: pieces,
  updated_at: instant.nullish(),
});

/** `inventory_levels/update`: one item at one location; `available` null is stock that is not tracked there. */
export function translateStock(json: unknown, request: TranslateRequest): Translation {
  const parsed = levelPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { inventory_item_id: inventoryItemId, location_id: locationId, available, updated_at } = parsed.data;
  const sourceUpdatedAt = updated_at ?? request.receivedAt;
  const stock = { inventoryItemId, variantExternalId: null, locationId, stock: available ?? null, sourceUpdatedAt };
  return one({ kind: "stock", stock });
}

/** `app/uninstalled`: its body is the shop as it was, so that the time is ours. */
export function translateUninstall(_: unknown, { receivedAt }: TranslateRequest): Translation {
  return one({ kind: "shop_uninstalled", at: receivedAt });
}

function variantOf(given: z.infer<typeof variant>, product: ProductPayload, currency: string): VariantSnapshot {
  return {
    externalId: given.id,
    sku: given.sku,
    title: given.title === "Default Title" ? null : given.title,
    price: minorUnits(given.price, currency),
    currency,
    // Old versions say `inventory_management: null` of what is sold without counting; their quantity means nothing.
    stock: given.inventory_management === null ? null : (given.inventory_quantity ?? null),
    imageUrl: product.images?.find((each) => each.id !== null && each.id === given.image_id)?.src ?? null,
    inventoryItemId: given.inventory_item_id,
  };
}

function pageOf(handle: string | null, shopUrl: string | undefined): string | null {
  if (!handle || !shopUrl || !URL.canParse(shopUrl)) return null;
  return new URL(`/products/${encodeURIComponent(handle)}`, shopUrl).href;
}

function one(event: ShopEvent): Translation {
  return { kind: "events", events: [event] };
}
