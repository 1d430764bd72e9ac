import { Inngest, type InngestFunction } from "inngest";
import type { RunnerOptions } from "../options.ts";
import { hashedKey } from "../protocol/sign.ts";
import { type RunningRunner, startRunner } from "../start.ts";
import { openApp, type TestApp } from "./app.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

const signingKey = `signkey-test-${"5e".repeat(32)}`;
const eventKey = "test-event-key";
const patienceMs = 25_000;

export interface RunView {
  id: string;
  functionId: string;
  status: string;
  lastError: { name: string; message: string } | null;
  waitsFor: { kind: string; dueAt: string } | null;
}

/** A runner in signed mode with a clock that can be moved, a database of its own, and an app that serves functions. */
export interface World {
  client: Inngest;
  app: TestApp;
  database: TestDatabase;
  options: RunnerOptions;
  logged: { message: string; fields: Record<string, unknown> }[];
  runner(): RunningRunner;
  restart(): Promise<void>;
  /** A request with the signing key; answers status and body. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  send(name: string, data?: Record<string, unknown>, more?: { id?: string; ts?: number }): Promise<void>;
  /** Waits until nothing is due, called or parked. */
  idle(): Promise<void>;
  /** Moves the clock and waits for what became due. */
  advance(minutes: number): Promise<void>;
  runs(functionId?: string): Promise<RunView[]>;
  /** Output or error of the only run of a function. */
  result(functionId: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Waits for a condition by asking again; throws what it waited for when it never comes. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function request(url: string, method: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${hashedKey(signingKey)}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : JSON.parse(text) };
}

/** Waits until what is due by this instant of the runner's clock was handed out. */
function dueIsOut(database: TestDatabase, now: () => number): Promise<void> {
  return until("what is due was handed out", async () => {
    const text = "select 1 from runner.jobs where state = 'waiting' and due_at <= $1";
    return (await database.query(text, [now()])).length === 0;
  });
}

async function isIdle(database: TestDatabase): Promise<boolean> {
  const rows = await database.query("select 1 from runner.jobs where state <> 'waiting' limit 1");
  return rows.length === 0;
}

export async function startWorld(define: (client: Inngest) => InngestFunction.Any[]): Promise<World> {
  const database = await createTestDatabase();
  const app = await openApp();
  const logged: World["logged"] = [];
  const log: RunnerOptions["log"] = (message, fields = {}) => void logged.push({ message, fields });
  const base = { databaseUrl: database.url, appUrl: app.url, signingKey, eventKey, virtualClock: true, log };
  let runner = await startRunner({ ...base, port: 0 });
  const options = { ...base, port: runner.port };
  const client = new Inngest({ id: "app", baseUrl: runner.url, eventKey, signingKey, isDev: false });
  app.serve(client, define(client));
  const outcome = await runner.sync();
  if (outcome.kind === "refused") throw new Error(outcome.refusals.join("; "));
  const ask: World["ask"] = (method, path, body) => request(`${runner.url}${path}`, method, body);
  const idle = () => until("nothing left to do", () => isIdle(database));
  return {
    client,
    app,
    database,
    options,
    logged,
    ask,
    idle,
    runner: () => runner,
    async restart() {
      await runner.stop();
      runner = await startRunner(options);
      await runner.sync();
    },
    async send(name, data = {}, more = {}) {
      await client.send({ name, data, ...more });
    },
    async advance(minutes) {
      await ask("POST", "/clock", { advanceMinutes: minutes });
      await dueIsOut(database, () => runner.clock.now());
      await idle();
    },
    ...views(database, ask),
    async stop() {
      await runner.stop();
      await app.stop();
      await database.drop();
    },
  };
}

function views(database: TestDatabase, ask: World["ask"]): Pick<World, "runs" | "result"> {
  return {
    async runs(functionId) {
      const { body } = await ask("GET", `/v1/runs${functionId === undefined ? "" : `?function=${functionId}`}`);
      const page: { data: RunView[] } = JSON.parse(JSON.stringify(body));
      return page.data;
    },
    async result(functionId) {
      const [row, ...others] = await database.query("select output, error from runner.runs where function_id = $1", [
        functionId,
      ]);
      if (row === undefined || others.length > 0) throw new Error(`${functionId} has ${others.length + 1} runs`);
      return JSON.parse(String(row.output ?? row.error));
    },
  };
}
