import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandOf } from "../postgres/processes.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { type Child, keepRunning } from "./child.ts";
import { restartDelay } from "./restart-delay.ts";

const home = temporaryFolder();

function run(name: string, program: string): { child: Child; pids: number[] } {
  const script = join(home, `${name}.mjs`);
  writeFileSync(script, program);
  const pids: number[] = [];
  const child = keepRunning({
    name,
    command: process.execPath,
    args: [script],
    cwd: home,
    env: { PATH: process.env.PATH, MARK: join(home, `${name}.mark`) },
    logFile: join(home, "logs", `${name}.log`),
    onStart: (pid) => pids.push(pid),
  });
  return { child, pids };
}

const LIVING = "setInterval(() => {}, 1000);";

test("starts a killed child again at once", async () => {
  const { child, pids } = run("killed", LIVING);
  process.kill(pids[0] ?? 0, "SIGKILL");
  await expect.poll(() => pids.length, { interval: 5 }).toBe(2);
  await child.stop();
  expect(commandOf(pids[1] ?? 0)).toBeUndefined();
  expect(pids).toHaveLength(2);
});

test("lets a child end by itself when it is asked to stop", async () => {
  const mark =
    "import { writeFileSync } from 'node:fs'; process.on('SIGTERM', () => { writeFileSync(process.env.MARK, ''); process.exit(0); });";
  const { child } = run("polite", `${mark} console.log('up'); ${LIVING}`);
  await expect.poll(() => readLog("polite")).toContain("up");
  await child.stop();
  expect(existsSync(join(home, "polite.mark"))).toBe(true);
});

test("ends the grandchildren too", async () => {
  const { child } = run(
    "parent",
    `import { spawn } from 'node:child_process'; console.log(spawn(process.execPath, ['-e', '${LIVING}']).pid); ${LIVING}`,
  );
  await expect.poll(() => readLog("parent")).toMatch(/\d+/);
  const grandchild = Number(readLog("parent"));
  await child.stop();
  await expect.poll(() => commandOf(grandchild)).toBeUndefined();
});

test("keeps output and errors in the log", async () => {
  const { child } = run("loud", `console.log('said'); console.error('complained'); ${LIVING}`);
  await expect.poll(() => readLog("loud")).toMatch(/said[\s\S]*complained|complained[\s\S]*said/);
  await child.stop();
});

test("waits longer with each death, up to a limit", () => {
  expect([1, 2, 3, 4, 20].map(restartDelay)).toEqual([0, 100, 200, 400, 5000]);
});

function readLog(name: string): string {
  const file = join(home, "logs", `${name}.log`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
