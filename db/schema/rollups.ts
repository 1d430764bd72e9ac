import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import type { Arm } from "#domain/experiment.ts";
import { instant, tenantId } from "./columns.ts";

// Sums over rows, kept by the job and made anew from the rows at any time: docs/decisions/rollups-are-sums.md.

const minor = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);
const count = (name: string) => integer(name).notNull().default(0);
const day = (name: string) => date(name, { mode: "string" });
const codes = (name: string) => integer(name).array().notNull().default(sql`'{}'::integer[]`);

const messageCounts = () => ({
  sent: count("sent"),
  delivered: count("delivered"),
  opened: count("opened"),
  clicked: count("clicked"),
  machineClicked: count("machine_clicked"),
  bounced: count("bounced"),
  unsubscribed: count("unsubscribed"),
  complained: count("complained"),
  orders: count("orders"),
  revenue: minor("revenue"),
  discount: minor("discount"),
  costMicros: minor("cost_micros"),
});

/** What changed and is not counted yet, written by triggers beside the rows themselves so that nothing can be forgotten. */
export const rollupMarks = pgTable(
  "rollup_marks",
  {
    tenantId: tenantId(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    kind: text("kind").$type<"message" | "enrollment" | "cart" | "credit" | "cost">().notNull(),
    subjectId: text("subject_id"),
    at: instant("at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.seq] })],
);

/** Changes to messages that the cells do not hold yet. Whoever reads cells adds these. */
export const rollupDeltas = pgTable(
  "rollup_deltas",
  {
    tenantId: tenantId(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    day: day("day").notNull(),
    currency: text("currency").notNull(),
    codes: codes("codes"),
    products: codes("products"),
    ...messageCounts(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.seq] })],
);

/** Messages by the day or month they were sent and by one or two of their values (domain/explore/pairs.ts). */
export const rollupCells = pgTable(
  "rollup_cells",
  {
    tenantId: tenantId(),
    pair: smallint("pair").notNull(),
    currency: text("currency").notNull(),
    grain: text("grain").$type<"day" | "month">().notNull(),
    span: day("span").notNull(),
    a: integer("a").notNull(),
    b: integer("b").notNull(),
    ...messageCounts(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.pair, t.currency, t.grain, t.span, t.a, t.b] })],
);

/** What happened on each day, each thing on its own day. `holdout` are the enrollments that were sent nothing. */
export const rollupDays = pgTable(
  "rollup_days",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    enrolled: count("enrolled"),
    holdout: count("holdout"),
    sent: count("sent"),
    delivered: count("delivered"),
    opened: count("opened"),
    clicked: count("clicked"),
    machineClicked: count("machine_clicked"),
    bounced: count("bounced"),
    unsubscribed: count("unsubscribed"),
    complained: count("complained"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.currency, t.day] })],
);

/** Credit under each model by the day of the order; a later refund lowers that day. */
export const rollupCredits = pgTable(
  "rollup_credits",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    model: text("model").notNull(),
    orders: count("orders"),
    organic: count("organic"),
    revenue: minor("revenue"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.currency, t.day, t.model] })],
);

/** What drafts cost by the day they were written, sent or not, in the currency of the model's price. */
export const rollupCosts = pgTable(
  "rollup_costs",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    drafts: count("drafts"),
    tokens: minor("tokens"),
    costMicros: minor("cost_micros"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.currency, t.day] })],
);

/** How far the enrollments of a day came, whenever they did. */
export const rollupFunnels = pgTable(
  "rollup_funnels",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    sequenceId: text("sequence_id").notNull(),
    versionId: text("version_id").notNull().default(""),
    armKind: text("arm_kind").$type<Arm["kind"]>().notNull(),
    enrolled: count("enrolled"),
    sent: count("sent"),
    delivered: count("delivered"),
    clicked: count("clicked"),
    recovered: count("recovered"),
    ordered: count("ordered"),
    revenue: minor("revenue"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.currency, t.day, t.sequenceId, t.versionId, t.armKind] }),
    index("rollup_funnels_sequence").on(t.tenantId, t.sequenceId),
  ],
);

/** How many enrollments of a day came back within each bin of hours: credited orders, and orders of any kind. */
export const rollupSurvival = pgTable(
  "rollup_survival",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    armKind: text("arm_kind").$type<Arm["kind"]>().notNull(),
    bin: smallint("bin").notNull(),
    recovered: count("recovered"),
    ordered: count("ordered"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.currency, t.day, t.armKind, t.bin] })],
);

/** Contacts by the week of their first enrollment, and what came how many weeks later. */
export const rollupCohorts = pgTable(
  "rollup_cohorts",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    week: day("week").notNull(),
    weeksLater: smallint("weeks_later").notNull(),
    contacts: count("contacts"),
    enrolled: count("enrolled"),
    recovered: count("recovered"),
    revenue: minor("revenue"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.currency, t.week, t.weeksLater] })],
);

/**
 * By which time zone, days of watching, bands and shape a tenant's rollups were made, and how far making them anew has come.
 */
export const rollupStates = pgTable("rollup_states", {
  tenantId: tenantId().primaryKey(),
  timeZone: text("time_zone").notNull(),
  rebuildingSince: instant("rebuilding_since"),
  rebuiltAt: instant("rebuilt_at"),
  version: integer("version").notNull().default(0),
  watchDays: integer("watch_days").notNull().default(0),
  bands: text("bands").notNull().default(""),
  phase: text("phase").$type<"messages" | "enrollments" | "sums">(),
  /** The last id or the last month that is done. */
  cursor: text("cursor").notNull().default(""),
});

/** What one unit of a currency is worth in the tenant's reporting currency from a day on, as the tenant entered it. */
export const exchangeRates = pgTable(
  "exchange_rates",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    reportingCurrency: text("reporting_currency").notNull(),
    day: day("day").notNull(),
    rate: doublePrecision("rate").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.reportingCurrency, t.currency, t.day] })],
);
