import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordAudit } from "#db/audit.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import { createTestDatabase } from "./testing/database.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataFolder = mkdtempSync(join(tmpdir(), "comeback-audit-"));
const database = await createTestDatabase();
const now = new Date("2026-03-05T12:00:00Z");
const tenantId = "ten_audited";

beforeAll(async () => {
  await connectTo(database);
  await withScope(tenantId, async (scope) => {
    await createTenant(scope, { name: "Audited", currency: "EUR", language: "en", timeZone: "UTC", now });
    for (const action of ["a", "b", "c"]) await recordAudit(scope, { actor: { kind: "policy" }, action, now });
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function run(): Promise<{ code: number; output: string }> {
  const env = {
    ...{ PATH: process.env.PATH, APP_MODE: "test", DATA_DIR: dataFolder, DATABASE_URL: database.ownerUrl },
    ...{ DATABASE_APP_URL: database.appUrl, DATABASE_WORKER_URL: database.workerUrl },
    RUNNER_DATABASE_URL: database.appUrl,
    NODE_ENV: process.env.NODE_ENV,
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["bin/audit-verify.ts"], { cwd: root, env });
    return { code: 0, output: stdout };
  } catch (error) {
    const failed = error as { code: number; stdout: string };
    return { code: failed.code, output: failed.stdout };
  }
}

test("npm run audit:verify passes over whole chains and fails, by place, after a row was removed behind our back", async () => {
  expect(await run()).toMatchObject({ code: 0, output: expect.stringContaining("The chain is whole.") });
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`alter table audit_entries disable trigger user, no force row level security`;
  await owner`delete from audit_entries where action = 'b'`;
  await owner`alter table audit_entries enable trigger user, force row level security`;
  await owner.end();
  const after = await run();
  expect(after.code).toBe(1);
  expect(after.output).toMatch(/entry_removed at \d: aud_/);
});
