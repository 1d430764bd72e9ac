import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import pg from "pg";
import { type Spawned, spawnNode } from "./child.ts";
import { request } from "./protocol/call.ts";

export interface RunnerBench {
  /** Runs of five steps, checkpointed. */
  runs: number;
  runsPerSecond: number;
  /** CPU of runner and app together, Postgres not counted; null where the system does not tell. */
  cpuMsPerRun: number | null;
  cpuMsPerRunOfRunner: number | null;
  firstStepMs: { p50: number; p95: number };
  /** How many were asleep while the next figure was taken. */
  sleepingRuns: number;
  firstStepMsWhileSleeping: { p50: number; p95: number };
}

export interface BenchOptions {
  /** An empty database whose role may create schemas, or owns `runner` and `graphile_worker`. */
  databaseUrl: string;
  runs?: number;
  probes?: number;
  sleepingRuns?: number;
}

interface Bench {
  pool: pg.Pool;
  runner: Spawned;
  app: Spawned;
  runnerUrl: string;
  appUrl: string;
}

const signingKey = `signkey-test-${"be".repeat(32)}`;
const eventKey = "bench";
const quietMs = 60_000;
/** A slow machine gets fewer sleepers rather than a longer bench; the result tells how many. */
const fillMs = 40_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + quietMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("the bench came to no end");
    await pause(10);
  }
}

/** CPU time (user and system, ms) that a process has used so far, where /proc tells it. */
function cpuOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

async function start(databaseUrl: string): Promise<Bench> {
  const port = await freePort();
  const runnerUrl = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: "",
    NODE_ENV: "production",
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_BASE_URL: runnerUrl,
  };
  const app = await spawnNode("./testing/bench-app.ts", [], env, "/api/inngest\n");
  const appUrl = /serving (\S+)/.exec(app.said())?.[1] ?? "";
  const own = { RUNNER_DATABASE_URL: databaseUrl, RUNNER_PORT: String(port), RUNNER_APP_URL: appUrl };
  const runner = await spawnNode("./main.ts", [], { ...env, ...own }, '"registered"');
  return { pool: new pg.Pool({ connectionString: databaseUrl, max: 2 }), runner, app, runnerUrl, appUrl };
}

async function send(bench: Bench, events: readonly Record<string, unknown>[]): Promise<void> {
  const body = JSON.stringify(events);
  await request(new URL(`${bench.runnerUrl}/e/${eventKey}`), { method: "POST", headers: {}, body });
}

async function count(bench: Bench, text: string): Promise<number> {
  const { rows } = await bench.pool.query<{ count: string }>(text);
  return Number(rows[0]?.count);
}

async function measureRuns(bench: Bench, runs: number) {
  const ended = () =>
    count(bench, "select count(*) from runner.runs where function_id = 'bench-five' and status = 'completed'");
  const before = await ended();
  const cpu = [cpuOf(bench.runner.pid), cpuOf(bench.app.pid)];
  const began = performance.now();
  for (let sent = 0; sent < runs; sent += 25) {
    const size = Math.min(25, runs - sent);
    await send(
      bench,
      Array.from({ length: size }, () => ({ name: "bench/five", data: { shop: "a", cart: "b" } })),
    );
  }
  await until(async () => (await ended()) >= before + runs);
  const seconds = (performance.now() - began) / 1_000;
  const used = [cpuOf(bench.runner.pid), cpuOf(bench.app.pid)].map((now, index) => {
    const then = cpu[index];
    return now == null || then == null ? null : (now - then) / runs;
  });
  const [ofRunner = null, ofApp = null] = used;
  const both = ofRunner === null || ofApp === null ? null : ofRunner + ofApp;
  return { runsPerSecond: runs / seconds, cpuMsPerRun: both, cpuMsPerRunOfRunner: ofRunner };
}

async function takeLatencies(bench: Bench): Promise<number[]> {
  const raw = await request(new URL("/latencies", bench.appUrl), { method: "GET", headers: {}, body: "" });
  return JSON.parse(raw.text);
}

async function measureFirstStep(bench: Bench, probes: number): Promise<{ p50: number; p95: number }> {
  const seen: number[] = [];
  for (let probe = 0; probe < probes; probe++) {
    await send(bench, [{ name: "bench/probe", data: { sentAt: Date.now() } }]);
    await until(async () => {
      seen.push(...(await takeLatencies(bench)));
      return seen.length > probe;
    });
  }
  seen.sort((a, b) => a - b);
  const at = (share: number) => seen[Math.floor(seen.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Runs that slept off for between ten days and a year, as the runner itself would have stored them. */
async function addSleepers(bench: Bench, sleepers: number): Promise<number> {
  const chunk = 50_000;
  const end = Date.now() + fillMs;
  let first = 0;
  for (; first < sleepers && Date.now() < end; first += chunk) {
    const values = [first, Math.min(first + chunk, sleepers) - 1, Date.now(), JSON.stringify([{ name: "bench/five" }])];
    await bench.pool.query(
      `with made as (select 'SLEEPER' || n as id, n from generate_series($1::int, $2::int) n),
       runs as (
         insert into runner.runs (id, function_id, status, event_name, events, created_at, started_at)
         select id, 'bench-five', 'running', 'bench/five', $4, $3, $3 from made)
       insert into runner.jobs (run_id, function_id, kind, key, step_id, name, due_at, state, payload)
       select id, 'bench-five', 'sleep', 'step:s', 's', 'rest', $3::bigint + 864000000 + n * 60000::bigint, 'waiting', 'null'
       from made`,
      values,
    );
  }
  await bench.pool.query("analyze runner.runs, runner.jobs");
  return Math.min(first, sleepers);
}

/** Measures the embedded runner in processes of its own, over a database that is filled for it. Takes about a minute. */
export async function benchRunner(options: BenchOptions): Promise<RunnerBench> {
  const { runs = 500, probes = 150, sleepingRuns = 500_000 } = options;
  const bench = await start(options.databaseUrl);
  try {
    await measureRuns(bench, 100);
    const measured = await measureRuns(bench, runs);
    const firstStepMs = await measureFirstStep(bench, probes);
    const asleep = await addSleepers(bench, sleepingRuns);
    const firstStepMsWhileSleeping = await measureFirstStep(bench, probes);
    return { runs, ...measured, firstStepMs, sleepingRuns: asleep, firstStepMsWhileSleeping };
  } finally {
    await bench.runner.kill("SIGTERM");
    await bench.app.kill();
    await bench.pool.end();
  }
}
