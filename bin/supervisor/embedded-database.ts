import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Cluster, startCluster } from "../postgres/cluster.ts";
import { clusterFolder } from "../postgres/folders.ts";
import { connectOnce, createDatabase, createRoles } from "../postgres/roles.ts";
import { postgresUser } from "../postgres/system-user.ts";
import type { DatabaseUrls } from "./database-urls.ts";
import { restartDelay } from "./restart-delay.ts";
import type { Secrets } from "./secrets.ts";

export type EmbeddedDatabase = {
  urls: DatabaseUrls;
  /** Brings what was written to its files: after a load of gigabytes the stop would not wait for it. */
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
};

const DATABASE = "comeback";

/** Starts the embedded Postgres with its roles and database, and starts it again on the same port whenever it dies. */
export async function startEmbeddedDatabase(
  dataFolder: string,
  secrets: Secrets,
  { onStart = () => {}, settings = [] }: { onStart?: (pid: number) => void; settings?: string[] } = {},
): Promise<EmbeddedDatabase> {
  const options = {
    folder: clusterFolder(dataFolder, postgresUser()),
    password: secrets.POSTGRES_PASSWORD,
    logFile: join(dataFolder, "logs", "postgres.log"),
    settings,
  };
  const cluster = await startCluster(options);
  onStart(cluster.pid);
  await createRoles(cluster.adminUrl(), {
    comeback_owner: secrets.OWNER_PASSWORD,
    comeback_app: secrets.APP_PASSWORD,
    comeback_worker: secrets.WORKER_PASSWORD,
    comeback_runner: secrets.RUNNER_PASSWORD,
  });
  await createDatabase(cluster.adminUrl(), DATABASE);
  const stop = keepUp(cluster, () => startCluster({ ...options, port: cluster.port }), onStart);
  return { urls: urlsOn(cluster.port, secrets), checkpoint: () => checkpoint(cluster.adminUrl()), stop };
}

async function checkpoint(adminUrl: string): Promise<void> {
  const sql = connectOnce(adminUrl);
  try {
    await sql`checkpoint`;
  } finally {
    await sql.end();
  }
}

function keepUp(first: Cluster, start: () => Promise<Cluster>, onStart: (pid: number) => void): () => Promise<void> {
  let current: Cluster | undefined = first;
  let stopping = false;
  const watch = async () => {
    let failures = 0;
    while (!stopping) {
      await current?.exited;
      if (stopping) return;
      await wait(restartDelay(failures));
      try {
        current = await start();
        if (stopping) return await current.stop();
        failures = 0;
        onStart(current.pid);
        console.error("postgres ended and was started again");
      } catch (error) {
        current = undefined;
        failures += 1;
        console.error(`postgres | ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  const watching = watch();
  return async () => {
    stopping = true;
    await current?.stop();
    await watching;
  };
}

/** The four roles' addresses on a port of this machine. */
export function urlsOn(port: number, secrets: Secrets): DatabaseUrls {
  const url = (role: string, password: string) =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
  return {
    owner: url("comeback_owner", secrets.OWNER_PASSWORD),
    app: url("comeback_app", secrets.APP_PASSWORD),
    worker: url("comeback_worker", secrets.WORKER_PASSWORD),
    runner: url("comeback_runner", secrets.RUNNER_PASSWORD),
  };
}
