import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { StartError } from "./start-error.ts";

const SOURCES = [
  "app",
  "auth",
  "components",
  "db",
  "domain",
  "emails",
  "inngest",
  "integrations",
  "public",
  "env.ts",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

export const NEXT = join("node_modules", "next", "dist", "bin", "next");

/** Runs `next build` unless the last build was made of exactly these sources. */
export async function ensureBuilt(root: string, signal?: AbortSignal): Promise<void> {
  const wanted = fingerprint(root);
  const stamp = join(root, ".next", "sources.sha256");
  if (existsSync(join(root, ".next", "BUILD_ID")) && readText(stamp) === wanted) return;
  console.log("Building the app …");
  const { code, output } = await runBuild(root, signal);
  if (code !== 0) throw new StartError(`next build failed:\n${output}`);
  writeFileSync(stamp, wanted);
}

function runBuild(root: string, signal?: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, [NEXT, "build"], {
      cwd: root,
      env,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: chunks.join("") }));
  });
}

/** By content, because a checkout gives every file a new date. */
function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesBelow(join(root, source))).sort()) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  let entries: string[];
  try {
    entries = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [path];
  }
  return entries;
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
