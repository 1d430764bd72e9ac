import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { acrossTenantsListIds } from "#db/across-tenants-doors.ts";
import { verifyAudit } from "#db/audit-chain.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { openDatabase } from "./supervisor/open-database.ts";
import { loadEnvFile, readSettings } from "./supervisor/settings.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { tenant: { type: "string" } } });

/** Walks the audit chain of every tenant, or of `--tenant <id>`; the program fails when a row was removed or changed. */
async function verify(): Promise<number> {
  let faults = 0;
  for (const tenantId of values.tenant ? [values.tenant] : await acrossTenantsListIds()) {
    const report = await withScope(tenantId, verifyAudit);
    const erased = report.erased > 0 ? `, ${report.erased} without their words since a person was erased` : "";
    console.log(`${tenantId}: ${report.entries} entries${erased}, head ${report.head.slice(0, 16) || "none"}`);
    for (const { seq, entryId, fault } of report.faults) console.log(`  ${fault} at ${seq ?? "no place"}: ${entryId}`);
    faults += report.faults.length;
  }
  return faults;
}

loadEnvFile(root);
const database = await openDatabase(readSettings(root, []), process.env);
try {
  await connectTo({ appUrl: database.urls.app, workerUrl: database.urls.worker, poolSize: 2 });
  const faults = await verify();
  console.log(faults === 0 ? "The chain is whole." : `The chain is broken in ${faults} places.`);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await closeConnections();
  await database.close();
}
