import { readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { commandOf } from "./processes.ts";

export type Postmaster = { pid: number; port: number; ready: boolean };

/** Reads what Postgres itself writes: line 1 its process id, line 4 the port, line 8 how far it is. */
export function readPostmasterFile(folder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === "ready" };
}

/** A process that has died, is an unreaped zombie, or is another program that was given the same number. */
export function isPostgresAlive(pid: number): boolean {
  return commandOf(pid)?.includes("postgres") ?? false;
}

export function removePostmasterFile(folder: string): void {
  rmSync(join(folder, "postmaster.pid"), { force: true });
}

export function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 1000 });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => answer(true));
    socket.once("timeout", () => answer(false));
    socket.once("error", () => answer(false));
  });
}
