import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../postgres/free-port.ts";
import { commandOf } from "../postgres/processes.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readSettings, type Settings } from "./settings.ts";
import { createShutdown, type Shutdown } from "./shutdown.ts";
import { startEverything } from "./start-everything.ts";

// A house with the same doors and nothing behind them: what is tested here is who is started, told what, and kept alive.
const house = temporaryFolder();
const dataFolder = join(house, "data");

const NEXT = `
const { writeFileSync, mkdirSync } = require("node:fs");
mkdirSync(".next", { recursive: true });
writeFileSync(".next/BUILD_ID", "1");
`;
const WEB = `
import { createServer } from "node:http";
const answer = (request, response) => response.end(JSON.stringify(process.env));
createServer(answer).listen(Number(process.env.PORT), "127.0.0.1");
`;
const RUNNER = `
import { createServer } from "node:http";
const answer = (request, response) => response.end(JSON.stringify(process.env));
createServer(answer).listen(Number(process.env.RUNNER_PORT), "127.0.0.1");
`;

let settings: Settings;
let shutdown: Shutdown;

beforeAll(async () => {
  const next = join(house, "node_modules", "next", "dist", "bin");
  mkdirSync(next, { recursive: true });
  mkdirSync(join(house, "runner"));
  mkdirSync(join(house, "bin"));
  writeFileSync(join(next, "next"), NEXT);
  writeFileSync(join(house, "bin", "web.ts"), WEB);
  writeFileSync(join(house, "runner", "main.ts"), RUNNER);
  const source = { PORT: String(await freePort()), DATA_DIR: dataFolder, APP_MODE: "production" };
  settings = readSettings(house, [], source);
  shutdown = createShutdown();
  await startEverything(settings, shutdown);
});
afterAll(() => shutdown.run());

function processes(): Record<"postgres" | "runner" | "web", number> {
  return JSON.parse(readFileSync(join(dataFolder, "processes.json"), "utf8"));
}

async function webEnvironment(): Promise<Record<string, string>> {
  return (await fetch(settings.localUrl)).json();
}

test("tells the web app everything but the owner's and the runner's database", async () => {
  const env = await webEnvironment();
  expect(env).toMatchObject({ DATABASE_URL: "", RUNNER_DATABASE_URL: "", APP_MODE: "production", INNGEST_DEV: "0" });
  expect(env.DATABASE_APP_URL).toContain("comeback_app");
  expect(env.DATABASE_WORKER_URL).toContain("comeback_worker");
  expect(env.ENCRYPTION_KEY).toHaveLength(44);
});

test("tells the runner its database, its keys and where the app is, and no secret of the shops", async () => {
  const { INNGEST_BASE_URL, INNGEST_SIGNING_KEY } = await webEnvironment();
  const up = () =>
    fetch(String(INNGEST_BASE_URL)).then(
      () => true,
      () => false,
    );
  await expect.poll(up).toBe(true);
  const env = await (await fetch(String(INNGEST_BASE_URL))).json();
  expect(env).toMatchObject({ RUNNER_APP_URL: `${settings.localUrl}/api/inngest`, INNGEST_SIGNING_KEY });
  expect(env.RUNNER_DATABASE_URL).toContain("comeback_runner");
  expect(Object.keys(env).filter((name) => /^(ENCRYPTION_KEY|LINK_SECRET|DATABASE_)/.test(name))).toEqual([]);
});

test.each(["web", "runner", "postgres"] as const)("starts %s again within a moment when it is killed", async (name) => {
  const before = processes();
  process.kill(before[name], "SIGKILL");
  // Postgres counts from its readiness on, recovery included. It is a matter of milliseconds; the limit is what a busy machine keeps.
  await expect.poll(() => processes()[name], { interval: 10, timeout: 60_000 }).not.toBe(before[name]);
});

test("stops every child and cleans up behind itself", async () => {
  const last = processes();
  await shutdown.run();
  expect(Object.values(last).map(commandOf)).toEqual([undefined, undefined, undefined]);
  expect(["processes.json", "start.pid"].filter((name) => existsSync(join(dataFolder, name)))).toEqual([]);
  expect(existsSync(join(dataFolder, "postgres", "postmaster.pid"))).toBe(false);
});

test("builds once, and again only when a source has changed", async () => {
  const stamp = join(house, ".next", "sources.sha256");
  const first = readFileSync(stamp, "utf8");
  writeFileSync(join(house, "next.config.ts"), "export default {};");
  const again = createShutdown();
  await startEverything(settings, again);
  await again.run();
  expect(readFileSync(stamp, "utf8")).not.toBe(first);
});
