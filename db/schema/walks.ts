import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { WalkedKind } from "#domain/sequence/walked.ts";
import { instant, tenantId } from "./columns.ts";

/** Where an enrollment stands in its version's graph; no step is past the last. Written by its own run alone. */
export const walkPlaces = pgTable(
  "walk_places",
  {
    tenantId: tenantId(),
    enrollmentId: text("enrollment_id").notNull(),
    stepId: text("step_id"),
    startedAt: instant("started_at").notNull(),
    since: instant("since").notNull(),
    passed: integer("passed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.enrollmentId] })],
);

/** What became of each step that an enrollment has passed, append-only: which way it went, and why. */
export const walkSteps = pgTable(
  "walk_steps",
  {
    tenantId: tenantId(),
    enrollmentId: text("enrollment_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    stepId: text("step_id"),
    kind: text("kind").$type<WalkedKind>().notNull(),
    outcome: text("outcome"),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.enrollmentId, t.ordinal] })],
);
