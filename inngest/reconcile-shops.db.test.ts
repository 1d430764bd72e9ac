import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { workerSql } from "#db/connections.ts";
import { saveCredentials } from "#db/credentials.ts";
import { withScope } from "#db/scope.ts";
import { getReconciliation } from "#db/shop-health.ts";
import { closeShop } from "#db/shops.ts";
import { cartSaid } from "#db/testing/stream.ts";
import { type Connection, platforms } from "#integrations/platforms.ts";
import { type House, openHouse } from "./testing/house.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

let house: House;
const custom = { ...platforms.custom };
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => {
  platforms.custom = { ...custom };
});
afterAll(() => house?.close());

async function connected(): Promise<TestTenant> {
  const now = await currentTime();
  const tenant = await createLadderTenant(now);
  await withScope(tenant.tenantId, (scope) => saveCredentials(scope, tenant.shopId, { name: tenant.shopId }, now));
  return tenant;
}

const stateOf = ({ tenantId, shopId }: TestTenant) => withScope(tenantId, (scope) => getReconciliation(scope, shopId));

test("every five minutes each open shop is asked page after page from where it stood, and a broken one holds up no other", async () => {
  const [broken, good, closed] = [await connected(), await connected(), await connected()];
  const soon = new Date((await currentTime()).getTime() + 1_000);
  await withScope(closed.tenantId, (scope) => closeShop(scope, closed.shopId, soon, soon));
  const asked: string[] = [];
  let pages = 3;
  const reconcile = async ({ credentials }: Connection, cursor: string | null) => {
    asked.push(`${credentials.name} ${cursor}`);
    if (credentials.name === broken.shopId) throw new TypeError("cannot read properties of undefined");
    const at = new Date(Date.now() - 3_600_000);
    const events = pages > 0 ? [{ kind: "cart" as const, cart: cartSaid(`page-${pages}`, at) }] : [];
    pages -= 1;
    return { events, cursor: `left ${pages}`, more: pages > 0 };
  };
  platforms.custom = { ...custom, apiBase: () => "https://shop.example/api", reconcile };
  await house.advance(5);
  await house.advance(1);
  expect(asked.filter((one) => one.startsWith(good.shopId))).toEqual(
    ["null", "left 2", "left 1"].map((cursor) => `${good.shopId} ${cursor}`),
  );
  expect(asked.filter((one) => one.startsWith(closed.shopId))).toEqual([]);
  expect(asked.some((one) => one.startsWith(broken.shopId))).toBe(true);
  const carts = await workerSql()`select external_id from carts where tenant_id = ${good.tenantId} order by 1`;
  expect(carts.map((row) => row.external_id)).toEqual(["page-1", "page-2", "page-3"]);
  expect(await stateOf(good)).toMatchObject({ outcome: "ok", cursor: "left 0" });

  asked.length = 0;
  await house.advance(10);
  expect(asked.filter((one) => one.startsWith(good.shopId))[0]).toBe(`${good.shopId} left 0`);
  expect((await stateOf(broken))?.cursor ?? null).toBeNull();
}, 240_000);
