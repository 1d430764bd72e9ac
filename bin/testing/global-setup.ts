import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "#db/migrate.ts";
import { startCluster } from "../postgres/cluster.ts";
import { createDatabase, createRoles } from "../postgres/roles.ts";
import { closeTemplate, roleUrl, TEMPLATE_DATABASE, TEST_PASSWORD } from "./database.ts";

// Nothing in here has to survive a power cut, and the tests run many small transactions.
const FAST = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
  "shared_buffers=64MB",
];

/** One real Postgres for the whole run, with a migrated template that each test file copies. */
export async function setup(): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), "comeback-test-"));
  // Root runs Postgres as another user, who must be able to enter.
  chmodSync(home, 0o755);
  const cluster = await startCluster({
    folder: join(home, "postgres"),
    password: TEST_PASSWORD,
    logFile: join(home, "postgres.log"),
    settings: FAST,
  });
  const admin = cluster.adminUrl();
  await createRoles(admin, {
    comeback_owner: TEST_PASSWORD,
    comeback_app: TEST_PASSWORD,
    comeback_worker: TEST_PASSWORD,
    comeback_runner: TEST_PASSWORD,
  });
  await createDatabase(admin, TEMPLATE_DATABASE);
  await migrate({ ownerUrl: roleUrl(admin, "comeback_owner", TEMPLATE_DATABASE) });
  await closeTemplate(admin, TEMPLATE_DATABASE);
  process.env.TEST_DATABASE_URL = admin;
  return async () => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
