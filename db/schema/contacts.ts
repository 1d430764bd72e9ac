import { index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { SuppressionReason } from "#domain/message.ts";
import { id, instant, stamps, tenantId } from "./columns.ts";

/** People who may be mailed: one per tenant and normalized address. Erasure empties the personal columns. */
export const contacts = pgTable(
  "contacts",
  {
    tenantId: tenantId(),
    id: id(),
    address: text("address").notNull(),
    phone: text("phone"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    language: text("language"),
    country: text("country"),
    timeZone: text("time_zone"),
    /** What our sequences call them; what shops call them stands beside it, by their newest word. */
    tags: text("tags").array(),
    shopTags: text("shop_tags").array(),
    loyaltyTier: text("loyalty_tier"),
    sourceUpdatedAt: instant("source_updated_at").notNull(),
    stamps: stamps(),
    createdAt: instant("created_at").notNull(),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("contacts_address").on(t.tenantId, t.address),
    index("contacts_created").on(t.tenantId, t.createdAt, t.id),
  ],
);

/** A platform's own customer ids, each of the contact that it was said with last. */
export const contactIdentities = pgTable(
  "contact_identities",
  {
    tenantId: tenantId(),
    shopId: text("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    contactId: text("contact_id").notNull(),
    stamp: text("stamp").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.shopId, t.externalId] }),
    index("contact_identities_contact").on(t.tenantId, t.contactId),
  ],
);

/** What a contact said about being written to, append-only; the newest row of a channel counts. */
export const consents = pgTable(
  "consents",
  {
    tenantId: tenantId(),
    id: id(),
    contactId: text("contact_id").notNull(),
    channel: text("channel").$type<"email">().notNull(),
    state: text("state").$type<"granted" | "withdrawn">().notNull(),
    source: text("source").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("consents_fact").on(t.tenantId, t.contactId, t.channel, t.at, t.state, t.source),
  ],
);

/** Why an address must not be written to. Erased addresses stay suppressed by their hash. */
export const suppressions = pgTable(
  "suppressions",
  {
    tenantId: tenantId(),
    channel: text("channel").$type<"email">().notNull(),
    addressHash: text("address_hash").notNull(),
    address: text("address"),
    reason: text("reason").$type<SuppressionReason>().notNull(),
    messageId: text("message_id"),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.channel, t.addressHash] })],
);

/**
 * In which hours of their own day a contact opened and clicked, 24 counts from midnight on, and with which others they are
 * counted (domain/timing/cohort.ts). Kept act by act; `rebuildHours` counts them anew.
 */
export const contactHours = pgTable(
  "contact_hours",
  {
    tenantId: tenantId(),
    contactId: text("contact_id").notNull(),
    cohort: text("cohort").notNull(),
    acts: integer("acts").array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.contactId] })],
);

/** The same summed over people alike, one row per hour, so that few acts meet at one row. */
export const cohortHours = pgTable(
  "cohort_hours",
  {
    tenantId: tenantId(),
    cohort: text("cohort").notNull(),
    hour: smallint("hour").notNull(),
    acts: integer("acts").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.cohort, t.hour] })],
);
