import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, createWriteStream, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { restartDelay } from "./restart-delay.ts";

export type ChildOptions = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  logFile: string;
  /** Show ordinary output on the console too; errors are always shown. */
  talkative?: boolean;
  onStart(pid: number): void;
};

export type Child = {
  /** How often it has died so far. */
  deaths(): number;
  stop(): Promise<void>;
};

const LARGEST_LOG_BYTES = 10_000_000;
const STOP_DEADLINE_MS = 8_000;

/** Starts a program and starts it again whenever it dies, until it is told to stop. */
export function keepRunning(options: ChildOptions): Child {
  let deaths = 0;
  let stopping = false;
  let current: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;

  const launch = () => {
    const startedAt = Date.now();
    current = spawnChild(options);
    current.once("exit", (code, signal) => {
      if (stopping) return;
      deaths = Date.now() - startedAt > 30_000 ? 1 : deaths + 1;
      console.error(`${options.name} ended (${signal ?? `exit code ${code}`}), starting it again`);
      timer = setTimeout(launch, restartDelay(deaths));
    });
  };
  launch();
  return {
    deaths: () => deaths,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      if (current) await endGroup(current);
    },
  };
}

function spawnChild(options: ChildOptions): ChildProcess {
  rotate(options.logFile);
  const log = openSync(options.logFile, "a", 0o600);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...options.env, NODE_ENV: options.env.NODE_ENV as NodeJS.ProcessEnv["NODE_ENV"] },
    // A process group of its own: Ctrl-C reaches only the supervisor, which then stops the children in order.
    detached: true,
    stdio: ["ignore", options.talkative ? "pipe" : log, "pipe"],
  });
  closeSync(log);
  const file = createWriteStream(options.logFile, { flags: "a" });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", (line) => show(options.name, line, file));
  }
  child.once("error", (error) => console.error(`${options.name} could not be run: ${error.message}`));
  child.once("close", () => file.end());
  if (child.pid) options.onStart(child.pid);
  return child;
}

function show(name: string, line: string, file: NodeJS.WritableStream): void {
  file.write(`${line}\n`);
  console.error(`${name} | ${line}`);
}

function rotate(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`);
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<boolean>((resolve) => child.once("exit", () => resolve(true)));
  signalGroup(child.pid, "SIGTERM");
  if (await Promise.race([exited, wait(STOP_DEADLINE_MS, false)])) return;
  signalGroup(child.pid, "SIGKILL");
  await exited;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended in this very moment.
  }
}
