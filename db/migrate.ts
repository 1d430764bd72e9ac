import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { applyRowSecurity } from "./row-security.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Brings the database at `ownerUrl` to the newest schema and policies. The login roles must exist. Safe to repeat. */
export async function migrate(options: { ownerUrl: string; appRole?: string; workerRole?: string }): Promise<void> {
  const client = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
  const policies = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await runMigrations(drizzle(client), { migrationsFolder: folder });
    await applyRowSecurity(policies, {
      app: options.appRole ?? "comeback_app",
      worker: options.workerRole ?? "comeback_worker",
    });
  } finally {
    await Promise.all([client.end(), policies.end()]);
  }
}
