import { sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { TriggerRefusal } from "#domain/enrollment.ts";
import type { TriggerKind } from "#domain/sequence-graph.ts";
import { id, instant, tenantId } from "./columns.ts";

/**
 * One person's look at a shop's products, open until it was quiet for the tenant's threshold. `visitor` is what the shop
 * knows them by: a browser's token, or a contact, who is then `contact_id` as well.
 */
export const visits = pgTable(
  "visits",
  {
    tenantId: tenantId(),
    id: id(),
    shopId: text("shop_id").notNull(),
    visitor: text("visitor").notNull(),
    contactId: text("contact_id"),
    startedAt: instant("started_at").notNull(),
    lastViewAt: instant("last_view_at").notNull(),
    settledAt: instant("settled_at"),
    refusal: text("refusal").$type<TriggerRefusal>(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("visits_visitor").on(t.tenantId, t.shopId, t.visitor).where(sql`settled_at is null`),
    index("visits_open").on(t.tenantId, t.lastViewAt).where(sql`settled_at is null`),
    index("visits_contact").on(t.tenantId, t.contactId),
  ],
);

/** What was looked at, append-only, one row for each stored request; forgotten with its visit. */
export const productViews = pgTable(
  "product_views",
  {
    tenantId: tenantId(),
    webhookEventId: text("webhook_event_id").notNull(),
    visitId: text("visit_id").notNull(),
    productExternalId: text("product_external_id").notNull(),
    title: text("title"),
    url: text("url"),
    imageUrl: text("image_url"),
    price: bigint("price", { mode: "number" }),
    currency: text("currency"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.webhookEventId] }),
    index("product_views_visit").on(t.tenantId, t.visitId, t.at),
    index("product_views_at").on(t.at),
  ],
);

/** That an order was looked at for a sequence, and why it let nobody in. Written with the enrollment, once. */
export const orderTriggers = pgTable(
  "order_triggers",
  {
    tenantId: tenantId(),
    sequenceId: text("sequence_id").notNull(),
    orderId: text("order_id").notNull(),
    kind: text("kind").$type<TriggerKind>().notNull(),
    refusal: text("refusal").$type<TriggerRefusal>(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.sequenceId, t.orderId] }),
    index("order_triggers_order").on(t.tenantId, t.orderId),
  ],
);
