import { sql } from "drizzle-orm";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenantId } from "./columns.ts";

const noTexts = sql`'{}'::text[]`;

/** What a shop's API is asked with, sealed. */
export const shopCredentials = pgTable(
  "shop_credentials",
  {
    tenantId: tenantId(),
    shopId: text("shop_id").notNull(),
    sealed: text("sealed").notNull(),
    names: text("names").array().notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.shopId] })],
);

/** Where the reconciler stands with a shop, and what it found. `drift` counts what webhooks had missed. */
export const reconciliations = pgTable(
  "reconciliations",
  {
    tenantId: tenantId(),
    shopId: text("shop_id").notNull(),
    cursor: text("cursor"),
    lastRunAt: instant("last_run_at"),
    nextRunAt: instant("next_run_at").notNull(),
    outcome: text("outcome"),
    drift: integer("drift").notNull().default(0),
    lastDrift: integer("last_drift").notNull().default(0),
    lastDriftAt: instant("last_drift_at"),
    silentSince: instant("silent_since"),
    hooksTriedAt: instant("hooks_tried_at"),
    hooksOutcome: text("hooks_outcome"),
    hooksRegistered: text("hooks_registered").array().notNull().default(noTexts),
    hooksMissing: text("hooks_missing").array().notNull().default(noTexts),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.shopId] })],
);

/** Requests whose signature did not hold, counted per shop, cause and minute; no bodies, and a hundred rows per shop. */
export const signatureFailures = pgTable(
  "signature_failures",
  {
    tenantId: tenantId(),
    shopId: text("shop_id").notNull(),
    minute: instant("minute").notNull(),
    reason: text("reason").notNull(),
    count: integer("count").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.shopId, t.minute, t.reason] })],
);
