import { sql } from "drizzle-orm";
import { jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Condition } from "#domain/condition.ts";
import { id, instant, tenantId } from "./columns.ts";

/** Named conditions over contacts. Nobody is kept as a member: whoever fits now is in. */
export const segments = pgTable(
  "segments",
  {
    tenantId: tenantId(),
    id: id(),
    name: text("name").notNull(),
    condition: jsonb("condition").$type<Condition>().notNull(),
    createdBy: text("created_by"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("segments_name").on(t.tenantId, t.name).where(sql`archived_at is null`),
  ],
);
