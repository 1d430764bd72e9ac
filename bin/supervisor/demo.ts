import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Demo } from "#db/seed/demo.ts";
import { connectOnce } from "../postgres/roles.ts";
import { writePrivate } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { StartError } from "./start-error.ts";

type Environment = Record<string, string | undefined>;

type Database = { ownerUrl: string; environment: Environment };

/** Seeds the demo tenant at the first start and keeps DATA_DIR/demo.json, by which scripts find their way around. */
export async function ensureDemo(
  settings: Settings,
  { ownerUrl, environment }: Database,
  signal: AbortSignal,
): Promise<Demo | undefined> {
  if (settings.mode === "production") return undefined;
  const file = join(settings.dataFolder, "demo.json");
  if (!(await hasMembers(String(environment.DATABASE_WORKER_URL)))) rmSync(file, { force: true });
  const known = existsSync(file);
  const demo = known ? readDemo(file) : await seed(settings, environment, signal);
  if (!known) await analyze(ownerUrl);
  if (!demo) {
    console.error(`${file} is missing, and its password cannot be told again: sign in as you did before`);
    return undefined;
  }
  const shops = demo.shops.map((shop) => ({
    ...shop,
    webhookUrl: `${settings.appUrl}/api/webhooks/${shop.platform}/${shop.id}`,
  }));
  writePrivate(file, { ...demo, url: settings.appUrl, shops });
  return demo;
}

async function hasMembers(workerUrl: string): Promise<boolean> {
  const sql = connectOnce(workerUrl);
  const [row] = await sql`select exists (select from members) as some`;
  await sql.end();
  return Boolean(row?.some);
}

/** Else the first minutes' queries are planned for empty tables, and take seconds instead of milliseconds. */
async function analyze(ownerUrl: string): Promise<void> {
  const owner = connectOnce(ownerUrl);
  await owner`analyze`;
  await owner.end();
}

function readDemo(file: string): Demo {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new StartError(
      `${file} is damaged: restore it from a backup, or move the whole data folder away to begin anew`,
    );
  }
}

/** In a process of its own, so that the seed meets the environment that the web app will meet. */
function seed(settings: Settings, environment: Environment, signal: AbortSignal): Promise<Demo | null> {
  console.log("Writing the history of the demo shop …");
  return new Promise((resolve, reject) => {
    const env = { ...environment, NODE_ENV: "production" as const };
    const child = spawn(process.execPath, [join("bin", "seed.ts")], {
      cwd: settings.root,
      env,
      signal,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += String(chunk);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new StartError("The demo could not be written: see the message above"));
    });
  });
}
