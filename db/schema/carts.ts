import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CartLine, CartPhase, CartTotals } from "#domain/cart.ts";
import type { EnrollmentRefusal } from "#domain/enrollment.ts";
import type { OrderStatus } from "#domain/order.ts";
import { emptyArray, id, instant, tenantId } from "./columns.ts";

const minor = (name: string) => bigint(name, { mode: "number" });

export const carts = pgTable(
  "carts",
  {
    tenantId: tenantId(),
    id: id(),
    shopId: text("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    contactId: text("contact_id"),
    phase: text("phase").$type<CartPhase>().notNull(),
    currency: text("currency").notNull(),
    lines: jsonb("lines").$type<CartLine[]>().notNull(),
    totals: jsonb("totals").$type<CartTotals>().notNull(),
    total: minor("total").notNull(),
    discountCodes: text("discount_codes").array().notNull().default(emptyArray),
    recoveryUrl: text("recovery_url"),
    sourceCreatedAt: instant("source_created_at").notNull(),
    sourceUpdatedAt: instant("source_updated_at").notNull(),
    lastActivityAt: instant("last_activity_at").notNull(),
    abandonedAt: instant("abandoned_at"),
    orderedAt: instant("ordered_at"),
    orderId: text("order_id"),
    deletedAt: instant("deleted_at"),
    enrollmentRefusal: text("enrollment_refusal").$type<EnrollmentRefusal>(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("carts_external").on(t.tenantId, t.shopId, t.externalId),
    index("carts_activity").on(t.tenantId, t.lastActivityAt),
    index("carts_contact").on(t.tenantId, t.contactId),
    index("carts_open")
      .on(t.tenantId, t.lastActivityAt)
      .where(sql`abandoned_at is null and ordered_at is null and deleted_at is null and contact_id is not null`),
  ],
);

export const orders = pgTable(
  "orders",
  {
    tenantId: tenantId(),
    id: id(),
    shopId: text("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    number: text("number"),
    contactId: text("contact_id"),
    currency: text("currency").notNull(),
    lines: jsonb("lines").$type<CartLine[]>().notNull(),
    subtotal: minor("subtotal").notNull(),
    discount: minor("discount").notNull(),
    total: minor("total").notNull(),
    refunded: minor("refunded").notNull(),
    discountCodes: text("discount_codes").array().notNull().default(emptyArray),
    status: text("status").$type<OrderStatus>().notNull(),
    orderedAt: instant("ordered_at").notNull(),
    sourceUpdatedAt: instant("source_updated_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("orders_external").on(t.tenantId, t.shopId, t.externalId),
    index("orders_contact").on(t.tenantId, t.contactId, t.orderedAt),
    index("orders_ordered_at").on(t.tenantId, t.orderedAt),
  ],
);

/** Names by which an order refers to carts, kept because the order may come first. */
export const orderTokens = pgTable(
  "order_tokens",
  {
    tenantId: tenantId(),
    shopId: text("shop_id").notNull(),
    token: text("token").notNull(),
    orderId: text("order_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.shopId, t.token, t.orderId] }),
    index("order_tokens_order").on(t.tenantId, t.orderId),
  ],
);

/** The one cart or several carts that an order came from. */
export const orderCarts = pgTable(
  "order_carts",
  { tenantId: tenantId(), orderId: text("order_id").notNull(), cartId: text("cart_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.orderId, t.cartId] }),
    index("order_carts_cart").on(t.tenantId, t.cartId),
  ],
);

/** Credit of an order under a model, or the reason why it is organic. Amounts in minor units. */
export const conversions = pgTable(
  "conversions",
  {
    tenantId: tenantId(),
    id: id(),
    orderId: text("order_id").notNull(),
    model: text("model").notNull(),
    enrollmentId: text("enrollment_id"),
    messageId: text("message_id"),
    organicReason: text("organic_reason"),
    amount: minor("amount").notNull(),
    currency: text("currency").notNull(),
    windowDays: bigint("window_days", { mode: "number" }).notNull(),
    orderedAt: instant("ordered_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("conversions_order").on(t.tenantId, t.orderId, t.model),
    index("conversions_ordered_at").on(t.tenantId, t.orderedAt),
    index("conversions_enrollment").on(t.tenantId, t.enrollmentId),
  ],
);
