import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { FallbackReason } from "#domain/attribution/fitted.ts";
import type { CartLine, CartPhase, CartStandsFor, CartTotals } from "#domain/cart.ts";
import type { Device } from "#domain/device.ts";
import type { EnrollmentRefusal } from "#domain/enrollment.ts";
import type { OrderStatus } from "#domain/order.ts";
import { emptyArray, id, instant, stamps, tenantId } from "./columns.ts";

const minor = (name: string) => bigint(name, { mode: "number" });

/**
 * What platforms said of carts, newest word per group of fields (`stamps`), and below it what follows from all that is
 * known of the person: contact, order, deletion and merging are derived (`domain/recovery-case`), never said.
 */
export const carts = pgTable(
  "carts",
  {
    tenantId: tenantId(),
    id: id(),
    shopId: text("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    saidContactId: text("said_contact_id"),
    customerExternalId: text("customer_external_id"),
    phase: text("phase").$type<CartPhase>().notNull(),
    currency: text("currency").notNull(),
    lines: jsonb("lines").$type<CartLine[]>().notNull(),
    totals: jsonb("totals").$type<CartTotals>().notNull(),
    total: minor("total").notNull(),
    discountCodes: text("discount_codes").array().notNull().default(emptyArray),
    recoveryUrl: text("recovery_url"),
    recoveryExpiresAt: instant("recovery_expires_at"),
    sourceCreatedAt: instant("source_created_at").notNull(),
    sourceUpdatedAt: instant("source_updated_at").notNull(),
    lastActivityAt: instant("last_activity_at").notNull(),
    completedAt: instant("completed_at"),
    stamps: stamps(),
    contactId: text("contact_id"),
    orderedAt: instant("ordered_at"),
    orderId: text("order_id"),
    deletedAt: instant("deleted_at"),
    mergedInto: text("merged_into"),
    abandonedAt: instant("abandoned_at"),
    enrollmentRefusal: text("enrollment_refusal").$type<EnrollmentRefusal>(),
    createdAt: instant("created_at").notNull(),
    /** Said by a browser, which may be anybody's: docs/decisions/browsers-are-claims.md. */
    claimed: boolean("claimed").notNull().default(false),
    /** What the shopper held last, where a browser or the platform has told. */
    device: text("device").$type<Device>(),
    /** A basket of a shop, or the stand-in for what a visit looked at or an order brought. */
    standsFor: text("stands_for").$type<CartStandsFor>().notNull().default("basket"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("carts_external").on(t.tenantId, t.shopId, t.externalId),
    index("carts_activity").on(t.tenantId, t.lastActivityAt),
    index("carts_contact").on(t.tenantId, t.contactId),
    // Lists of the rare states would read whole years of carts for one page.
    index("carts_active")
      .on(t.tenantId, t.lastActivityAt)
      .where(sql`abandoned_at is null and ordered_at is null and deleted_at is null and merged_into is null`),
    index("carts_deleted").on(t.tenantId, t.lastActivityAt).where(sql`deleted_at is not null`),
    index("carts_merged").on(t.tenantId, t.lastActivityAt).where(sql`merged_into is not null`),
    index("carts_emptied").on(t.tenantId, t.lastActivityAt).where(sql`jsonb_array_length(lines) = 0`),
    index("carts_open")
      .on(t.tenantId, t.lastActivityAt)
      .where(
        sql`abandoned_at is null and ordered_at is null and deleted_at is null and contact_id is not null and merged_into is null and stands_for = 'basket'`,
      ),
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
    saidContactId: text("said_contact_id"),
    customerExternalId: text("customer_external_id"),
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
    stamps: stamps(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("orders_external").on(t.tenantId, t.shopId, t.externalId),
    index("orders_contact").on(t.tenantId, t.contactId, t.orderedAt),
    index("orders_ordered_at").on(t.tenantId, t.orderedAt),
  ],
);

/**
 * All names by which carts, orders and contacts of one person may know each other, kept for good because any of them may
 * come first: `token:`, `customer:` (both within a shop), and the hashes `email:` and `phone:`.
 */
export const caseKeys = pgTable(
  "case_keys",
  { tenantId: tenantId(), key: text("key").notNull(), subjectId: text("subject_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.key, t.subjectId] }),
    index("case_keys_subject").on(t.tenantId, t.subjectId),
  ],
);

/** Deletions by token: they too may come before the cart. */
export const cartDeletions = pgTable(
  "cart_deletions",
  { tenantId: tenantId(), key: text("key").notNull(), deletedAt: instant("deleted_at").notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.key] })],
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

/**
 * Credit of an order under a model, one row for each message that has a part in it, or one that says why it is organic.
 * Amounts in minor units; `share` is the part of the order. A model's rows sum to the order's net value, and to one.
 */
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
    share: doublePrecision("share").notNull().default(1),
    /** Why a fitted model was not asked, and the credit is linear. */
    fallback: text("fallback").$type<FallbackReason>(),
    weightsId: text("weights_id"),
    currency: text("currency").notNull(),
    windowDays: bigint("window_days", { mode: "number" }).notNull(),
    orderedAt: instant("ordered_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("conversions_order").on(t.tenantId, t.orderId, t.model, sql`coalesce(message_id, '')`),
    index("conversions_ordered_at").on(t.tenantId, t.orderedAt),
    index("conversions_enrollment").on(t.tenantId, t.enrollmentId),
  ],
);
