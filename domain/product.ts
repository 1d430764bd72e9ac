import type { ContactSnapshot } from "./contact.ts";

/** A product as the shop sells it in one form: size, colour. Prices in minor units; null where the shop has not said. */
export type VariantSnapshot = {
  externalId: string;
  sku: string | null;
  title: string | null;
  price: number | null;
  currency: string;
  stock: number | null;
  imageUrl: string | null;
  /** What stock events name the variant by, where that is another id than its own. */
  inventoryItemId: string | null;
};

/**
 * A platform's word on one product at one source time. Null is unsaid, never empty: a deletion may know nothing but the
 * id. `complete` says that `variants` are all of the product's; otherwise those not named stay as they are.
 */
export type ProductSnapshot = {
  externalId: string;
  title: string | null;
  url: string | null;
  imageUrl: string | null;
  /** The names of what the shop files it under, and its maker's. */
  categories?: string[] | null;
  brand?: string | null;
  deletedAt: Date | null;
  sourceUpdatedAt: Date;
  complete: boolean;
  variants: VariantSnapshot[];
};

/** What was known of a product when somebody looked at it; null where it was not said. */
export type ViewedProduct = {
  externalId: string;
  title: string | null;
  url: string | null;
  imageUrl: string | null;
  price: number | null;
  currency: string | null;
};

/** That somebody looked at a product: a browser, which is its `visitor`, or a person whom the shop itself knows. */
export type ViewSnapshot = {
  visitor: string | null;
  contact: ContactSnapshot | null;
  product: ViewedProduct;
  at: Date;
};

/**
 * A platform's word on how many pieces are left, of a variant or of the inventory item behind it. With a `locationId`
 * it speaks of that place alone and the stock is the sum over places. `stock` is null where it is not tracked.
 */
export type StockSnapshot = {
  inventoryItemId: string | null;
  variantExternalId: string | null;
  locationId: string | null;
  stock: number | null;
  sourceUpdatedAt: Date;
};
