import { index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { PlatformName, WebhookOrigin, WebhookOutcome } from "#domain/shop-event.ts";
import { bytes, emptyArray, id, instant, tenantId } from "./columns.ts";

export const shops = pgTable(
  "shops",
  {
    tenantId: tenantId(),
    id: id(),
    platform: text("platform").$type<PlatformName>().notNull(),
    name: text("name").notNull(),
    url: text("url").notNull(),
    hosts: text("hosts").array().notNull(),
    currency: text("currency").notNull(),
    secret: text("secret_encrypted").notNull(),
    previousSecret: text("previous_secret_encrypted"),
    previousSecretUntil: instant("previous_secret_until"),
    createdAt: instant("created_at").notNull(),
    disabledAt: instant("disabled_at"),
    /** Names the shop in its own pages (docs/decisions/browsers-are-claims.md); opens nothing else. */
    publicKey: text("public_key"),
    allowedOrigins: text("allowed_origins").array().notNull().default(emptyArray),
    /** Where the store is; a shopper of whom nothing else is known lives by its clock. */
    timeZone: text("time_zone"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("shops_id").on(t.id),
    uniqueIndex("shops_public_key").on(t.publicKey),
  ],
);

/**
 * Stored inbound requests. `sourceId` is a shop's id, or `email` for the mail provider. Bodies are raw bytes; of origin
 * `reconcile` they hold events in our own words (db/stored-events.ts).
 * `subjectId` is the cart, order, contact or message that the event was about, once it is applied.
 */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    tenantId: tenantId(),
    id: id(),
    sourceId: text("source_id").notNull(),
    deliveryId: text("delivery_id").notNull(),
    topic: text("topic").notNull(),
    origin: text("origin").$type<WebhookOrigin>().notNull().default("shop"),
    body: bytes("body"),
    receivedAt: instant("received_at").notNull(),
    outcome: text("outcome").$type<WebhookOutcome>().notNull(),
    reason: text("reason"),
    detail: text("detail"),
    subjectId: text("subject_id"),
    attempts: integer("attempts").notNull().default(0),
    processedAt: instant("processed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("webhook_events_delivery").on(t.tenantId, t.sourceId, t.deliveryId),
    index("webhook_events_outcome").on(t.tenantId, t.outcome, t.receivedAt),
    index("webhook_events_subject").on(t.tenantId, t.subjectId, t.receivedAt),
    index("webhook_events_source").on(t.tenantId, t.sourceId, t.receivedAt),
  ],
);

/** Requests under data-protection law, as the platforms' compliance topics bring them. */
export const complianceRequests = pgTable(
  "compliance_requests",
  {
    tenantId: tenantId(),
    id: id(),
    shopId: text("shop_id").notNull(),
    webhookEventId: text("webhook_event_id").notNull(),
    request: text("request").$type<"data_request" | "redact" | "shop_redact">().notNull(),
    reference: text("reference"),
    contactId: text("contact_id"),
    receivedAt: instant("received_at").notNull(),
    completedAt: instant("completed_at"),
    exportJson: text("export_json"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("compliance_requests_event").on(t.tenantId, t.webhookEventId),
  ],
);
