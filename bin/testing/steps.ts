import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, NEXT } from "../supervisor/build.ts";
import { StartError } from "../supervisor/start-error.ts";
import { findChromium } from "./chromium.ts";
import { runCommand } from "./command.ts";
import { type Totals, totalsOfPlaywright, totalsOfStep, totalsOfVitest } from "./totals.ts";

export type Step = { name: string; run(): Promise<Totals> };

/** The fast part: nothing that needs a database, a build or a browser. */
export function checkSteps(root: string): Step[] {
  const tool = (name: string, ...args: string[]) =>
    runCommand(process.execPath, [toolPath(root, name), ...args], { cwd: root });
  return [
    ...["darwin", "linux"].map((os) => ({
      name: `lockfile is complete for ${os}/arm64`,
      run: () => lockfileFits(root, os),
    })),
    { name: "format and lint", run: async () => totalsOfStep(await tool("biome", "ci", "--error-on-warnings", ".")) },
    {
      name: "types",
      run: async () => totalsOfStep((await tool("next", "typegen")) || (await tool("tsc", "--noEmit"))),
    },
    { name: "unit and architecture tests", run: () => vitest(root, "unit", "alone") },
  ];
}

export function slowSteps(root: string): Step[] {
  return [
    { name: "integration tests", run: () => vitest(root, "integration") },
    { name: "build", run: () => build(root) },
    { name: "browser tests", run: () => playwright(root) },
  ];
}

/** What ends by itself in minutes may take longer where a machine is busy: that is no failure. */
const MOST_MINUTES = 60;

const TOOLS: Record<string, string> = {
  biome: join("node_modules", "@biomejs", "biome", "bin", "biome"),
  tsc: join("node_modules", "typescript", "bin", "tsc"),
  next: NEXT,
  vitest: join("node_modules", "vitest", "vitest.mjs"),
  playwright: join("node_modules", "@playwright", "test", "cli.js"),
};

function toolPath(root: string, name: string): string {
  return join(root, TOOLS[name] ?? name);
}

/** A platform whose binaries are missing from the registry is dropped from the lockfile silently, and its npm ci fails. */
async function lockfileFits(root: string, os: string): Promise<Totals> {
  const args = [
    "ci",
    "--dry-run",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    `--os=${os}`,
    "--cpu=arm64",
  ];
  return totalsOfStep(await runCommand("npm", args, { cwd: root }));
}

async function vitest(root: string, ...projects: string[]): Promise<Totals> {
  const report = reportFile(root, `${projects.join("-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const args = ["run", ...chosen, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runCommand(process.execPath, [toolPath(root, "vitest"), ...args], {
    cwd: root,
    env: { CI: "true" },
    deadlineMinutes: MOST_MINUTES,
  });
  return totalsOfVitest(report, code);
}

async function build(root: string): Promise<Totals> {
  try {
    await ensureBuilt(root);
    return totalsOfStep(0);
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    return totalsOfStep(1);
  }
}

async function playwright(root: string): Promise<Totals> {
  const browser = await findChromium(root);
  if (!browser) {
    console.error("No Chromium could be found or installed: install one, or set PLAYWRIGHT_CHROMIUM to its path");
    return totalsOfStep(1);
  }
  const report = reportFile(root, "browser.json");
  const env = { CI: "true", PLAYWRIGHT_CHROMIUM: browser, PLAYWRIGHT_REPORT: report };
  const options = { cwd: root, env, deadlineMinutes: MOST_MINUTES };
  const code = await runCommand(process.execPath, [toolPath(root, "playwright"), "test"], options);
  return totalsOfPlaywright(report, code);
}

function reportFile(root: string, name: string): string {
  const folder = join(root, "test-results", "reports");
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, name), { force: true });
  return join(folder, name);
}
