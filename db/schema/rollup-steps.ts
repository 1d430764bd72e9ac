import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import type { Arm } from "#domain/experiment.ts";
import { tenantId } from "./columns.ts";

// Sums by which the results of steps, shoppers and arms are read, kept like those of rollups.ts.

const minor = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);
const count = (name: string) => integer(name).notNull().default(0);
const day = (name: string) => date(name, { mode: "string" });

/** Messages by the day they were sent and by what they were of a version: its place and its offer. */
export const rollupSteps = pgTable(
  "rollup_steps",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    versionId: text("version_id").notNull(),
    position: integer("position").notNull(),
    incentiveId: text("incentive_id").notNull(),
    sent: count("sent"),
    opened: count("opened"),
    clicked: count("clicked"),
    /** Messages that an order is credited to, and those orders. */
    recovered: count("recovered"),
    orders: count("orders"),
    revenue: minor("revenue"),
  },
  (t) => [
    primaryKey({
      name: "rollup_steps_pk",
      columns: [t.tenantId, t.currency, t.day, t.versionId, t.position, t.incentiveId],
    }),
    index("rollup_steps_version").on(t.tenantId, t.versionId),
  ],
);

/** Enrollments that were written to, by day, by whether the contact had ordered before and by the band of the cart's value. */
export const rollupShoppers = pgTable(
  "rollup_shoppers",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    returning: boolean("returning").notNull(),
    band: bigint("band", { mode: "number" }).notNull(),
    enrolled: count("enrolled"),
    clicked: count("clicked"),
    recovered: count("recovered"),
    revenue: minor("revenue"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.currency, t.day, t.returning, t.band] })],
);

/**
 * Enrollments by day and by the day of the contact's one before in the same arm. A contact counts once in a period, by its
 * first enrollment there: that is the one whose `prevOn` lies before the period.
 */
export const rollupArms = pgTable(
  "rollup_arms",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    armKind: text("arm_kind").$type<Arm["kind"]>().notNull(),
    day: day("day").notNull(),
    prevOn: day("prev_on").notNull(),
    enrolled: count("enrolled"),
    ordered: count("ordered"),
    revenue: minor("revenue"),
    revenueSquares: numeric("revenue_squares").notNull().default("0"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.currency, t.armKind, t.day, t.prevOn] })],
);

/** Credit under each model by the day of the order and the place of the message that has a part in it. */
export const rollupCreditSteps = pgTable(
  "rollup_credit_steps",
  {
    tenantId: tenantId(),
    currency: text("currency").notNull(),
    day: day("day").notNull(),
    model: text("model").notNull(),
    fallback: text("fallback").notNull().default(""),
    channel: text("channel").notNull(),
    position: integer("position").notNull(),
    revenue: minor("revenue"),
    share: doublePrecision("share").notNull().default(0),
  },
  (t) => [
    primaryKey({
      name: "rollup_credit_steps_pk",
      columns: [t.tenantId, t.currency, t.day, t.model, t.fallback, t.channel, t.position],
    }),
  ],
);
