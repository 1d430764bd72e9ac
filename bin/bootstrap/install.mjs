import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Runs `npm ci` unless node_modules already holds what the lockfile names. */
export function ensureInstalled(root) {
  if (isInstalled(root)) return;
  console.log("Installing the packages that package-lock.json names …");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync("npm", args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: npmEnvironment(),
  });
  if (error) throw new Error(`npm could not be run (${error.message}): install Node.js with npm`);
  if (status !== 0) throw new Error("npm ci failed: see its message above");
}

/** npm writes node_modules/.package-lock.json last, so a cut-off install does not count. */
export function isInstalled(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!wanted)
    throw new Error("package-lock.json is missing or damaged: restore it with git checkout package-lock.json");
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") || entry.link) return true;
    const found = present[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** A start from inside an npm script must not pass that script's settings (such as --dry-run) on. */
function npmEnvironment() {
  const { NODE_ENV: _, ...environment } = process.env;
  return environment;
}
