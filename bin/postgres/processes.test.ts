import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { commandOf } from "./processes.ts";

test("knows the command of a living process", () => {
  expect(commandOf(process.pid)).toContain("node");
});

test("knows none of a process that has ended", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  expect(commandOf(child.pid ?? 0)).toBeUndefined();
});

// Elsewhere a zombie cannot be made by a shell of which we know that it waits.
test.runIf(existsSync("/proc/self/stat"))("a zombie that nobody has reaped does not count as alive", async () => {
  const script = "sleep 0.01 & echo $!; exec sleep 5";
  const parent = spawn("/bin/sh", ["-c", script]);
  const [line] = await once(parent.stdout, "data");
  const pid = Number(String(line).trim());
  await expect
    .poll(() => spawnSync("/bin/sh", ["-c", `cat /proc/${pid}/stat`], { encoding: "utf8" }).stdout)
    .toContain(" Z ");
  expect(commandOf(pid)).toBeUndefined();
  parent.kill("SIGKILL");
  await once(parent, "exit");
});
