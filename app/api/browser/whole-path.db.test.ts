import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { erasePerson } from "#db/erasure.ts";
import { withScope } from "#db/scope.ts";
import { applyWebhooks } from "#inngest/apply-webhooks.ts";
import { everywhere } from "#inngest/testing/everywhere.ts";
import { cartUpdated, sendShopEvent } from "#inngest/testing/webhooks.ts";
import { apply, cartsOf, eventOf, line, openHouse, post, random, report, wish } from "./testing/house.ts";

let database: TestDatabase;
beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

test("claims and the shop's own words are applied in one batch, each with its own weight", async () => {
  const house = await openHouse();
  const [token, other] = [random(), random()];
  const said = [
    eventOf("cart", token, { lines: [line] }),
    eventOf("email", token, { ...wish("bea@example.com"), language: "sv" }),
    eventOf("cart", token, { lines: [line, { ...line, id: "l2" }] }),
    eventOf("email", other, wish("bea@example.com")),
    eventOf("cart", other, { lines: [line] }),
    eventOf("product", token, { id: "lamp" }),
  ];
  for (const body of said) expect((await post(house.key, body)).status).toBe(200);
  const own = cartUpdated("theirs", { email: "bea@example.com", firstName: "Bea" }, await currentTime());
  await sendShopEvent(house, own);
  const rows = await workerSql()<{ id: string }[]>`select id from webhook_events where tenant_id = ${house.tenantId}`;
  const ids = rows.map((row) => row.id);
  expect((await applyWebhooks(house.tenantId, ids, await currentTime())).left).toHaveLength(1);
  await apply(house);
  const carts = await cartsOf(house);
  expect(carts).toHaveLength(3);
  expect(carts).toMatchObject([
    { externalId: "theirs", claimed: false, merged: false, address: "bea@example.com" },
    { claimed: true, merged: false, address: "bea@example.com" },
    { claimed: true, merged: false, address: "bea@example.com" },
  ]);
  const people = await workerSql()`select first_name, language from contacts where tenant_id = ${house.tenantId}`;
  expect(people).toMatchObject([{ first_name: "Bea" }]);
  const outcomes = await workerSql()`select distinct outcome from webhook_events where tenant_id = ${house.tenantId}`;
  expect([...outcomes]).toEqual([{ outcome: "applied" }]);
});

test("of a person whom a page reported nothing is left once they are erased", async () => {
  const house = await openHouse();
  const token = random();
  const email = "Gone.Person+x@example.com";
  await report(house, "cart", token, { lines: [line] });
  await report(house, "email", token, wish(email));
  expect((await everywhere([email])).length).toBeGreaterThan(1);
  await withScope(house.tenantId, async (scope) => erasePerson(scope, email, await currentTime()));
  expect(await everywhere([email, "gone.person"])).toEqual([]);
});
