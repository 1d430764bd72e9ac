import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { closeConnections, connectTo } from "#db/connections.ts";
import { migrate } from "#db/migrate.ts";
import { loadFast, loadSettings } from "./generate/load-fast.ts";
import { generate } from "./generate/write-tenant.ts";
import { connectOnce } from "./postgres/roles.ts";
import { openDatabase } from "./supervisor/open-database.ts";
import { loadEnvFile, readSettings } from "./supervisor/settings.ts";

// --fast drops the tables' secondary indexes and makes them at the end; after a break the next --fast run makes them.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "100000" },
    tenant: { type: "string", default: "one" },
    seed: { type: "string", default: "1" },
    "time-zone": { type: "string", default: "Europe/Berlin" },
    database: { type: "string" },
    fast: { type: "boolean", default: false },
  },
});

/** Measured: a message with all that belongs to it, indexes and rollups included. */
const bytesPerMessage = 5_000;

function wanted() {
  const messages = Number(values.messages);
  const seed = Number(values.seed);
  if (!Number.isInteger(messages) || messages < 1 || messages > 100_000_000)
    throw new Error("--messages is a number up to a hundred million");
  if (!Number.isInteger(seed)) throw new Error("--seed is a number");
  return { messages, seed, name: values.tenant, timeZone: values["time-zone"], now: new Date() };
}

/** Of our own database only: of another's disk we know nothing. */
function refuseFullDisk(folder: string, messages: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const [free, needed] = [bavail * bsize, messages * bytesPerMessage];
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
  if (free < needed * 1.2)
    throw new Error(`${messages} messages take about ${gigabytes(needed)}; ${gigabytes(free)} are free`);
}

loadEnvFile(root);
const asked = wanted();
const settings = readSettings(root, []);
const database = await openDatabase(
  values.database === undefined ? settings : { ...settings, databaseUrl: values.database },
  process.env,
  values.fast ? loadSettings : [],
);
try {
  if (values.fast && !database.ours)
    throw new Error("--fast takes the database for itself: stop what runs on it, or leave it out");
  if (!settings.databaseUrl && !values.database) refuseFullDisk(settings.dataFolder, asked.messages);
  await migrate({ ownerUrl: database.urls.owner });
  await connectTo({ appUrl: database.urls.app, workerUrl: database.urls.worker, poolSize: 4 });
  const owner = connectOnce(database.urls.owner);
  const analyze = () => owner`vacuum analyze`;
  const around = values.fast ? (write: () => Promise<void>) => loadFast(owner, write) : undefined;
  const made = await generate({ ...asked, analyze, around }, (line) => console.log(line));
  await owner.end();
  const rate = Math.round(made.messages / made.seconds);
  console.log(
    `${made.tenantId}: ${made.messages} messages and ${made.orders} orders in ${Math.round(made.seconds)} s (${rate} messages a second), ` +
      `rollups in ${Math.round(made.rebuildSeconds)} s; the database has ${(made.bytes / 2 ** 30).toFixed(2)} GB`,
  );
} finally {
  await closeConnections();
  await database.close();
}
