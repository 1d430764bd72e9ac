import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A child Node process that is started again as often as it is killed. */
export interface Spawned {
  readonly pid: number | undefined;
  /** What it printed until it was ready. */
  said(): string;
  /** Kills without warning and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
}

function untilSaid(child: ChildProcess, text: string): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      if (said.includes(text)) return;
      said += chunk.toString("utf8");
      if (said.includes(text)) resolve(said);
    });
    child.once("exit", () => reject(new Error(`the process ended without saying "${text}": ${said}`)));
  });
}

/** Starts a file of this room with plain Node and waits until it prints `ready`. */
export async function spawnNode(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  ready: string,
): Promise<Spawned> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const begin = async () => {
    const child = spawn(process.execPath, [path, ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
    return { child, said: await untilSaid(child, ready) };
  };
  let { child, said } = await begin();
  return {
    said: () => said,
    get pid() {
      return child.pid;
    },
    async kill(signal = "SIGKILL") {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
    async start() {
      ({ child, said } = await begin());
    },
  };
}
