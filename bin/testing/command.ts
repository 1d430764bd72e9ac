import { spawn } from "node:child_process";

/** Runs a program with its output on the console; the exit code, or 1 when a signal or a deadline ended it. */
export function runCommand(
  command: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string>; deadlineMinutes?: number },
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "inherit", "inherit"],
      timeout: (options.deadlineMinutes ?? 10) * 60_000,
    });
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
