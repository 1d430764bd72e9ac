import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Binaries, locateBinaries } from "./binaries.ts";
import { ClusterError } from "./cluster-error.ts";
import { createCluster } from "./create-cluster.ts";
import { freePort } from "./free-port.ts";
import { acceptsConnections, isPostgresAlive, readPostmasterFile, removePostmasterFile } from "./postmaster-file.ts";
import { postgresUser, type SystemUser } from "./system-user.ts";

export type ClusterOptions = {
  /** Holds the cluster's files and nothing else; made when missing. */
  folder: string;
  /** Password of the superuser `postgres`. */
  password: string;
  logFile: string;
  /** Ask for the port of the last start, so that those who are connected find the database again. */
  port?: number;
  /** Server settings, such as `fsync=off`. */
  settings?: string[];
};

export type Cluster = {
  pid: number;
  port: number;
  /** URL of the superuser, for the given database. */
  adminUrl(database?: string): string;
  /** Resolves when the server has died, for whatever reason. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

const START_DEADLINE_MS = 60_000;

/** Starts the embedded Postgres, or takes over the one that an earlier start left running on the same folder. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const running = await findRunning(options.folder);
  if (running) return describe(options, { ...running, exited: watchStranger(running.pid) });
  const user = postgresUser();
  const binaries = locateBinaries(user);
  createCluster(options.folder, options.password, { binaries, user });
  chmodSync(options.folder, 0o700);
  const port = options.port ?? (await freePort());
  const logStart = logSize(options.logFile);
  const child = spawnPostgres({ ...options, port }, binaries, user);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilReady({ ...options, port }, child, logStart);
  return describe(options, { pid: child.pid ?? 0, port, exited });
}

async function findRunning(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const deadline = Date.now() + START_DEADLINE_MS;
  for (;;) {
    const found = readPostmasterFile(folder);
    if (!found) return undefined;
    if (!isPostgresAlive(found.pid)) {
      removePostmasterFile(folder);
      return undefined;
    }
    if (found.ready && (await acceptsConnections(found.port))) return found;
    if (Date.now() > deadline) {
      throw new ClusterError(
        `Postgres (process ${found.pid}) holds ${folder} but does not answer: end that process and start again`,
      );
    }
    await wait(50);
  }
}

function spawnPostgres(options: ClusterOptions, binaries: Binaries, user: SystemUser | undefined): ChildProcess {
  mkdirSync(dirname(options.logFile), { recursive: true });
  if (user) chownSync(options.folder, user.uid, user.gid);
  const settings = [
    `port=${options.port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    ...(options.settings ?? []),
  ];
  const log = openSync(options.logFile, "a", 0o600);
  const child = spawn(binaries.postgres, ["-D", options.folder, ...settings.flatMap((setting) => ["-c", setting])], {
    cwd: options.folder,
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C" },
    // Its own process group: Ctrl-C reaches the one who started us, who then stops everything in order.
    detached: true,
    stdio: ["ignore", log, log],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  closeSync(log);
  return child;
}

async function untilReady(options: ClusterOptions, child: ChildProcess, logStart: number): Promise<void> {
  let failure: string | undefined;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", () => {
    failure = lastComplaint(options.logFile, logStart);
  });
  const deadline = Date.now() + START_DEADLINE_MS;
  for (;;) {
    if (failure) throw new ClusterError(`Postgres could not start on ${options.folder}: ${failure}`);
    const file = readPostmasterFile(options.folder);
    if (file?.pid === child.pid && file?.ready && (await acceptsConnections(file.port))) return;
    if (Date.now() > deadline)
      throw new ClusterError(`Postgres did not get ready on ${options.folder}: see ${options.logFile}`);
    await wait(10);
  }
}

function describe(options: ClusterOptions, server: Pick<Cluster, "pid" | "port" | "exited">): Cluster {
  const { pid, port, exited } = server;
  const password = encodeURIComponent(options.password);
  return {
    pid,
    port,
    adminUrl: (database = "postgres") => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    exited,
    stop: () => stopPostgres(pid, exited),
  };
}

/** Fast shutdown first (ends sessions, keeps the data clean), then the immediate one, which recovers at the next start. */
async function stopPostgres(pid: number, exited: Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isPostgresAlive(pid)) return;
    process.kill(pid, signal);
    const gone = await Promise.race([exited.then(() => true), wait(10_000, false, { ref: false })]);
    if (gone) return;
  }
}

async function watchStranger(pid: number): Promise<void> {
  while (isPostgresAlive(pid)) await wait(200, undefined, { ref: false });
}

function logSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function lastComplaint(file: string, from: number): string {
  const lines = readFileSync(file).subarray(from).toString("utf8").trim().split("\n");
  const complaint = lines.findLast((line) => /(FATAL|PANIC|ERROR):/.test(line)) ?? lines.at(-1) ?? "";
  return complaint.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "") || `it ended without a word, see ${file}`;
}
