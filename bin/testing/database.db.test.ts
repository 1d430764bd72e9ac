import { afterAll, expect, test } from "vitest";
import { connectOnce } from "../postgres/roles.ts";
import { createTestDatabase } from "./database.ts";

const one = await createTestDatabase();
const two = await createTestDatabase();
afterAll(async () => {
  await one.drop();
  await two.drop();
});

test("two test databases share nothing", async () => {
  const first = connectOnce(one.ownerUrl);
  const second = connectOnce(two.ownerUrl);
  await first`create table note (text text)`;
  expect(await second`select to_regclass('note') as found`).toMatchObject([{ found: null }]);
  await Promise.all([first.end(), second.end()]);
});

test("compares and lowers text as Unicode, whatever the locale of the machine", async () => {
  const sql = connectOnce(one.appUrl);
  expect(await sql`select lower('ŁÓDŹ') as lower`).toMatchObject([{ lower: "łódź" }]);
  await sql.end();
});

test("no service role is a superuser, bypasses row security or may create tables", async () => {
  const sql = connectOnce(one.workerUrl);
  const roles = await sql`select rolname from pg_roles where rolname like 'comeback%' and (rolsuper or rolbypassrls)`;
  expect(roles).toHaveLength(0);
  await expect(sql`create table note (text text)`).rejects.toThrow("permission denied");
  await sql.end();
});

test("the runner makes its own schemas", async () => {
  const sql = connectOnce(one.runnerUrl);
  await sql`create schema if not exists runner_probe`;
  await sql.end();
});
