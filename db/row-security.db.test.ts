import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";

const database = await createTestDatabase();
const owner = postgres(database.ownerUrl, { max: 1 });
const app = postgres(database.appUrl, { max: 2 });
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

test("every table with tenant_id forces row-level security and starts an index with tenant_id", async () => {
  const faulty = await owner`
    select c.relname from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity and exists (
      select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum))`;
  expect(faulty).toEqual([]);
  const [count] = await owner`select count(*)::int as tables from pg_policies where policyname = 'tenant'`;
  expect(count?.tables).toBeGreaterThan(25);
});

test("without a tenant the app sees no row and writes none", async () => {
  await app.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', 'ten_one', true)`;
    await tx`insert into tenants (tenant_id, name, currency, language, time_zone, created_at) values ('ten_one', 'One', 'EUR', 'en', 'UTC', now())`;
  });
  expect(await app`select * from tenants`).toEqual([]);
  await expect(
    app`insert into tenants (tenant_id, name, currency, language, time_zone, created_at) values ('ten_two', 'Two', 'EUR', 'en', 'UTC', now())`,
  ).rejects.toMatchObject({ code: "42501" });
  await app.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', 'ten_two', true)`;
    expect(await tx`select * from tenants`).toEqual([]);
  });
});
