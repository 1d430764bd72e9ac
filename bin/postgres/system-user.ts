import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The account Postgres runs as when we are root, because Postgres itself refuses to be root. */
export type SystemUser = { name: string; uid: number; gid: number };

const CANDIDATES = ["postgres", "_postgres", "nobody"];

/** Undefined unless this process is root: then Postgres simply runs as whoever we are. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n").map(parseAccount);
  for (const name of CANDIDATES) {
    const found = accounts.find((account) => account?.name === name);
    if (found) return found;
  }
  throw new Error(
    "Postgres refuses to run as root and /etc/passwd has neither postgres nor nobody: start as another user",
  );
}

/** Whether that user may read and enter (or execute) the path; asked of the system, so that ACLs count too. */
export function canReach(path: string, user: SystemUser | undefined): boolean {
  const script = 'test -r "$0" && test -x "$0"';
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  return spawnSync("/bin/sh", ["-c", script, path], { cwd: "/", ...identity }).status === 0;
}

function parseAccount(line: string): SystemUser | undefined {
  const [name, , uid, gid] = line.split(":");
  if (!name || uid === undefined || gid === undefined) return undefined;
  return { name, uid: unsigned(uid), gid: unsigned(gid) };
}

/** macOS lists nobody as -2. */
function unsigned(id: string): number {
  return Number(id) >>> 0;
}
