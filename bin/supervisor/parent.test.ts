import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const home = temporaryFolder();

test("notices that the one who started it was killed", async () => {
  const mark = (name: string) => join(home, name);
  const parentModule = join(import.meta.dirname, "parent.ts");
  const child = mark("child.ts");
  writeFileSync(
    child,
    `import { writeFileSync } from "node:fs";
     import { onOrphaned } from ${JSON.stringify(parentModule)};
     const life = setInterval(() => {}, 1000);
     onOrphaned(() => { writeFileSync(${JSON.stringify(mark("orphaned"))}, ""); clearInterval(life); });
     writeFileSync(${JSON.stringify(mark("up"))}, "");`,
  );
  const script = `
    const { spawn } = require("node:child_process");
    const env = { ...process.env, STARTED_BY: String(process.pid) };
    spawn(process.execPath, [${JSON.stringify(child)}], { env, stdio: "ignore" });
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
  await expect.poll(() => existsSync(mark("up"))).toBe(true);
  expect(existsSync(mark("orphaned"))).toBe(false);
  parent.kill("SIGKILL");
  await expect.poll(() => existsSync(mark("orphaned"))).toBe(true);
});
