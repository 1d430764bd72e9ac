import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { type Cluster, type ClusterOptions, startCluster } from "./cluster.ts";
import { connectOnce } from "./roles.ts";
import { postgresUser } from "./system-user.ts";

const home = temporaryFolder();
const started: Cluster[] = [];
afterEach(async () => {
  for (const cluster of started.splice(0)) await cluster.stop();
});

function optionsFor(name: string): ClusterOptions {
  return {
    folder: join(home, name),
    password: "p@ss word",
    logFile: join(home, `${name}.log`),
    settings: ["fsync=off", "shared_buffers=16MB"],
  };
}

async function start(options: ClusterOptions): Promise<Cluster> {
  const cluster = await startCluster(options);
  started.push(cluster);
  return cluster;
}

async function query(cluster: Cluster, text: string): Promise<unknown> {
  const sql = connectOnce(cluster.adminUrl());
  try {
    const [row] = await sql.unsafe(text).values();
    return row?.[0];
  } finally {
    await sql.end();
  }
}

test("keeps what was committed when it is killed, and comes back on the same port", async () => {
  const options = optionsFor("killed");
  const first = await start(options);
  await query(first, "create table kept as select 7 as number");
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  const second = await start({ ...options, port: first.port });
  expect(second.port).toBe(first.port);
  expect(await query(second, "select number from kept")).toBe(7);
});

test("takes over a server that an earlier start left running", async () => {
  const options = optionsFor("left");
  const first = await start(options);
  const second = await startCluster(options);
  expect([second.pid, second.port]).toEqual([first.pid, first.port]);
  expect(await query(second, "select current_setting('server_encoding')")).toBe("UTF8");
});

test("is not fooled by a lock file that names another living program", async () => {
  const options = optionsFor("stale");
  const first = await start(options);
  await first.stop();
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const now = Math.floor(Date.now() / 1000);
  writeFileSync(
    join(options.folder, "postmaster.pid"),
    [stranger.pid, options.folder, now, first.port, "", "127.0.0.1", "", "ready", ""].join("\n"),
  );
  const second = await start(options);
  expect(second.pid).not.toBe(stranger.pid);
  stranger.kill();
  await once(stranger, "exit");
});

test("finishes a first start that was cut off half way", async () => {
  const options = optionsFor("cut");
  mkdirSync(`${options.folder}.unfinished`);
  writeFileSync(join(`${options.folder}.unfinished`, "PG_VERSION"), "18\n");
  expect(await query(await start(options), "select 1")).toBe(1);
  expect(readdirSync(home)).not.toContain("cut.unfinished");
});

test("keeps its files from other users", async () => {
  const cluster = await start(optionsFor("private"));
  expect(cluster.pid).toBeGreaterThan(0);
  const { mode, uid } = statSync(join(home, "private"));
  expect(mode & 0o777).toBe(0o700);
  expect(uid).toBe(postgresUser()?.uid ?? process.getuid?.());
});

test("asks for the password", async () => {
  const cluster = await start(optionsFor("guarded"));
  const sql = connectOnce(cluster.adminUrl().replace("p%40ss%20word", "wrong"));
  await expect(sql`select 1`).rejects.toThrow("password authentication failed");
  await sql.end();
});

test("refuses a folder that holds something else, and leaves it as it is", async () => {
  const options = optionsFor("letters");
  mkdirSync(options.folder);
  writeFileSync(join(options.folder, "letter.txt"), "dear");
  await expect(startCluster(options)).rejects.toThrow(/letters is not a Postgres cluster .*move it away/);
  expect(readdirSync(options.folder)).toEqual(["letter.txt"]);
});

test("says in one line what is wrong with damaged files", async () => {
  const options = optionsFor("damaged");
  await (await start(options)).stop();
  writeFileSync(join(options.folder, "global", "pg_control"), "garbage");
  await expect(startCluster(options)).rejects.toThrow(/^Postgres could not start on .*damaged: .*pg_control.*$/);
});

test("refuses files of another major version", async () => {
  const options = optionsFor("old");
  mkdirSync(options.folder);
  writeFileSync(join(options.folder, "PG_VERSION"), "9.6\n");
  await expect(startCluster(options)).rejects.toThrow("was made by Postgres 9.6");
});
