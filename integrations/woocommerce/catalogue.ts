import type { z } from "zod";
import { parseDecimal } from "#domain/money.ts";
import type { ProductSnapshot, VariantSnapshot } from "#domain/product.ts";
import type { Translation } from "#domain/shop-event.ts";
import { currencyOf, unknownCurrency } from "../basket.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { deletedPayload, productPayload } from "./payloads.ts";

type Product = z.infer<typeof productPayload>;

/**
 * `product.created|updated|restored`. A simple product is its own only variant. One with variations names them by id
 * alone; each variation comes as an event of its own, under its parent's id.
 */
export function translateProduct(json: unknown, request: TranslateRequest): Translation {
  const parsed = productPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const product = parsed.data;
  const currency = currencyOf(request.shopCurrency);
  if (!currency) return unknownCurrency;
  const variation = product.type === "variation" || product.parent_id !== null;
  const shared = {
    url: product.permalink,
    imageUrl: product.images?.[0]?.src ?? null,
    deletedAt: null,
    sourceUpdatedAt: product.date_modified_gmt ?? request.receivedAt,
  };
  if (variation && product.parent_id) {
    const variants = [variantOf(product, currency)];
    const parent = { externalId: product.parent_id, title: null, imageUrl: null, url: null };
    return one({ ...shared, ...parent, complete: false, variants });
  }
  const whole = product.type !== "variable";
  const variants = whole ? [{ ...variantOf(product, currency), title: null }] : [];
  return one({
    ...shared,
    ...placeOf(product),
    externalId: product.id,
    title: product.name,
    complete: whole,
    variants,
  });
}

/** Brands came with WooCommerce 9.6. */
function placeOf({ categories, brands }: Product): Pick<ProductSnapshot, "categories" | "brand"> {
  const names = (categories ?? []).flatMap(({ name }) => name ?? []);
  return { categories: names.length > 0 ? names : null, brand: brands?.[0]?.name ?? null };
}

/** `product.deleted`: the product that had this id. */
export function translateProductDeletion(json: unknown, { receivedAt }: TranslateRequest): Translation {
  const parsed = deletedPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const unknown = { title: null, url: null, imageUrl: null, complete: false, variants: [] };
  return one({ externalId: parsed.data.id, ...unknown, deletedAt: receivedAt, sourceUpdatedAt: receivedAt });
}

function variantOf(product: Product, currency: string): VariantSnapshot {
  const options = (product.attributes ?? []).flatMap(({ option }) => (option ? [option] : []));
  return {
    externalId: product.id,
    sku: product.sku,
    title: options.join(" / ").slice(0, 200) || null,
    price: product.price ? parseDecimal(product.price, currency) : null,
    currency,
    stock: stockOf(product),
    imageUrl: product.image?.src ?? product.images?.[0]?.src ?? null,
    inventoryItemId: null,
  };
}

/** `manage_stock` is `"parent"` where the pieces are counted for all variations together. */
function stockOf({ manage_stock: managed, stock_quantity: quantity, stock_status: status }: Product): number | null {
  if (managed === true) return quantity ?? null;
  return status === "outofstock" ? 0 : null;
}

function one(product: ProductSnapshot): Translation {
  return { kind: "events", events: [{ kind: "product", product }] };
}
