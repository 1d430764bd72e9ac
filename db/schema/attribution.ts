import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { ModelWeights } from "#domain/attribution/fitted.ts";
import type { Actor, MachineReason, TouchKind } from "#domain/touchpoint.ts";
import { id, instant, tenantId } from "./columns.ts";

/**
 * A contact's recorded act on a message: a click through the signed link, or an open that was reported. `by` and its
 * reason are how it stands now; `network`, a keyed hash, is kept for as long as acts are judged together.
 */
export const touchpoints = pgTable(
  "touchpoints",
  {
    tenantId: tenantId(),
    clickId: text("click_id").notNull(),
    messageId: text("message_id").notNull(),
    enrollmentId: text("enrollment_id").notNull(),
    contactId: text("contact_id").notNull(),
    kind: text("kind").$type<TouchKind>().notNull().default("click"),
    by: text("by").$type<Actor>().notNull().default("person"),
    machineReason: text("machine_reason").$type<MachineReason>(),
    network: text("network"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.clickId] }),
    index("touchpoints_contact").on(t.tenantId, t.contactId, t.at),
    index("touchpoints_message").on(t.tenantId, t.messageId),
    index("touchpoints_network").on(t.tenantId, t.network, t.at).where(sql`network is not null`),
    index("touchpoints_networks_age").on(t.at).where(sql`network is not null`),
  ],
);

/** Each time an act that stood as a person's was found to be a machine's. The touchpoint itself says how it stands now. */
export const touchpointVerdicts = pgTable(
  "touchpoint_verdicts",
  {
    tenantId: tenantId(),
    touchpointId: text("touchpoint_id").notNull(),
    machineReason: text("machine_reason").$type<MachineReason>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.touchpointId] }), index("touchpoint_verdicts_at").on(t.tenantId, t.at)],
);

/** How many acts of a kind a message has had, by whom they seemed when they came; the first `keptActs` are touchpoints. */
export const touchpointTallies = pgTable(
  "touchpoint_tallies",
  {
    tenantId: tenantId(),
    messageId: text("message_id").notNull(),
    kind: text("kind").$type<TouchKind>().notNull(),
    by: text("by").$type<Actor>().notNull(),
    seen: integer("seen").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.messageId, t.kind, t.by] })],
);

/** Weights of steps as fitted on the tenant's own paths, or how few paths there were. */
export const attributionWeights = pgTable(
  "attribution_weights",
  {
    tenantId: tenantId(),
    id: id(),
    windowDays: integer("window_days").notNull(),
    /** Shoppers with a touch, and those of them who ordered. */
    shoppers: integer("shoppers").notNull(),
    conversions: integer("conversions").notNull(),
    /** Null while there are too few paths. */
    weights: jsonb("weights").$type<ModelWeights | null>(),
    computedAt: instant("computed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("attribution_weights_newest").on(t.tenantId, t.computedAt, t.id),
  ],
);

/** Orders whose credit has to be worked out again, since when. The job takes the row away that it has seen to. */
export const attributionDues = pgTable(
  "attribution_dues",
  { tenantId: tenantId(), orderId: text("order_id").notNull(), since: instant("since").notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.orderId] }), index("attribution_dues_since").on(t.since)],
);
