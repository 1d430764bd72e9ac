import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { runCommand } from "./command.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that runs here: the one that was named, Playwright's, the system's, or one installed just now. */
export async function findChromium(root: string): Promise<string | undefined> {
  const present = [process.env.PLAYWRIGHT_CHROMIUM, chromium.executablePath(), ...systemBrowsers()].find(runs);
  if (present) return present;
  console.log("There is no Chromium yet: asking Playwright's installer …");
  await installByPlaywright(root);
  if (runs(chromium.executablePath())) return chromium.executablePath();
  console.log("That did not bring one: asking the system's packages …");
  await installByApt(root);
  return systemBrowsers().find(runs);
}

function systemBrowsers(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC];
}

/** A browser whose libraries are missing is there but does not run. */
function runs(path: string | undefined): boolean {
  return Boolean(path && existsSync(path) && spawnSync(path, ["--version"], { timeout: 60_000 }).status === 0);
}

async function installByPlaywright(root: string): Promise<void> {
  const cli = join(root, "node_modules", "playwright", "cli.js");
  await runCommand(process.execPath, [cli, "install", "chromium"], { cwd: root, deadlineMinutes: 3 });
}

async function installByApt(root: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("apt-get", ["update", "-q"], { cwd: root, env, deadlineMinutes: 3 });
  await runCommand("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { cwd: root, env });
}
