import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commandOf } from "../postgres/processes.ts";
import { writePrivate } from "./secrets.ts";

export type ProcessName = "postgres" | "runner" | "web" | "mail";
export type ProcessList = {
  set(name: ProcessName, pid: number): void;
  remove(): void;
};

/** Keeps DATA_DIR/processes.json true: the process ids of the children of this start. */
export function openProcessList(dataFolder: string): ProcessList {
  const file = join(dataFolder, "processes.json");
  const pids: Partial<Record<ProcessName, number>> = {};
  return {
    set(name, pid) {
      pids[name] = pid;
      writePrivate(file, pids);
    },
    remove: () => rmSync(file, { force: true }),
  };
}

/** A start that was killed leaves its children behind, and they hold the ports. Postgres is taken over instead. */
export async function endLeftovers(dataFolder: string): Promise<void> {
  const file = join(dataFolder, "processes.json");
  if (!existsSync(file)) return;
  const kept: Partial<Record<ProcessName, number>> = readJson(file);
  await Promise.all([
    endLeftover(kept.web, /bin\/web\.ts|next/),
    endLeftover(kept.runner, /runner\/main\.ts/),
    endLeftover(kept.mail, /bin\/mail\.ts/),
  ]);
  rmSync(file, { force: true });
}

async function endLeftover(pid: number | undefined, command: RegExp): Promise<void> {
  if (!pid || !command.test(commandOf(pid) ?? "")) return;
  process.kill(-pid, "SIGKILL");
  for (let waited = 0; commandOf(pid) !== undefined && waited < 5000; waited += 20) await wait(20);
}

function readJson(file: string): Partial<Record<ProcessName, number>> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
