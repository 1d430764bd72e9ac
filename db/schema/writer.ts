import { bigint, index, integer, pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";
import type { FallbackReason } from "#domain/draft.ts";
import type { WriterChoice, WriterMode } from "#domain/writer-settings.ts";
import { id, instant, tenantId } from "./columns.ts";

/** Which model writes for a tenant, and what it may spend. Without a row the installation's own writer does. */
export const writerSettings = pgTable("writer_settings", {
  tenantId: tenantId().primaryKey(),
  provider: text("provider").$type<WriterChoice>().notNull(),
  model: text("model").notNull(),
  baseUrl: text("base_url"),
  keySealed: text("key_sealed"),
  keyLast4: text("key_last4"),
  temperature: real("temperature"),
  monthlyTokens: bigint("monthly_tokens", { mode: "number" }),
  /** Millionths of the currency's unit for a million tokens. */
  inputPrice: bigint("input_price", { mode: "number" }),
  cachedInputPrice: bigint("cached_input_price", { mode: "number" }),
  outputPrice: bigint("output_price", { mode: "number" }),
  priceCurrency: text("price_currency"),
  concurrency: integer("concurrency").notNull(),
  requestsPerMinute: integer("requests_per_minute").notNull(),
  mode: text("mode").$type<WriterMode>().notNull(),
  reuseDays: integer("reuse_days").notNull(),
  variants: integer("variants").notNull(),
  savedAt: instant("saved_at").notNull(),
});

/** Drafts that a member had written to see how the settings do. They count into the month as real ones. */
export const writerTries = pgTable(
  "writer_tries",
  {
    tenantId: tenantId(),
    id: id(),
    memberId: text("member_id").notNull(),
    model: text("model"),
    reason: text("reason").$type<FallbackReason>(),
    inputTokens: integer("input_tokens").notNull(),
    cachedInputTokens: integer("cached_input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull(),
    costCurrency: text("cost_currency"),
    latencyMs: integer("latency_ms").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("writer_tries_at").on(t.tenantId, t.at)],
);
