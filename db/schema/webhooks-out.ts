import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { EventType, ToldType } from "#domain/outgoing-event.ts";
import type { DeliveryState, PauseReason } from "#domain/webhook-delivery.ts";
import { id, instant, tenantId } from "./columns.ts";

/** Where a tenant's own programs are told what happens here. One that was removed is kept for a while, to be brought back. */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    tenantId: tenantId(),
    id: id(),
    name: text("name").notNull(),
    url: text("url").notNull(),
    events: text("events").array().$type<EventType[]>().notNull(),
    secretEncrypted: text("secret_encrypted").notNull(),
    /** The secret before this one, by which is signed as well until the instant beside it. */
    previousSecretEncrypted: text("previous_secret_encrypted"),
    previousSecretUntil: instant("previous_secret_until"),
    createdAt: instant("created_at").notNull(),
    pausedAt: instant("paused_at"),
    pausedBecause: text("paused_because").$type<PauseReason>(),
    /** Tries in a row that failed, and since when; both end with the next that was taken. */
    failures: integer("failures").notNull().default(0),
    failingSince: instant("failing_since"),
    /** Before this nothing is tried, as after many failures. */
    quietUntil: instant("quiet_until"),
    triedAt: instant("tried_at"),
    deliveredAt: instant("delivered_at"),
    outcome: text("outcome"),
    removedAt: instant("removed_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("webhook_endpoints_removed").on(t.removedAt)],
);

/** What happened and is told to somebody, in the order in which it was stored; nothing is kept that nobody wants to hear. */
export const outgoingEvents = pgTable(
  "outgoing_events",
  {
    tenantId: tenantId(),
    id: id(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    type: text("type").$type<ToldType>().notNull(),
    /** The id of the fact itself, by which it is told once. */
    factId: text("fact_id").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("outgoing_events_fact").on(t.tenantId, t.type, t.factId),
    index("outgoing_events_at").on(t.at),
  ],
);

/** What of an event became of one endpoint. `tries` counts since it was recorded or replayed, `attempts` all there were. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    tenantId: tenantId(),
    id: id(),
    endpointId: text("endpoint_id").notNull(),
    eventId: text("event_id").notNull(),
    eventSeq: bigint("event_seq", { mode: "number" }).notNull(),
    state: text("state").$type<DeliveryState>().notNull(),
    tries: integer("tries").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    dueAt: instant("due_at").notNull(),
    triedAt: instant("tried_at"),
    outcome: text("outcome"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("webhook_deliveries_once").on(t.tenantId, t.endpointId, t.eventId),
    index("webhook_deliveries_log").on(t.tenantId, t.endpointId, t.eventSeq),
    index("webhook_deliveries_due").on(t.tenantId, t.endpointId, t.dueAt).where(sql`state = 'waiting'`),
    index("webhook_deliveries_failed").on(t.tenantId, t.endpointId, t.eventSeq).where(sql`state = 'failed'`),
    index("webhook_deliveries_recorded").on(t.recordedAt),
  ],
);

/** Each try at a delivery with the beginning of what was answered, append-only. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    tenantId: tenantId(),
    deliveryId: text("delivery_id").notNull(),
    number: integer("number").notNull(),
    outcome: text("outcome").notNull(),
    status: integer("status"),
    answer: text("answer").notNull(),
    tookMs: integer("took_ms").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.deliveryId, t.number] }), index("webhook_attempts_at").on(t.at)],
);
