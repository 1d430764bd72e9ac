import { existsSync, mkdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { clusterFolder } from "./folders.ts";
import { postgresUser } from "./system-user.ts";

const home = temporaryFolder();

test("keeps the cluster in the data folder when Postgres can get there", () => {
  expect(clusterFolder(join(home, "open"), postgresUser())).toBe(join(home, "open", "postgres"));
});

test.runIf(process.getuid?.() === 0)("keeps it elsewhere when the data folder lies in root's own home", () => {
  mkdirSync(join(home, "closed"), { mode: 0o700 });
  const data = join(home, "closed", "data");
  const folder = clusterFolder(data, postgresUser());
  expect(folder.startsWith(home)).toBe(false);
  expect(readlinkSync(join(data, "postgres"))).toBe(folder);

  mkdirSync(folder);
  writeFileSync(join(folder, "PG_VERSION"), "18");
  expect(clusterFolder(data, postgresUser())).toBe(folder);
  rmSync(data, { recursive: true });
  clusterFolder(data, postgresUser());
  expect(existsSync(join(folder, "PG_VERSION"))).toBe(false);
  rmSync(join(folder, ".."), { recursive: true });
});
