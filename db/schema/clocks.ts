import { integer, pgTable } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** The one row by which demo and test mode bend time; empty in production. */
export const clocks = pgTable("clocks", {
  id: integer("id").primaryKey(),
  anchorReal: instant("anchor_real").notNull(),
  anchorVirtual: instant("anchor_virtual").notNull(),
  speed: integer("speed").notNull(),
});
