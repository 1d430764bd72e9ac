import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** What the installation signs its statements with. Belongs to no tenant; the private half is sealed. */
export const identityKeys = pgTable("identity_keys", {
  kid: text("kid").primaryKey(),
  publicJwk: jsonb("public_jwk").$type<Record<string, unknown>>().notNull(),
  privateSealed: text("private_sealed").notNull(),
  createdAt: instant("created_at").notNull(),
});
