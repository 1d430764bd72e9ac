import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Arm } from "#domain/experiment.ts";
import { tenantId } from "./columns.ts";

const minor = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);
const count = (name: string) => integer(name).notNull().default(0);
const day = (name: string) => date(name, { mode: "string" });
const codes = (name: string) => integer(name).array().notNull().default(sql`'{}'::integer[]`);

/**
 * What stood for a message when it was queued (`codes`, in the order of `dimensions`, and its products), and below it what
 * the rollups hold of it: on which of the tenant's days each thing first happened, and what its orders brought.
 */
export const messageFacts = pgTable(
  "message_facts",
  {
    tenantId: tenantId(),
    messageId: text("message_id").notNull(),
    enrollmentId: text("enrollment_id").notNull(),
    currency: text("currency").notNull(),
    codes: codes("codes"),
    products: codes("products"),
    sentOn: day("sent_on"),
    deliveredOn: day("delivered_on"),
    openedOn: day("opened_on"),
    clickedOn: day("clicked_on"),
    machineClickedOn: day("machine_clicked_on"),
    bouncedOn: day("bounced_on"),
    unsubscribedOn: day("unsubscribed_on"),
    complainedOn: day("complained_on"),
    orders: count("orders"),
    revenue: minor("revenue"),
    discount: minor("discount"),
    costMicros: minor("cost_micros"),
    costCurrency: text("cost_currency"),
    /** Under which version, at which place and with which offer it was queued; no offer is the empty text. */
    versionId: text("version_id").notNull().default(""),
    position: integer("position").notNull().default(0),
    incentiveId: text("incentive_id").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId] }),
    index("message_facts_sent").on(t.tenantId, t.sentOn, t.messageId),
    index("message_facts_clicked").on(t.tenantId, t.clickedOn, t.messageId).where(sql`clicked_on is not null`),
    index("message_facts_machine")
      .on(t.tenantId, t.machineClickedOn, t.messageId)
      .where(sql`machine_clicked_on is not null`),
    index("message_facts_bounced").on(t.tenantId, t.bouncedOn, t.messageId).where(sql`bounced_on is not null`),
    index("message_facts_unsubscribed")
      .on(t.tenantId, t.unsubscribedOn, t.messageId)
      .where(sql`unsubscribed_on is not null`),
    index("message_facts_complained").on(t.tenantId, t.complainedOn, t.messageId).where(sql`complained_on is not null`),
  ],
);

/** What the rollups hold of an enrollment. Bins are those of domain/explore/survival.ts; weeks start on Monday. */
export const enrollmentFacts = pgTable(
  "enrollment_facts",
  {
    tenantId: tenantId(),
    enrollmentId: text("enrollment_id").notNull(),
    sequenceId: text("sequence_id").notNull(),
    currency: text("currency").notNull(),
    armKind: text("arm_kind").$type<Arm["kind"]>().notNull(),
    enrolledOn: day("enrolled_on").notNull(),
    firstWeek: day("first_week").notNull(),
    first: boolean("first").notNull(),
    sent: boolean("sent").notNull(),
    delivered: boolean("delivered").notNull(),
    clicked: boolean("clicked").notNull(),
    recoveredOn: day("recovered_on"),
    recoveredBin: smallint("recovered_bin"),
    ordered: boolean("ordered").notNull(),
    orderedBin: smallint("ordered_bin"),
    revenue: minor("revenue"),
    versionId: text("version_id").notNull().default(""),
    /** Whether its contact had ordered before, and the lower end of the band in which its cart's value lies. */
    returning: boolean("returning").notNull().default(false),
    band: minor("band"),
    /** The day of the contact's enrollment before it in the same arm and currency: whether it is a period's first follows. */
    prevOn: day("prev_on"),
    /** The contact's orders in its currency while it was watched, and what they brought. */
    spentOrders: count("spent_orders"),
    spent: minor("spent"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.enrollmentId] }),
    index("enrollment_facts_enrolled").on(t.tenantId, t.enrolledOn, t.enrollmentId),
  ],
);

/** The texts behind the codes. A code once given stays, so that facts and cells keep their meaning over a rebuild. */
export const rollupValues = pgTable(
  "rollup_values",
  {
    tenantId: tenantId(),
    code: integer("code").generatedAlwaysAsIdentity().notNull(),
    dimension: text("dimension").notNull(),
    value: text("value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.code] }),
    uniqueIndex("rollup_values_value").on(t.tenantId, t.dimension, t.value),
  ],
);
