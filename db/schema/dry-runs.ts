import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { DryRunStatus } from "#domain/dry-run.ts";
import type { DryRunTally } from "#domain/sequence/dry-run-tally.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { id, instant, tenantId } from "./columns.ts";

/**
 * A period's carts walked through a sequence without sending. `graph` is what was walked, as it stood when it was asked for;
 * `cursor` is the last contact that is counted, so that a run that breaks off goes on from there.
 */
export const dryRuns = pgTable(
  "dry_runs",
  {
    tenantId: tenantId(),
    id: id(),
    sequenceId: text("sequence_id").notNull(),
    /** Null for the draft. */
    versionId: text("version_id"),
    graph: jsonb("graph").$type<SequenceGraph>().notNull(),
    fromAt: instant("from_at").notNull(),
    toAt: instant("to_at").notNull(),
    status: text("status").$type<DryRunStatus>().notNull(),
    carts: integer("carts").notNull(),
    cursor: text("cursor").notNull(),
    tally: jsonb("tally").$type<DryRunTally>().notNull(),
    startedBy: text("started_by"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("dry_runs_sequence").on(t.tenantId, t.sequenceId, t.id)],
);

/** What would have become of each cart that was abandoned in the period; `outcome` is `entered` or why it was not. */
export const dryRunCarts = pgTable(
  "dry_run_carts",
  {
    tenantId: tenantId(),
    dryRunId: text("dry_run_id").notNull(),
    cartId: text("cart_id").notNull(),
    contactId: text("contact_id").notNull(),
    abandonedAt: instant("abandoned_at").notNull(),
    outcome: text("outcome").notNull(),
    arm: text("arm"),
    messages: integer("messages").notNull(),
    ended: text("ended"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.dryRunId, t.abandonedAt, t.cartId] })],
);
