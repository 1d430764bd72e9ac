import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The command line of a live process; undefined when it is gone or only a zombie that nobody has reaped. */
export function commandOf(pid: number): string | undefined {
  if (!signalReaches(pid)) return undefined;
  return existsSync("/proc/self/stat") ? commandFromProc(pid) : commandFromPs(pid);
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function commandFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
    if (state === "Z" || state === "X") return undefined;
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return undefined;
  }
}

function commandFromPs(pid: number): string | undefined {
  const { stdout, status } = spawnSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" });
  const line = stdout?.trim();
  if (status !== 0 || !line || line.startsWith("Z")) return undefined;
  return line.replace(/^\S+\s+/, "");
}
