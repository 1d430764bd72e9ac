import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOnce } from "#bin/postgres/roles.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { everywhere } from "./everywhere.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

test("a text is found in any column of any table, also of those that came since", async () => {
  const owner = connectOnce(database.ownerUrl);
  await owner.unsafe(`
    create table public."New Things" (plain text, list text[], words jsonb, old json, raw bytea, "Odd ""name" varchar, number int);
    insert into public."New Things" values ('Zoë of old', '{a,"of zoë b"}', '{"a":{"b":["of Zoë"]}}', '{"ZOË":"of Zoë"}',
      convert_to('{"of zoë"}', 'UTF8'), 'OF ZOË', 7);
    create table public.parts (at int, said text) partition by range (at);
    create table public.part_one partition of public.parts for values from (0) to (9);
    insert into public.parts values (1, 'of zoë');
    alter table public.contacts add column nickname text;
    create materialized view public.copies as select said from public.parts`);
  await owner.end();
  const found = (await everywhere(["zoë"])).map((place) => place.table).sort();
  const columns = ['"Odd ""name"', "list", "old", "plain", "raw", "words"];
  const expected = columns.map((column) => `public."New Things".${column.replaceAll('"', "")}`);
  expect(found.map((one) => one.replaceAll('"', ""))).toEqual(
    [...expected, "public.copies.said", "public.part_one.said"].map((one) => one.replaceAll('"', "")).sort(),
  );
});
