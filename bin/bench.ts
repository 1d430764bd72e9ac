import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { closeConnections, connectTo } from "#db/connections.ts";
import { benchRunner } from "#runner/bench.ts";
import { benchBurst } from "./bench/burst.ts";
import { benchDryRun } from "./bench/dry-run.ts";
import { benchIngest } from "./bench/ingest.ts";
import { keepPrepared, readPrepared } from "./bench/kept.ts";
import { launch } from "./bench/launch.ts";
import { loadTsx } from "./bench/load-tsx.ts";
import { machine } from "./bench/machine.ts";
import { benchMails } from "./bench/mails.ts";
import { type Figures, type StartFigures, store } from "./bench/report.ts";
import { benchResults, prepareResults } from "./bench/results.ts";
import { benchSoak } from "./bench/soak.ts";
import type { Generated } from "./generate/write-tenant.ts";
import { clusterFolder } from "./postgres/folders.ts";
import { freePort } from "./postgres/free-port.ts";
import { readPostmasterFile } from "./postgres/postmaster-file.ts";
import { connectOnce, createDatabase } from "./postgres/roles.ts";
import { postgresUser } from "./postgres/system-user.ts";
import { ensureBuilt } from "./supervisor/build.ts";
import { urlsOn } from "./supervisor/embedded-database.ts";
import { loadSecrets } from "./supervisor/secrets.ts";
import type { DemoAccess } from "./testing/app.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: only } = parseArgs({
  options: {
    webhooks: { type: "boolean" },
    burst: { type: "boolean" },
    soak: { type: "boolean" },
    "dry-run": { type: "boolean" },
    results: { type: "boolean" },
    messages: { type: "string", default: "1000000" },
    keep: { type: "string" },
    on: { type: "string" },
  },
});
const kept = only.keep ?? only.on;
const dataFolder = kept === undefined ? mkdtempSync(join(tmpdir(), "comeback-bench-")) : resolve(kept);
if (only.keep !== undefined) mkdirSync(dataFolder, { recursive: true });
// Root runs Postgres as another user, who must be able to enter.
chmodSync(dataFolder, 0o755);

/** All parts run beside one app, over its database; those that are named, or all but the long ones. */
async function measure(): Promise<Partial<Figures>> {
  const environment = {
    ...{ APP_MODE: "test", HOST: "127.0.0.1", DATA_DIR: dataFolder, DATABASE_URL: "", LOG_LEVEL: "error" },
    ...{ PORT: String(await freePort()), RUNNER_PORT: String(await freePort()) },
  };
  const made = only.results ? await tenant() : null;
  console.log("First start …");
  const cold = await launch(root, environment);
  await cold.stop();
  console.log("Second start …");
  const warm = await launch(root, environment);
  try {
    const databaseUrl = await connect(environment.RUNNER_PORT);
    if (made) {
      await analyze();
      return { results: [await benchResults(made, dataFolder)] };
    }
    if (only["dry-run"]) return { dryRun: await benchDryRun(analyze) };
    if (only.webhooks || only.burst || only.soak) return await measureWebhooks(warm.demo);
    const start: StartFigures = {
      coldSeconds: cold.readySeconds,
      coldFirstPageSeconds: cold.firstPageSeconds,
      warmSeconds: warm.readySeconds,
    };
    console.log("Webhooks …");
    const ingest = await benchIngest(root, dataFolder, warm.demo);
    console.log("Messages …");
    loadTsx();
    const { benchSend } = await import("./bench/send.ts");
    const send = await benchSend();
    const mails = await benchMails(root);
    console.log("Runner …");
    const runner = await benchRunner({ databaseUrl });
    return { machine: machine(root), start, ingest, send, mails, runner };
  } finally {
    await closeConnections();
    await warm.stop();
  }
}

/** The large tenant that was kept, or one that is made now. */
function tenant(): Promise<Generated> | Generated {
  return only.on === undefined ? prepareResults(Number(only.messages), dataFolder) : readPrepared(dataFolder);
}

async function measureWebhooks(demo: DemoAccess): Promise<Partial<Figures>> {
  const figures: Partial<Figures> = {};
  if (only.webhooks) figures.ingest = await benchIngest(root, dataFolder, demo);
  if (only.burst) figures.burst = await benchBurst(root, dataFolder, demo);
  if (only.soak) figures.soak = await benchSoak(root, dataFolder, demo);
  return figures;
}

/** As the owner of the app's tables. */
async function analyze(): Promise<void> {
  const port = readPostmasterFile(clusterFolder(dataFolder, postgresUser()))?.port;
  if (!port) throw new Error("the app's database is not there");
  const owner = connectOnce(urlsOn(port, loadSecrets(dataFolder)).owner);
  await owner`vacuum analyze`;
  await owner.end();
}

/** Connects this process to the app's database as the app itself is; returns an empty database for the runner's bench. */
async function connect(runnerPort: string): Promise<string> {
  const secrets = loadSecrets(dataFolder);
  const port = readPostmasterFile(clusterFolder(dataFolder, postgresUser()))?.port;
  const url = (role: string, password: string, database = "comeback") =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const appUrl = url("comeback_app", secrets.APP_PASSWORD);
  const workerUrl = url("comeback_worker", secrets.WORKER_PASSWORD);
  const inngest = { INNGEST_BASE_URL: `http://127.0.0.1:${runnerPort}`, INNGEST_DEV: "0" };
  const urls = { DATABASE_APP_URL: appUrl, DATABASE_WORKER_URL: workerUrl };
  Object.assign(process.env, secrets, inngest, urls, { APP_MODE: "test", LOG_LEVEL: "error" });
  await connectTo({ appUrl, workerUrl });
  await createDatabase(url("postgres", secrets.POSTGRES_PASSWORD, "postgres"), "bench");
  return url("comeback_runner", secrets.RUNNER_PASSWORD, "bench");
}

try {
  if (only.keep === undefined) {
    await ensureBuilt(root);
    console.log(`\n${store(root, await measure())}`);
  } else {
    keepPrepared(dataFolder, await prepareResults(Number(only.messages), dataFolder));
    console.log(`Kept: npm run bench -- --results --on ${dataFolder}`);
  }
} finally {
  if (kept === undefined) rmSync(dataFolder, { recursive: true, force: true });
}
