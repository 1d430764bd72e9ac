import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Spawned, spawnNode } from "./child.ts";
import { createTestDatabase, type TestDatabase } from "./testing/database.ts";
import { until } from "./testing/world.ts";

const walks = 40;
const signingKey = `signkey-test-${"c4".repeat(32)}`;
const keys = { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: "crash-key" };
const folder = mkdtempSync(join(tmpdir(), "runner-crash-"));
const file = join(folder, "notes");

let database: TestDatabase;
let runner: Spawned;
let app: Spawned;
let client: Inngest;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

beforeAll(async () => {
  writeFileSync(file, "");
  database = await createTestDatabase();
  const [appPort, runnerPort] = [await freePort(), await freePort()];
  const base = `http://127.0.0.1:${runnerPort}`;
  const clean: NodeJS.ProcessEnv = { PATH: "", NODE_ENV: "production", ...keys };
  app = await spawnNode(
    "./testing/crash-app.ts",
    [file, String(appPort)],
    { ...clean, INNGEST_BASE_URL: base },
    "serving",
  );
  runner = await spawnNode(
    "./main.ts",
    [],
    {
      ...clean,
      RUNNER_DATABASE_URL: database.url,
      RUNNER_PORT: String(runnerPort),
      RUNNER_APP_URL: `http://127.0.0.1:${appPort}/api/inngest`,
    },
    '"msg":"ready"',
  );
  client = new Inngest({ id: "sender", baseUrl: base, eventKey: keys.INNGEST_EVENT_KEY, signingKey, isDev: false });
  await until("the functions are registered", async () => {
    const rows = await database.query("select 1 from runner.functions where not archived").catch(() => []);
    return rows.length === 3;
  });
});
afterAll(async () => {
  await runner.kill("SIGTERM");
  await app.kill();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const done = () =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
const started = async () => (await database.query("select 1 from runner.steps")).length;

/** Waits for some progress, so that each blow falls while work is in flight. */
async function progress(): Promise<void> {
  const before = await started();
  await until("some steps were done", async () => (await started()) > before + 5);
}

test("loses no run and doubles no state change when runner and app are killed in the middle of work", {
  timeout: 300_000,
}, async () => {
  for (let n = 0; n < walks; n++) await client.send({ name: "walk", id: `walk-${n}`, data: { n } });
  for (let blow = 0; blow < 3; blow++) {
    await progress();
    await runner.kill();
    await runner.start();
    await progress();
    await app.kill();
    await app.start();
  }
  // The sender does not know whether its events arrived before a crash, and sends them again.
  for (let n = 0; n < walks; n++) await client.send({ name: "walk", id: `walk-${n}`, data: { n } });
  await until(
    "every walk was counted",
    () => new Set(done().filter((line) => line.startsWith("walked"))).size === walks,
  );
  await until("nothing is left to do", async () => {
    return (await database.query("select 1 from runner.jobs where kind <> 'cron' limit 1")).length === 0;
  });
  const runs = await database.query(
    "select function_id, status, count(*)::int as count from runner.runs where function_id <> 'crash-tick' group by 1, 2",
  );
  const of = (id: string) => runs.filter((row) => row.function_id === id);
  expect(of("crash-walk")).toEqual([{ function_id: "crash-walk", status: "completed", count: walks }]);
  expect(of("crash-walked").every(({ status }) => status === "completed")).toBe(true);
  const steps = await database.query("select run_id, name from runner.steps");
  expect(new Set(steps.map((row) => `${row.run_id} ${row.name}`)).size).toBe(steps.length);
  const counts = new Map<string, number>();
  for (const line of done()) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (let n = 0; n < walks; n++) {
    for (const position of [0, 1, 2]) {
      // A step whose call was cut may run again: at least once, and never more often than it was cut.
      expect(counts.get(`walk ${n} ${position}`)).toBeGreaterThanOrEqual(1);
      expect(counts.get(`walk ${n} ${position}`)).toBeLessThanOrEqual(7);
    }
    expect(counts.get(`walked ${n}`)).toBeGreaterThanOrEqual(1);
  }
});

test("ends cleanly on SIGTERM and takes up its work again", async () => {
  await runner.kill("SIGTERM");
  await runner.start();
  await client.send({ name: "walk", data: { n: "last" } });
  await until("it was counted", () => done().includes("walked last"));
});
