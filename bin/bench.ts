import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeConnections, connectTo } from "#db/connections.ts";
import { benchRunner } from "#runner/bench.ts";
import { benchIngest } from "./bench/ingest.ts";
import { launch } from "./bench/launch.ts";
import { loadTsx } from "./bench/load-tsx.ts";
import { machine } from "./bench/machine.ts";
import { type Figures, type StartFigures, store } from "./bench/report.ts";
import { clusterFolder } from "./postgres/folders.ts";
import { freePort } from "./postgres/free-port.ts";
import { readPostmasterFile } from "./postgres/postmaster-file.ts";
import { createDatabase } from "./postgres/roles.ts";
import { postgresUser } from "./postgres/system-user.ts";
import { ensureBuilt } from "./supervisor/build.ts";
import { loadSecrets } from "./supervisor/secrets.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataFolder = mkdtempSync(join(tmpdir(), "comeback-bench-"));
// Root runs Postgres as another user, who must be able to enter.
chmodSync(dataFolder, 0o755);

/** Every part but the starts themselves runs beside one app, over its database. */
async function measure(): Promise<Figures> {
  const environment = {
    ...{ APP_MODE: "test", HOST: "127.0.0.1", DATA_DIR: dataFolder, DATABASE_URL: "", LOG_LEVEL: "error" },
    ...{ PORT: String(await freePort()), RUNNER_PORT: String(await freePort()) },
  };
  console.log("First start …");
  const cold = await launch(root, environment);
  await cold.stop();
  console.log("Second start …");
  const warm = await launch(root, environment);
  const start: StartFigures = {
    coldSeconds: cold.readySeconds,
    coldFirstPageSeconds: cold.firstPageSeconds,
    warmSeconds: warm.readySeconds,
  };
  try {
    const databaseUrl = await connect(environment.RUNNER_PORT);
    console.log("Webhooks …");
    const ingest = await benchIngest(root, warm.demo);
    console.log("Messages …");
    loadTsx();
    const { benchSend } = await import("./bench/send.ts");
    const send = await benchSend();
    console.log("Runner …");
    const runner = await benchRunner({ databaseUrl });
    return { machine: machine(root), start, ingest, send, runner };
  } finally {
    await closeConnections();
    await warm.stop();
  }
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
  await ensureBuilt(root);
  console.log(`\n${store(root, await measure())}`);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
