import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./db/schema/tenants.ts",
    "./db/schema/shops.ts",
    "./db/schema/contacts.ts",
    "./db/schema/carts.ts",
    "./db/schema/sequences.ts",
    "./db/schema/messages.ts",
    "./db/schema/templates.ts",
    "./db/schema/queue.ts",
    "./db/schema/oversight.ts",
    "./db/schema/catalogue.ts",
    "./db/schema/shop-health.ts",
    "./db/schema/public-doors.ts",
    "./db/schema/api.ts",
    "./db/schema/notices.ts",
    "./db/schema/segments.ts",
    "./db/schema/writer.ts",
    "./db/schema/walks.ts",
    "./db/schema/dry-runs.ts",
    "./db/schema/attribution.ts",
    "./db/schema/triggers.ts",
    "./db/schema/rollups.ts",
  ],
  out: "./db/migrations",
});
