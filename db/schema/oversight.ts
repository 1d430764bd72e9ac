import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { DemotionReason } from "#domain/oversight/earned-autonomy.ts";
import type { OversightMode } from "#domain/sequence.ts";
import { id, instant, tenantId } from "./columns.ts";

/** Where a person has said that words alike must not leave, and until when. One stop of a pattern is open at a time. */
export const patternStops = pgTable(
  "pattern_stops",
  {
    tenantId: tenantId(),
    id: id(),
    pattern: text("pattern").notNull(),
    reason: text("reason").notNull(),
    byId: text("by_id").notNull(),
    at: instant("at").notNull(),
    resumedById: text("resumed_by_id"),
    resumedAt: instant("resumed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("pattern_stops_open").on(t.tenantId, t.pattern).where(sql`resumed_at is null`),
  ],
);

/** Where a step went back to gated by itself, and until a person lifted it. `share` of `ofCount` was above `limit`. */
export const demotions = pgTable(
  "demotions",
  {
    tenantId: tenantId(),
    id: id(),
    sequenceId: text("sequence_id").notNull(),
    stepId: text("step_id").notNull(),
    reason: text("reason").$type<DemotionReason>().notNull(),
    share: real("share").notNull(),
    ofCount: real("of_count").notNull(),
    limit: real("limit_share").notNull(),
    at: instant("at").notNull(),
    liftedById: text("lifted_by_id"),
    liftedAt: instant("lifted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("demotions_open").on(t.tenantId, t.sequenceId, t.stepId).where(sql`lifted_at is null`),
  ],
);

/**
 * A person's word on how far a sequence, or one step of one version, goes without people. The newest counts. A sequence's
 * row has no version and no step; `mode` null leaves it to the tenant.
 */
export const oversightMoves = pgTable(
  "oversight_moves",
  {
    tenantId: tenantId(),
    id: id(),
    sequenceId: text("sequence_id").notNull(),
    versionId: text("version_id"),
    stepId: text("step_id"),
    mode: text("mode").$type<OversightMode>(),
    byId: text("by_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("oversight_moves_sequence").on(t.tenantId, t.sequenceId, t.at),
  ],
);
