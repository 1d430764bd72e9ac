import { doublePrecision, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenantId } from "./columns.ts";

/**
 * Token buckets of the public doors, by the real clock. `name` says what is counted (a key, a hashed address of a
 * network or a person); `granted` is how many the last asking was given.
 */
export const rateBuckets = pgTable(
  "rate_buckets",
  {
    tenantId: tenantId(),
    name: text("name").notNull(),
    tokens: doublePrecision("tokens").notNull(),
    perSecond: doublePrecision("per_second").notNull(),
    granted: integer("granted").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.name] }), index("rate_buckets_at").on(t.tenantId, t.at)],
);

/** What a batch was answered under its idempotency key, by the real clock; without an answer it is in progress. */
export const batchAnswers = pgTable(
  "batch_answers",
  {
    tenantId: tenantId(),
    shopId: text("shop_id").notNull(),
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    answer: text("answer"),
    begunAt: instant("begun_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.shopId, t.key] }),
    index("batch_answers_begun").on(t.tenantId, t.begunAt),
  ],
);
