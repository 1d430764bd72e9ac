import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { ClusterError } from "./cluster-error.ts";
import type { SystemUser } from "./system-user.ts";

// With LANG unset initdb would choose SQL_ASCII, where lower('ŁÓDŹ') is wrong.
const LOCALE = [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--lc-collate=C",
  "--lc-ctype=C",
  "--lc-messages=C",
];

type Program = { binaries: Binaries; user: SystemUser | undefined };

/** Makes a fresh cluster unless there is one; refuses a folder that holds something else. */
export function createCluster(folder: string, password: string, program: Program): void {
  const versionFile = join(folder, "PG_VERSION");
  if (existsSync(versionFile)) {
    checkVersion(folder, readFileSync(versionFile, "utf8").trim(), program.binaries.major);
    return;
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ClusterError(
      `${folder} is not a Postgres cluster (PG_VERSION is missing): restore it from a backup, or move it away to begin anew`,
    );
  }
  // Made beside its final place, so that a start that was cut off leaves nothing half done behind.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  initialise(unfinished, password, program);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function checkVersion(folder: string, found: string, expected: string): void {
  if (found === expected) return;
  throw new ClusterError(
    `${folder} was made by Postgres ${found || "?"}, this version brings ${expected}: dump it with the old version, or move it away to begin anew`,
  );
}

function initialise(folder: string, password: string, program: Program): void {
  const passwordFile = `${folder}.password`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    const { user } = program;
    if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
    chmodSync(folder, 0o700);
    runInitdb(folder, passwordFile, program);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(folder: string, passwordFile: string, { binaries, user }: Program): void {
  const options = ["-D", folder, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "--no-sync"];
  const { status, stderr, error } = spawnSync(binaries.initdb, [...options, ...LOCALE], {
    cwd: folder,
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C" },
    encoding: "utf8",
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  if (status === 0) return;
  const reason = error?.message ?? stderr.trim().split("\n").at(-1) ?? "unknown reason";
  throw new ClusterError(`Postgres could not make its data folder ${folder}: ${reason}`);
}
