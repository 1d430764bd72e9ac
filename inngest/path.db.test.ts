import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { conversions } from "#db/schema/carts.ts";
import { decisions, messages } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { attributionModels } from "#domain/attribution.ts";
import { clickMessage } from "./testing/clicking.ts";
import { type House, openHouse } from "./testing/house.ts";
import { abandon, rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const all = <T extends PgTable>(tenant: TestTenant, table: T) =>
  rowsOf(tenant, (scope) => scope.db.select().from(table as PgTable)) as Promise<T["$inferSelect"][]>;

describe("one abandoned cart", { timeout: 240_000 }, () => {
  test("gets the ladder's three mails, each with its own offer, and no fourth", async () => {
    const tenant = await createLadderTenant(await currentTime());
    await abandon(house, tenant, "ladder@example.com");
    expect(await sentOf(tenant)).toHaveLength(0);
    await house.advance(121);
    await house.advance(24 * 60);
    await house.advance(48 * 60);
    await house.advance(72 * 60);
    const mails = await sentOf(tenant);
    expect(mails.map((mail) => mail.position)).toEqual([0, 1, 2]);
    expect(mails[0]?.text).not.toMatch(/SHIPFREE|BACK10/);
    expect(mails[1]?.text).toContain("SHIPFREE");
    expect(mails[2]?.text).toContain("BACK10");
    expect(new Set(mails.map((mail) => mail.subject)).size).toBe(3);
    expect(mails.every((mail) => mail.html?.includes("Aurora lamp") && mail.headers["List-Unsubscribe-Post"])).toBe(
      true,
    );
    expect((await all(tenant, enrollments))[0]).toMatchObject({ closeReason: "finished" });
  });

  test("gets nothing more after its order, and the order is credited to the mail that was clicked", async () => {
    const tenant = await createLadderTenant(await currentTime());
    const cartId = await abandon(house, tenant, "buyer@example.com");
    await house.advance(121);
    const [first] = await sentOf(tenant);
    const { tenantId } = tenant;
    const answer = await clickMessage({ tenantId, messageId: first?.id ?? "" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `https://shop.example/cart/${cartId}`]);
    await house.advance(5);
    await sendShopEvent(
      tenant,
      orderPlaced(
        "order-1",
        { customer: { email: "buyer@example.com" }, tokens: [cartId], total: 12_000 },
        await currentTime(),
      ),
    );
    await house.advance(1);
    await house.advance(96 * 60);
    expect(await sentOf(tenant)).toHaveLength(1);
    expect((await all(tenant, enrollments))[0]).toMatchObject({ closeReason: "ordered" });
    const credits = await all(tenant, conversions);
    expect(credits.map(({ model }) => model).sort()).toEqual([...attributionModels].sort());
    for (const credit of credits)
      expect(credit).toMatchObject({ messageId: first?.id, amount: 12_000, share: 1, organicReason: null });
  });

  test("gets one mail after an outage of a day, and the next when the frequency cap allows", async () => {
    const tenant = await createLadderTenant(await currentTime());
    await abandon(house, tenant, "outage@example.com");
    await house.advance(26 * 60);
    expect(await sentOf(tenant)).toHaveLength(1);
    const second = (await all(tenant, decisions)).filter(({ position }) => position === 1);
    expect(second.map(({ kind, reason }) => [kind, reason])).toContainEqual(["wait", "frequency_capped"]);
    await house.advance(11 * 60);
    expect(await sentOf(tenant)).toHaveLength(1);
    await house.advance(60);
    expect(await sentOf(tenant)).toHaveLength(2);
  });

  test("is left alone when the same person ordered by another way", async () => {
    const tenant = await createLadderTenant(await currentTime());
    await sendShopEvent(tenant, cartUpdated("left", { email: "other@example.com" }, await currentTime()));
    await house.advance(10);
    await sendShopEvent(
      tenant,
      orderPlaced("order-2", { customer: { email: "OTHER@example.com" }, tokens: [], total: 900 }, await currentTime()),
    );
    await house.advance(60 * 80);
    expect(await all(tenant, messages)).toHaveLength(0);
  });

  test("of the holdout is enrolled, sent nothing, and says why", async () => {
    const tenant = await createLadderTenant(await currentTime(), { holdoutShare: 100 });
    await abandon(house, tenant, "held@example.com");
    await house.advance(24 * 60);
    expect(await all(tenant, messages)).toHaveLength(0);
    expect(await all(tenant, decisions)).toMatchObject([{ kind: "stop", reason: "holdout" }]);
  });
});
