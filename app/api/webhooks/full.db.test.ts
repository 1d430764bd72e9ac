import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOnce } from "#bin/postgres/roles.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { createLadderTenant, type TestTenant } from "#inngest/testing/tenant.ts";
import { cartUpdated, sendShopEvent } from "#inngest/testing/webhooks.ts";

let database: TestDatabase;
let tenant: TestTenant;
let event: object;

beforeAll(async () => {
  // Nobody to tell: what was stored is answered all the same.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
  tenant = await createLadderTenant(await currentTime());
  const cart = cartUpdated("large", { email: "large@example.com" }, await currentTime());
  event = { ...cart, filler: "x".repeat(1_000_000) };
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const send = (deliveryId: string) => sendShopEvent(tenant, event, deliveryId);

async function stored(): Promise<string[]> {
  const rows = await workerSql()<{ id: string }[]>`
    select delivery_id as id from webhook_events where tenant_id = ${tenant.tenantId}`;
  return rows.map((row) => row.id).sort();
}

test("refuses before memory is at risk while the database stands still, and loses nothing that it took", async () => {
  const owner = connectOnce(database.ownerUrl);
  const deliveries = Array.from({ length: 90 }, (_, index) => `delivery-${index}`);
  const answers: { id: string; status: number; retryAfter: string | null }[] = [];
  let sending: Promise<void>[] = [];
  await owner.begin(async (sql) => {
    await sql`lock table webhook_events in exclusive mode`;
    sending = deliveries.map(async (id) => {
      const answer = await send(id);
      answers.push({ id, status: answer.status, retryAfter: answer.headers.get("retry-after") });
    });
    // 64 MiB hold 67 of these bodies; the others are told at once.
    await expect.poll(() => answers.length, { timeout: 240_000 }).toBe(23);
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([429]));
    expect(answers.every((one) => Number(one.retryAfter) > 0)).toBe(true);
  });
  await Promise.all(sending);
  const taken = answers.filter((one) => one.status === 200).map((one) => one.id);
  expect(taken).toHaveLength(67);
  expect(await stored()).toEqual(taken.sort());
  const refused = answers.filter((one) => one.status === 429).map((one) => one.id);
  expect((await Promise.all(refused.map(send))).map((one) => one.status)).toEqual(refused.map(() => 200));
  expect(await stored()).toEqual(deliveries.sort());
  await owner.end();
}, 300_000);

test("answers nothing well while there is no database, and goes on when it is back", async () => {
  const away = (url: string) => url.replace(/:\d+\//, ":1/");
  await connectTo({ appUrl: away(database.appUrl), workerUrl: away(database.workerUrl) });
  await expect(send("during")).rejects.toThrow("ECONNREFUSED");
  await connectTo(database);
  expect((await send("after")).status).toBe(200);
  expect(await stored()).not.toContain("during");
});
