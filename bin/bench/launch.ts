import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoAccess } from "../testing/app.ts";

export type Launched = {
  /** From the start of the program to its line `ready`. */
  readySeconds: number;
  /** From the start of the program to the first page, whole. */
  firstPageSeconds: number;
  demo: DemoAccess;
  stop(): Promise<void>;
};

/** Runs what `npm start` runs, on a data folder of the bench, and takes the time until it is ready. */
export async function launch(root: string, environment: Record<string, string>): Promise<Launched> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const child = spawn(process.execPath, [join(root, "bin", "start.mjs")], {
    cwd: root,
    env: { ...process.env, STARTED_BY: String(process.pid), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await untilReady(child);
  const readySeconds = seconds();
  const demo: DemoAccess = JSON.parse(readFileSync(join(String(environment.DATA_DIR), "demo.json"), "utf8"));
  await (await fetch(`${demo.url}/sign-in`)).text();
  return { readySeconds, firstPageSeconds: seconds(), demo, stop: () => stop(child) };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: unknown) => {
      output += String(chunk);
      if (/^ready /m.test(output)) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => reject(new Error(`the app ended with exit code ${code}:\n${output}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await exited;
}
