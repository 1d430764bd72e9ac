import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { startCluster } from "../postgres/cluster.ts";
import { connectOnce } from "../postgres/roles.ts";
import { createTestDatabase } from "../testing/database.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { prepareExternalDatabase } from "./external-database.ts";
import { loadSecrets } from "./secrets.ts";

const database = await createTestDatabase();
afterAll(() => database.drop());
const secrets = loadSecrets(temporaryFolder());
const given = {
  DATABASE_APP_URL: database.appUrl,
  DATABASE_WORKER_URL: database.workerUrl,
  RUNNER_DATABASE_URL: database.runnerUrl,
};

test("takes the roles it is given", async () => {
  const urls = await prepareExternalDatabase(database.ownerUrl, secrets, given);
  expect(urls).toEqual({
    owner: database.ownerUrl,
    app: database.appUrl,
    worker: database.workerUrl,
    runner: database.runnerUrl,
  });
});

test("refuses a role that bypasses row-level security", async () => {
  const admin = String(process.env.TEST_DATABASE_URL);
  const bad = { ...given, DATABASE_APP_URL: admin };
  await expect(prepareExternalDatabase(database.ownerUrl, secrets, bad)).rejects.toThrow(
    "DATABASE_APP_URL names a role that bypasses",
  );
});

test("says which variables to set when a role cannot connect", async () => {
  const bad = { ...given, DATABASE_WORKER_URL: database.workerUrl.replace(":test@", ":wrong@") };
  await expect(prepareExternalDatabase(database.ownerUrl, secrets, bad)).rejects.toThrow(
    /comeback_worker cannot connect .* set DATABASE_WORKER_URL/,
  );
});

test("makes the roles on a server that has none, if the user may, and else says which to make", async () => {
  const home = temporaryFolder();
  const cluster = await startCluster({ folder: join(home, "server"), password: "admin", logFile: join(home, "log") });
  const admin = connectOnce(cluster.adminUrl());
  await admin`create role meek login password 'test'`;
  await admin`create role builder login createrole password 'test'`;
  await admin`create database shop owner builder`;
  const urlOf = (role: string) => `postgres://${role}:test@127.0.0.1:${cluster.port}/shop`;

  await expect(prepareExternalDatabase(urlOf("meek"), secrets, {})).rejects.toThrow(
    /cannot make the roles comeback_app, comeback_worker, comeback_runner .* set DATABASE_APP_URL, DATABASE_WORKER_URL, RUNNER_DATABASE_URL/,
  );
  const urls = await prepareExternalDatabase(urlOf("builder"), secrets, {});
  expect(await prepareExternalDatabase(urlOf("builder"), secrets, {})).toEqual(urls);
  await migrate({ ownerUrl: urls.owner });
  const runner = connectOnce(urls.runner);
  await runner`create schema runner`;
  await expect(runner`select * from tenants`).rejects.toThrow("permission denied");

  await Promise.all([admin.end(), runner.end()]);
  await cluster.stop();
});

test.each([
  ["mysql://u:p@127.0.0.1/db", "DATABASE_URL is wrong"],
  ["postgres://u:p@127.0.0.1:1/db", /DATABASE_URL does not work \(127.0.0.1:1\/db: .*ECONNREFUSED.*\)/],
])("refuses %s in one line", async (url, message) => {
  await expect(prepareExternalDatabase(url, secrets, {})).rejects.toThrow(message);
});
