import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { followLink } from "#app/r/follow-link.ts";
import { unsubscribe } from "#app/u/unsubscribe.ts";
import { currentTime } from "#db/clock.ts";
import { signLink } from "#db/link-tokens.ts";
import { carts } from "#db/schema/carts.ts";
import { webhookEvents } from "#db/schema/shops.ts";
import { linkRequest } from "./testing/clicking.ts";
import { type House, openHouse } from "./testing/house.ts";
import { abandon, rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const all = <T extends PgTable>(tenant: TestTenant, table: T) =>
  rowsOf(tenant, (scope) => scope.db.select().from(table as PgTable)) as Promise<T["$inferSelect"][]>;

describe("the doors", { timeout: 240_000 }, () => {
  test("a delivery that comes twice has one effect, and malformed JSON is kept with its reason", async () => {
    const tenant = await createLadderTenant(await currentTime());
    const event = cartUpdated("twice", { email: "twice@example.com" }, await currentTime());
    expect((await sendShopEvent(tenant, event, "delivery-1")).status).toBe(200);
    expect(await (await sendShopEvent(tenant, event, "delivery-1")).json()).toMatchObject({ duplicate: true });
    expect(
      (
        await sendShopEvent(
          { ...tenant, secret: `whsec_${Buffer.from("another secret, thirty-two bytes").toString("base64")}` },
          event,
        )
      ).status,
    ).toBe(401);
    await sendShopEvent(tenant, { type: "cart.updated", data: { id: 5 } }, "delivery-2");
    await house.advance(1);
    const stored = await all(tenant, webhookEvents);
    expect(stored.map((one) => [one.deliveryId, one.outcome]).sort()).toEqual([
      ["delivery-1", "applied"],
      ["delivery-2", "rejected"],
    ]);
    expect(await all(tenant, carts)).toHaveLength(1);
  });

  test("after an unsubscribe nothing leaves, not even what waits", async () => {
    const tenant = await createLadderTenant(await currentTime());
    await abandon(house, tenant, "enough@example.com");
    await house.advance(121);
    const [first] = await sentOf(tenant);
    expect(await unsubscribe(signLink({ kind: "u", tenantId: tenant.tenantId, messageId: first?.id ?? "" }))).toBe(
      true,
    );
    await house.advance(96 * 60);
    expect(await sentOf(tenant)).toHaveLength(1);
    await abandon(house, tenant, "enough@example.com", "another-cart");
    expect((await all(tenant, carts)).find((cart) => cart.externalId === "another-cart")).toMatchObject({
      enrollmentRefusal: "suppressed",
    });
  });

  test("a link that was tampered with leads nowhere", async () => {
    const token = signLink({ kind: "r", tenantId: "ten_a", messageId: "msg_a" });
    const others = [token.replace("msg_a", "msg_b"), signLink({ kind: "u", tenantId: "ten_a", messageId: "msg_a" })];
    for (const other of others) expect((await followLink(other, linkRequest(other))).status).toBe(404);
  });
});
