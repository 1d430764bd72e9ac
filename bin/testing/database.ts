import { randomBytes } from "node:crypto";
import { connectOnce, createDatabase } from "../postgres/roles.ts";

export const TEMPLATE_DATABASE = "tpl";
/** The cluster lives for one run, on loopback only. */
export const TEST_PASSWORD = "test";

export type TestDatabase = {
  /** Owner of the tables: migrations, nothing else. */
  ownerUrl: string;
  /** Held by row-level security, as the web app is. */
  appUrl: string;
  workerUrl: string;
  runnerUrl: string;
  drop(): Promise<void>;
};

/** A migrated, empty database of its own for one test file: a copy of the template, made in about 0.1 s. */
export async function createTestDatabase(template = TEMPLATE_DATABASE): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await createDatabase(adminAddress(), name, template);
  return databaseCalled(name);
}

export function databaseCalled(name: string): TestDatabase {
  const admin = adminAddress();
  return {
    ownerUrl: roleUrl(admin, "comeback_owner", name),
    appUrl: roleUrl(admin, "comeback_app", name),
    workerUrl: roleUrl(admin, "comeback_worker", name),
    runnerUrl: roleUrl(admin, "comeback_runner", name),
    drop: () => dropDatabase(admin, name),
  };
}

export function adminAddress(): string {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin)
    throw new Error("There is no test cluster: name the file *.db.test.ts so that it runs in the integration project");
  return admin;
}

export function roleUrl(adminUrl: string, role: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = TEST_PASSWORD;
  url.pathname = `/${database}`;
  return url.href;
}

/** Copying needs a template to which nobody is connected. */
export async function closeTemplate(adminUrl: string, name: string): Promise<void> {
  const sql = connectOnce(adminUrl);
  await sql`update pg_database set datallowconn = false, datistemplate = true where datname = ${name}`;
  await sql.end();
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const sql = connectOnce(adminUrl);
  await sql.unsafe(`drop database if exists "${name}" with (force)`);
  await sql.end();
}
