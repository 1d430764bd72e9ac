import { createHash } from "node:crypto";
import { accessSync, constants, lstatSync, mkdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { canReach, type SystemUser } from "./system-user.ts";

/** Where root keeps what another user must be able to read. */
export function systemFolder(): string {
  try {
    accessSync("/var/lib", constants.W_OK);
    return "/var/lib/comeback";
  } catch {
    return join(tmpdir(), "comeback");
  }
}

/**
 * The folder of the cluster below a data folder. When the user who runs Postgres cannot get there (a clone in root's home),
 * the files live in a system folder instead and `postgres` is a link to them; deleting the data folder still means starting anew.
 */
export function clusterFolder(dataFolder: string, user: SystemUser | undefined): string {
  mkdirSync(dataFolder, { recursive: true });
  const folder = join(dataFolder, "postgres");
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) return ensure(readlinkSync(folder));
  if (entry || canReach(dataFolder, user)) return folder;
  const name = createHash("sha256").update(realpathSync(dataFolder)).digest("hex").slice(0, 12);
  const elsewhere = join(systemFolder(), name, "postgres");
  rmSync(elsewhere, { recursive: true, force: true });
  symlinkSync(ensure(elsewhere), folder);
  return elsewhere;
}

function ensure(folder: string): string {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  return folder;
}
