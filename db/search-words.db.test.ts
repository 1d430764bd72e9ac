import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { listCarts } from "./cart-views.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { listApiContacts } from "./contact-views.ts";
import { erasePerson } from "./erasure.ts";
import { type Scope, withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const database = await createTestDatabase();

const people = [
  { id: "con_marie", address: "marie.curie+shop@uni-paris.example", first: "Marie", last: "Skłodowska-Curie" },
  { id: "con_mario", address: "m.rossi@posta.example", first: "Mario", last: "Rossi" },
  { id: "con_hans", address: "hans@post.example", first: "Hänsel", last: "Groß" },
  { id: "con_yuri", address: "y@post.example", first: "Юрий", last: "Ёлкин" },
];

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
  await tellTenant("two", now);
  await tellCart({ tenant: "one", key: "won", at: hoursAgo(9) });
  await tellCart({ tenant: "two", key: "foreign", at: hoursAgo(3) });
  for (const { id, address, first, last } of people)
    await workerSql()`
      insert into contacts (tenant_id, id, address, first_name, last_name, source_updated_at, created_at)
      values ('ten_one', ${id}, ${address}, ${first}, ${last}, ${now}, ${now})`;
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inOne = <T>(work: (scope: Scope) => Promise<T>) => withScope("ten_one", work);
const found = async (search: string) =>
  (await inOne((scope) => listApiContacts(scope, { search }))).data.map(({ id }) => id).toSorted();

test.each([
  ["mar", ["con_marie", "con_mario"]],
  ["MARIE", ["con_marie"]],
  ["curie", ["con_marie"]],
  ["paris", ["con_marie"]],
  ["uni-par", ["con_marie"]],
  ["sklodowska", ["con_marie"]],
  ["Skłodowska", ["con_marie"]],
  ["rossi mar", ["con_mario"]],
  ["marie rossi", []],
  ["hansel gross", ["con_hans"]],
  ["GROß", ["con_hans"]],
  ["ЕЛК", ["con_yuri"]],
  ["post", ["con_hans", "con_mario", "con_yuri"]],
  ["@post.", ["con_hans", "con_mario", "con_yuri"]],
  ["hans@post.example", ["con_hans"]],
  ["owska", []],
  ["%", []],
  ["_", []],
])("finds by beginnings of words, in any case and without accents: %s", async (search, ids) => {
  expect(await found(search)).toEqual(ids);
});

test("finds more people than are named one by one, whose words are common, by all words of the text", async () => {
  await workerSql()`
    insert into contacts (tenant_id, id, address, first_name, source_updated_at, created_at)
    select 'ten_one', 'con_c' || lpad(n::text, 6, '0'), n || '@crowd.example', 'Crowd', ${now}, ${hoursAgo(1)}::timestamptz - n * interval '1 second'
    from generate_series(1, 21000) n`;
  const first = (search: string) =>
    inOne(async (scope) => (await listApiContacts(scope, { search, limit: 2 })).data.map(({ id }) => id));
  expect(await first("crowd")).toEqual(["con_c000001", "con_c000002"]);
  expect(await first("crowd 2099")).toEqual(["con_c002099", "con_c020990"]);
  expect(await first("crowd 1")).toEqual(["con_c000001", "con_c000010"]);
  expect(await first("crowd example")).toEqual(["con_c000001", "con_c000002"]);
  await workerSql()`delete from contacts where tenant_id = 'ten_one' and id like 'con_c%'`;
  expect(await found("crowd")).toEqual([]);
});

test("follows a name that changes, and forgets one that is erased", async () => {
  await workerSql()`update contacts set last_name = 'Bianchi' where tenant_id = 'ten_one' and id = 'con_mario'`;
  expect(await found("mario bianchi")).toEqual(["con_mario"]);
  await inOne((scope) => erasePerson(scope, "m.rossi@posta.example", now));
  const left =
    await workerSql()`select word from search_words where tenant_id = 'ten_one' and subject_id = 'con_mario'`;
  expect(left).toEqual([]);
});

test("finds a cart by its own name, and none of another tenant by any", async () => {
  const ids = async (search: string) => (await inOne((scope) => listCarts(scope, { search }))).rows.map(({ id }) => id);
  expect(await ids("cart_won")).toEqual(["cart_won"]);
  expect(await ids("won")).toEqual(["cart_won"]);
  expect(await ids("cart_foreign")).toEqual([]);
  expect(await ids("foreign")).toEqual([]);
});
