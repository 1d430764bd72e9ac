import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Upgrade } from "#domain/upgrade.ts";
import { id, instant, tenantId } from "./columns.ts";

/** What a write was answered under its idempotency key, by the real clock; without an answer it is in progress. */
export const apiAnswers = pgTable(
  "api_answers",
  {
    tenantId: tenantId(),
    keyId: text("key_id").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status"),
    answer: text("answer"),
    begunAt: instant("begun_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.keyId, t.key] }), index("api_answers_begun").on(t.tenantId, t.begunAt)],
);

/**
 * A person's word that a key may do one thing once: what it asked, by hash, and the code that was mailed, by hash. Only
 * the very same request is let through by it.
 */
export const oneTimeCodes = pgTable(
  "one_time_codes",
  {
    tenantId: tenantId(),
    id: id(),
    keyId: text("key_id").notNull(),
    operation: text("operation").notNull(),
    requestHash: text("request_hash").notNull(),
    codeHash: text("code_hash").notNull(),
    tries: integer("tries").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("one_time_codes_request").on(t.tenantId, t.keyId, t.requestHash, t.createdAt),
  ],
);

/** What somebody asked a person to allow a key from then on, or the tenant; a one-time code lets it through once. */
export const upgradeRequests = pgTable(
  "upgrade_requests",
  {
    tenantId: tenantId(),
    id: id(),
    keyId: text("key_id").notNull(),
    /** Whose code it is: the key itself, or the member who asked for it. */
    askedBy: text("asked_by").notNull(),
    wants: jsonb("wants").$type<Upgrade>().notNull(),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull(),
    appliedAt: instant("applied_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("upgrade_requests_key").on(t.tenantId, t.keyId, t.createdAt),
  ],
);
