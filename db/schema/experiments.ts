import { sql } from "drizzle-orm";
import { bigint, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Analysis } from "#domain/experiment/analysis.ts";
import type { Range, Weight } from "#domain/experiment/assign.ts";
import type { ExperimentActKind } from "#domain/experiment/life.ts";
import type { Arm, ArmKind, Plan } from "#domain/experiment.ts";
import { id, instant, tenantId } from "./columns.ts";

/** What is tried on a sequence and how it is judged. Whether it runs is what its acts say. */
export const experiments = pgTable(
  "experiments",
  {
    tenantId: tenantId(),
    id: id(),
    sequenceId: text("sequence_id").notNull(),
    name: text("name").notNull(),
    arms: jsonb("arms").$type<Arm[]>().notNull(),
    plan: jsonb("plan").$type<Plan>().notNull(),
    endsAt: instant("ends_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("experiments_sequence").on(t.tenantId, t.sequenceId)],
);

/** Who did what to an experiment and why, append-only; the newest act that is no change says what state it is in. */
export const experimentActs = pgTable(
  "experiment_acts",
  {
    tenantId: tenantId(),
    id: id(),
    experimentId: text("experiment_id").notNull(),
    /** The order of the acts: two may come at one instant. */
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    kind: text("kind").$type<ExperimentActKind>().notNull(),
    byKind: text("by_kind").$type<"member" | "key" | "policy">().notNull(),
    byId: text("by_id"),
    reason: text("reason"),
    change: jsonb("change").$type<Record<string, unknown>>().notNull().default({}),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("experiment_acts_experiment").on(t.tenantId, t.experimentId, t.seq),
  ],
);

/** The weights by which contacts are assigned from an instant on, and the pieces of [0, 1) that follow from them. */
export const allocationWeights = pgTable(
  "allocation_weights",
  {
    tenantId: tenantId(),
    experimentId: text("experiment_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind").$type<"set" | "thompson">().notNull(),
    weights: jsonb("weights").$type<Weight[]>().notNull(),
    ranges: jsonb("ranges").$type<Range[]>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.experimentId, t.number] })],
);

/**
 * What arm a contact was assigned, once and for all later carts: by which weights, how likely it was, and what the contact
 * had spent before, in minor units of the experiment's currency.
 */
export const assignments = pgTable(
  "assignments",
  {
    tenantId: tenantId(),
    experimentId: text("experiment_id").notNull(),
    contactId: text("contact_id").notNull(),
    arm: text("arm").notNull(),
    at: instant("at").notNull(),
    weightsNumber: integer("weights_number").notNull().default(0),
    probability: doublePrecision("probability"),
    spentBefore: bigint("spent_before", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.experimentId, t.contactId] })],
);

/**
 * The arms under which an enrollment goes its way, one for each experiment. `askAgainAt` is when a held-out one is asked
 * whether it would have been written to; null once that is known.
 */
export const enrollmentArms = pgTable(
  "enrollment_arms",
  {
    tenantId: tenantId(),
    enrollmentId: text("enrollment_id").notNull(),
    experimentId: text("experiment_id").notNull(),
    arm: text("arm").notNull(),
    kind: text("kind").$type<ArmKind>().notNull(),
    at: instant("at").notNull(),
    askAgainAt: instant("ask_again_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.enrollmentId, t.experimentId] }),
    index("enrollment_arms_experiment").on(t.tenantId, t.experimentId),
    index("enrollment_arms_ask").on(t.askAgainAt).where(sql`ask_again_at is not null`),
  ],
);

/** When a contact first came to what its arm changes, or would first have been written to; once for each experiment. */
export const exposures = pgTable(
  "exposures",
  {
    tenantId: tenantId(),
    experimentId: text("experiment_id").notNull(),
    contactId: text("contact_id").notNull(),
    arm: text("arm").notNull(),
    enrollmentId: text("enrollment_id").notNull(),
    stepId: text("step_id"),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.experimentId, t.contactId] })],
);

/** An analysis as it was made: the `latest` is replaced by the next one, the `final` is frozen by the conclusion. */
export const experimentLooks = pgTable(
  "experiment_looks",
  {
    tenantId: tenantId(),
    experimentId: text("experiment_id").notNull(),
    kind: text("kind").$type<"latest" | "final">().notNull(),
    at: instant("at").notNull(),
    analysis: jsonb("analysis").$type<Analysis>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.experimentId, t.kind] })],
);
