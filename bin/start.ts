import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ClusterError } from "./postgres/cluster-error.ts";
import { onOrphaned } from "./supervisor/parent.ts";
import { loadEnvFile, readSettings } from "./supervisor/settings.ts";
import { createShutdown } from "./supervisor/shutdown.ts";
import { StartError } from "./supervisor/start-error.ts";
import { startEverything } from "./supervisor/start-everything.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shutdown = createShutdown();

const stop = async () => {
  await shutdown.run();
  process.exit(0);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
onOrphaned(stop);

try {
  loadEnvFile(root);
  await startEverything(readSettings(root, process.argv.slice(2)), shutdown);
} catch (error) {
  if (!shutdown.signal.aborted) {
    const expected = error instanceof StartError || error instanceof ClusterError;
    console.error(expected ? error.message : error);
    await shutdown.run();
    process.exit(1);
  }
}
