import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Budget, GrantSettlement } from "#domain/budget.ts";
import type { CloseReason } from "#domain/enrollment.ts";
import type { Arm } from "#domain/experiment.ts";
import type { IncentiveKind } from "#domain/incentive.ts";
import type { Step } from "#domain/sequence.ts";
import type { SequenceGraph, TriggerKind } from "#domain/sequence-graph.ts";
import { unplaced } from "#domain/timing/priority.ts";
import { id, instant, tenantId } from "./columns.ts";

export const incentives = pgTable(
  "incentives",
  {
    tenantId: tenantId(),
    id: id(),
    name: text("name").notNull(),
    kind: text("kind").$type<IncentiveKind>().notNull(),
    percent: integer("percent"),
    code: text("code"),
    validHours: integer("valid_hours"),
    /** Null until somebody has set one: then no step may offer it. */
    budget: jsonb("budget").$type<Budget>().default(sql`'{"kind":"unlimited"}'::jsonb`),
    createdAt: instant("created_at").notNull(),
    archivedAt: instant("archived_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/**
 * What was taken from an incentive's budget, once a decision, or once a coupon that was made by hand. `amount` is what it
 * took off the cart then, in minor units. Without a settlement it counts.
 */
export const incentiveGrants = pgTable(
  "incentive_grants",
  {
    tenantId: tenantId(),
    decisionId: text("decision_id").notNull(),
    incentiveId: text("incentive_id").notNull(),
    currency: text("currency").notNull(),
    amount: bigint("amount", { mode: "number" }).notNull(),
    validHours: integer("valid_hours"),
    settlement: text("settlement").$type<GrantSettlement>(),
    settledAt: instant("settled_at"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.decisionId] }),
    index("incentive_grants_given").on(t.tenantId, t.incentiveId, t.at),
    index("incentive_grants_open").on(t.tenantId, t.incentiveId).where(sql`settlement is null`),
  ],
);

/** By cart value: the highest `minTotal` (minor units) below the subtotal decides; no incentive means none is offered. */
export const incentiveRules = pgTable(
  "incentive_rules",
  {
    tenantId: tenantId(),
    id: id(),
    currency: text("currency").notNull(),
    minTotal: bigint("min_total", { mode: "number" }).notNull(),
    incentiveId: text("incentive_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("incentive_rules_from").on(t.tenantId, t.currency, t.minTotal),
  ],
);

export const sequences = pgTable(
  "sequences",
  {
    tenantId: tenantId(),
    id: id(),
    name: text("name").notNull(),
    /** Where two want to speak to one contact the smaller goes first; those that nobody has placed are equal, and last. */
    priority: integer("priority").notNull().default(unplaced),
    createdAt: instant("created_at").notNull(),
    /** Since when nobody enters and whoever is inside waits. */
    pausedAt: instant("paused_at"),
    archivedAt: instant("archived_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** A version may change until its first publication; from then on it is frozen. */
export const sequenceVersions = pgTable(
  "sequence_versions",
  {
    tenantId: tenantId(),
    id: id(),
    sequenceId: text("sequence_id").notNull(),
    number: integer("number").notNull(),
    steps: jsonb("steps").$type<Step[]>().notNull(),
    /** Null in a linear version. With a graph, `steps` are its messages, so that a position means the same in both. */
    graph: jsonb("graph").$type<SequenceGraph>(),
    frozen: boolean("frozen").notNull(),
    createdBy: text("created_by"),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("sequence_versions_number").on(t.tenantId, t.sequenceId, t.number),
  ],
);

/** Which version is live since when and by whom; `versionId` null withdraws the sequence. The newest row counts. */
export const publications = pgTable(
  "publications",
  {
    tenantId: tenantId(),
    id: id(),
    sequenceId: text("sequence_id").notNull(),
    versionId: text("version_id"),
    by: text("by"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("publications_sequence").on(t.tenantId, t.sequenceId, t.id),
  ],
);

export const enrollments = pgTable(
  "enrollments",
  {
    tenantId: tenantId(),
    id: id(),
    sequenceId: text("sequence_id").notNull(),
    versionId: text("version_id").notNull(),
    /** The later version that it goes on with, where somebody moved it there; it still counts for the one it entered on. */
    movedToVersionId: text("moved_to_version_id"),
    /** What let the contact in, by its kind and its own id: a cart, an order or a visit. */
    triggerKind: text("trigger_kind").$type<TriggerKind>().notNull(),
    triggerId: text("trigger_id").notNull(),
    cartId: text("cart_id").notNull(),
    contactId: text("contact_id").notNull(),
    experimentId: text("experiment_id"),
    arm: text("arm").notNull(),
    armKind: text("arm_kind").$type<Arm["kind"]>().notNull(),
    cartTotal: bigint("cart_total", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    abandonedAt: instant("abandoned_at").notNull(),
    startedAt: instant("started_at").notNull(),
    nextDueAt: instant("next_due_at"),
    closedAt: instant("closed_at"),
    closeReason: text("close_reason").$type<CloseReason>(),
    /** The sequence that went first, where it was closed as superseded by one. */
    supersededBy: text("superseded_by"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("enrollments_trigger").on(t.tenantId, t.sequenceId, t.triggerId),
    index("enrollments_cart").on(t.tenantId, t.cartId),
    index("enrollments_contact").on(t.tenantId, t.contactId, t.startedAt),
    index("enrollments_started").on(t.tenantId, t.startedAt),
    index("enrollments_open").on(t.tenantId, t.closedAt, t.nextDueAt),
    index("enrollments_walking").on(t.tenantId, t.sequenceId).where(sql`closed_at is null and arm_kind = 'variant'`),
  ],
);

/** A sequence as it is being edited. Every save says which `revision` it changed, so that nobody overwrites another. */
export const sequenceDrafts = pgTable(
  "sequence_drafts",
  {
    tenantId: tenantId(),
    sequenceId: text("sequence_id").notNull(),
    graph: jsonb("graph").$type<SequenceGraph>().notNull(),
    revision: integer("revision").notNull(),
    savedBy: text("saved_by"),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.sequenceId] })],
);
