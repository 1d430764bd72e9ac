import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../postgres/free-port.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const READY_DEADLINE_MS = 240_000;

/** What DATA_DIR/demo.json holds. */
export type DemoAccess = {
  url: string;
  email: string;
  password: string;
  tenantId: string;
  apiKey: string;
  shops: { id: string; platform: string; secret: string; webhookUrl: string }[];
};

export type ApiAnswer = { status: number; body: unknown };

export type RunningApp = {
  url: string;
  dataFolder: string;
  demo: DemoAccess;
  /** A request with the demo's API key. */
  api(method: string, path: string, body?: unknown): Promise<ApiAnswer>;
  clock: {
    now(): Promise<Date>;
    advance(minutes: number): Promise<void>;
    setSpeed(speed: number): Promise<void>;
  };
  /** Process ids of the children at this moment, for tests that kill them. */
  processes(): { postgres: number; runner: number; web: number };
  stop(): Promise<void>;
};

// Empty counts as missing, and keeps a person's .env from deciding what the tests mean.
const NOTHING_OUTSIDE = {
  DATABASE_URL: "",
  DATABASE_APP_URL: "",
  DATABASE_WORKER_URL: "",
  RUNNER_DATABASE_URL: "",
  APP_URL: "",
  NEXTAUTH_URL: "",
  INNGEST_BASE_URL: "",
  INNGEST_DEV: "",
  INNGEST_EVENT_KEY: "",
  INNGEST_SIGNING_KEY: "",
  RESEND_API_KEY: "",
  SMTP_URL: "",
  MAILER: "",
  WRITER_MODEL: "",
  WRITER_PROVIDER: "",
};

/** Starts the whole app the way `npm start` does, on a data folder and ports of its own. */
export async function startApp(environment: Record<string, string> = {}): Promise<RunningApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), "comeback-app-"));
  // Root runs Postgres as another user, who must be able to enter.
  chmodSync(dataFolder, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "bin", "start.ts")], {
    cwd: root,
    env: {
      ...process.env,
      ...NOTHING_OUTSIDE,
      STARTED_BY: String(process.pid),
      APP_MODE: "test",
      HOST: "127.0.0.1",
      PORT: String(port),
      RUNNER_PORT: "",
      DATA_DIR: dataFolder,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    await untilReady(child);
  } catch (error) {
    await stopApp(child, dataFolder);
    throw error;
  }
  return describe(child, dataFolder);
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (reason: string) => reject(new Error(`The app ${reason}:\n${output}`));
    const timer = setTimeout(() => fail("did not get ready"), READY_DEADLINE_MS);
    const read = (chunk: unknown) => {
      output += String(chunk);
      if (!/^ready /m.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with exit code ${code}`);
    });
  });
}

function describe(child: ChildProcess, dataFolder: string): RunningApp {
  const demo: DemoAccess = JSON.parse(readFileSync(join(dataFolder, "demo.json"), "utf8"));
  const api = apiOf(demo);
  return {
    url: demo.url,
    dataFolder,
    demo,
    api,
    clock: clockOf(api),
    processes: () => JSON.parse(readFileSync(join(dataFolder, "processes.json"), "utf8")),
    stop: () => stopApp(child, dataFolder),
  };
}

function apiOf(demo: DemoAccess): RunningApp["api"] {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, demo.url), {
      method,
      headers: { authorization: `Bearer ${demo.apiKey}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
}

function clockOf(api: RunningApp["api"]): RunningApp["clock"] {
  const ask = async (method: string, body?: unknown) => {
    const answer = await api(method, "/api/demo/clock", body);
    if (answer.status !== 200) throw new Error(`The clock answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    now: async () => new Date(((await ask("GET")) as { now: string }).now),
    advance: async (minutes) => void (await ask("POST", { advanceMinutes: minutes })),
    setSpeed: async (speed) => void (await ask("POST", { speed })),
  };
}

async function stopApp(child: ChildProcess, dataFolder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await exited;
  }
  // What was just ended may still close its files.
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
