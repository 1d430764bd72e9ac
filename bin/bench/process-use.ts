import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Use = { cpuSeconds: number; megabytes: number };
const names = ["web", "runner", "postgres"] as const;
export type AppUse = Record<(typeof names)[number], Use>;

// Linux counts processor time in hundredths of a second, whatever the processor.
const ticksPerSecond = 100;
const pageBytes = 4_096;

type Process = { pid: number; parent: number; cpuSeconds: number; megabytes: number };

/** What the app's processes, each with its children, have used so far and hold now; null where there is no /proc. */
export function appUse(dataFolder: string): AppUse | null {
  const all = processes();
  if (all.length === 0) return null;
  const pids: Partial<Record<string, number>> = JSON.parse(readFileSync(join(dataFolder, "processes.json"), "utf8"));
  const spentBy = (pid = 0): Use => {
    const family = all.filter((one) => one.pid === pid || one.parent === pid);
    const sum = (key: keyof Use) => family.reduce((total, one) => total + one[key], 0);
    return { cpuSeconds: sum("cpuSeconds"), megabytes: Math.round(sum("megabytes")) };
  };
  return { web: spentBy(pids.web), runner: spentBy(pids.runner), postgres: spentBy(pids.postgres) };
}

/** Processor time in microseconds that each spent between two looks, for each of so many requests. */
export function cpuPerRequest(before: AppUse | null, after: AppUse | null, requests: number): CpuPerRequest | null {
  if (!before || !after || requests === 0) return null;
  const of = (name: keyof AppUse) =>
    Math.round(((after[name].cpuSeconds - before[name].cpuSeconds) * 1_000_000) / requests);
  return { web: of("web"), runner: of("runner"), postgres: of("postgres") };
}

export type CpuPerRequest = Record<keyof AppUse, number>;

function processes(): Process[] {
  try {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return pids.flatMap((pid) => processOf(Number(pid)) ?? []);
  } catch {
    return [];
  }
}

function processOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything: the numbers begin behind it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const number = (index: number) => Number(fields[index]);
    return {
      pid,
      parent: number(1),
      cpuSeconds: (number(11) + number(12)) / ticksPerSecond,
      megabytes: (number(21) * pageBytes) / 1_048_576,
    };
  } catch {
    return null;
  }
}
