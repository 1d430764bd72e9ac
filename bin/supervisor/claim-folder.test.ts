import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { claimFolder } from "./claim-folder.ts";

const home = temporaryFolder();

test("refuses a second start over the same data, and allows it after the first has ended", () => {
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)", "bin/start.ts"], { stdio: "ignore" });
  writeFileSync(join(home, "start.pid"), String(other.pid));
  expect(() => claimFolder(home)).toThrow(`Comeback already runs on ${home} (process ${other.pid})`);
  other.kill();
});

test("takes over from a start that was killed, and from one whose number another program has now", () => {
  writeFileSync(join(home, "start.pid"), String(process.ppid));
  claimFolder(home)();
  claimFolder(home)();
});

test("refuses a folder that is a file, in one line", () => {
  const file = join(home, "file");
  writeFileSync(file, "");
  expect(() => claimFolder(file)).toThrow(/cannot be used \(EEXIST\): set DATA_DIR/);
});

test("refuses a place where nothing can be made, and makes missing folders elsewhere", () => {
  expect(() => claimFolder("/dev/null/comeback")).toThrow(/cannot be used/);
  const deep = join(home, "a", "b", "c");
  claimFolder(deep)();
});
