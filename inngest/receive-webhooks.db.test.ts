import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOnce } from "#bin/postgres/roles.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsStoreWebhooks } from "#db/across-tenants-doors.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { receivedWebhooks } from "./events.ts";
import { applyAll } from "./receive-webhooks.ts";
import { createLadderTenant } from "./testing/tenant.ts";
import { cartUpdated, orderPlaced } from "./testing/webhooks.ts";

const database = await createTestDatabase();
const now = new Date();
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

/** From now on the database refuses a row of this name, whatever statement brings it. */
async function refuse(table: "carts" | "orders", externalId: string): Promise<void> {
  const owner = connectOnce(database.ownerUrl);
  await owner.unsafe(`create function refuse_${table}() returns trigger language plpgsql as $$
    begin if new.external_id = '${externalId}' then raise exception 'no room' using errcode = '23514'; end if; return new; end $$;
    create trigger refuse before insert or update on ${table} for each row execute function refuse_${table}()`);
  await owner.end();
}

test("of a storm in which some fail every other one is applied, and those that fail stay to be tried again", async () => {
  const tenant = await createLadderTenant(now);
  await refuse("carts", "c7");
  await refuse("orders", "o3");
  const said = Array.from({ length: 60 }, (_, index) => {
    const customer = { email: `s${index}@example.com` };
    return index % 10 === 3
      ? orderPlaced(`o${index}`, { customer, tokens: [`c${index}`], total: 1 }, now)
      : cartUpdated(`c${index}`, customer, now);
  });
  const rows = said.map((event, index) => ({
    ...{ tenantId: tenant.tenantId, id: newId("webhookEvent", now), sourceId: tenant.shopId, topic: "" },
    ...{ deliveryId: `d${index}`, receivedAt: now, body: Buffer.from(JSON.stringify(event)) },
  }));
  await acrossTenantsStoreWebhooks(rows);
  const ids = rows.map((row) => row.id);
  const announced = await applyAll(tenant.tenantId, ids);
  expect(announced.filter((one) => one.name === "order/saved")).toHaveLength(5);
  const waiting = await workerSql()`
    select delivery_id, attempts from webhook_events where tenant_id = ${tenant.tenantId} and outcome = 'pending' order by id`;
  expect(waiting.map((row) => row.delivery_id).sort()).toEqual(["d3", "d7"]);
  const [stored] = await workerSql()`select count(*)::int as count from carts where tenant_id = ${tenant.tenantId}`;
  expect(stored).toEqual({ count: 53 });
});

test("one announcement tells of many stored webhooks, and of one tenant's only", () => {
  const stored = Array.from({ length: 600 }, (_, index) => ({
    tenantId: index < 599 ? "ten_a" : "ten_b",
    id: `${index}`,
  }));
  const told = receivedWebhooks(stored);
  expect(told.map(({ data }) => [data.tenantId, data.webhookEventIds.length])).toEqual([
    ["ten_a", 250],
    ["ten_a", 250],
    ["ten_a", 99],
    ["ten_b", 1],
  ]);
  expect(told.flatMap(({ data }) => data.webhookEventIds)).toEqual(stored.map(({ id }) => id));
});
