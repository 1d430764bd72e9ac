import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, tenantId } from "./columns.ts";

/** What a shop sells, by its newest word. `completeAt` is the newest time at which it named all variants. */
export const products = pgTable(
  "products",
  {
    tenantId: tenantId(),
    id: id(),
    shopId: text("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    title: text("title"),
    url: text("url"),
    imageUrl: text("image_url"),
    categories: text("categories").array(),
    brand: text("brand"),
    sourceUpdatedAt: instant("source_updated_at").notNull(),
    completeAt: instant("complete_at"),
    deletedAt: instant("deleted_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("products_external").on(t.tenantId, t.shopId, t.externalId),
  ],
);

export const variants = pgTable(
  "variants",
  {
    tenantId: tenantId(),
    productId: text("product_id").notNull(),
    externalId: text("external_id").notNull(),
    sku: text("sku"),
    title: text("title"),
    price: bigint("price", { mode: "number" }),
    currency: text("currency").notNull(),
    stock: integer("stock"),
    imageUrl: text("image_url"),
    inventoryItemId: text("inventory_item_id"),
    sourceUpdatedAt: instant("source_updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.productId, t.externalId] }),
    index("variants_inventory").on(t.tenantId, t.inventoryItemId),
  ],
);

/** What stock events said, per place. `subject` is `item:<inventory item>` or `variant:<variant>`; no place is ''. */
export const stockLevels = pgTable(
  "stock_levels",
  {
    tenantId: tenantId(),
    shopId: text("shop_id").notNull(),
    subject: text("subject").notNull(),
    locationId: text("location_id").notNull(),
    stock: integer("stock"),
    sourceUpdatedAt: instant("source_updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.shopId, t.subject, t.locationId] })],
);

/**
 * The code minted in the shop for one decision's message. `pending` until the shop has answered; `refused` means that
 * the incentive's own code goes out instead, for the reason given.
 */
export const coupons = pgTable(
  "coupons",
  {
    tenantId: tenantId(),
    decisionId: text("decision_id").notNull(),
    shopId: text("shop_id").notNull(),
    incentiveId: text("incentive_id").notNull(),
    code: text("code").notNull(),
    status: text("status").$type<"pending" | "minted" | "refused">().notNull(),
    reason: text("reason"),
    expiresAt: instant("expires_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.decisionId] }),
    uniqueIndex("coupons_code").on(t.tenantId, t.code),
    index("coupons_created").on(t.tenantId, t.createdAt, t.decisionId),
  ],
);
