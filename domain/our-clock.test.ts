import { describe, expect, it } from "vitest";
import type { CartSnapshot } from "./cart.ts";
import type { OrderSnapshot } from "./order.ts";
import { instantOnOurClock, onOurClock } from "./our-clock.ts";
import type { ShopEvent } from "./shop-event.ts";

const realNow = new Date("2026-11-22T12:00:00Z");
const minute = 60_000;
const tenDays = 10 * 24 * 60 * minute;
const at = (minutes: number, days = 0) => new Date(realNow.getTime() + minutes * minute + days * 1440 * minute);

const cart = (times: Partial<CartSnapshot>): ShopEvent => ({
  kind: "cart",
  cart: {
    externalId: "c",
    tokens: ["c"],
    phase: "checkout",
    contact: null,
    currency: "EUR",
    lines: [],
    totals: { subtotal: 0, discount: 0, shipping: null, tax: null, total: 0 },
    discountCodes: [],
    recoveryUrl: null,
    sourceCreatedAt: at(-90),
    sourceUpdatedAt: at(-1),
    completedAt: null,
    deletedAt: null,
    ...times,
  },
});
const order = { orderedAt: at(-3), sourceUpdatedAt: at(-2), externalId: "o" } as OrderSnapshot;
const contact: ShopEvent = { kind: "contact", contact: {} as never, sourceUpdatedAt: at(-2) };

describe("an event that happened just now by the real clock", () => {
  it("moves to our clock with all its instants", () => {
    const times = { completedAt: at(-1), deletedAt: at(0), recoveryExpiresAt: at(30) };
    expect(onOurClock(cart(times), tenDays, realNow)).toMatchObject({
      cart: {
        sourceCreatedAt: at(-90, 10),
        sourceUpdatedAt: at(-1, 10),
        completedAt: at(-1, 10),
        deletedAt: at(0, 10),
        recoveryExpiresAt: at(30, 10),
      },
    });
    expect(onOurClock({ kind: "order", order }, tenDays, realNow)).toMatchObject({
      order: { externalId: "o", orderedAt: at(-3, 10), sourceUpdatedAt: at(-2, 10) },
    });
    const gone = { kind: "cart_deleted" as const, tokens: ["t"], deletedAt: at(1) };
    expect(onOurClock(gone, -tenDays, realNow)).toEqual({ ...gone, deletedAt: at(1, -10) });
    expect(onOurClock(contact, tenDays, realNow)).toMatchObject({ sourceUpdatedAt: at(-2, 10) });
    expect(instantOnOurClock(at(-1), tenDays, realNow)).toEqual(at(-1, 10));
  });
});

describe("an event stays as it is", () => {
  it.each<[string, ShopEvent, number]>([
    ["where the clocks agree", cart({}), 0],
    ["where the clocks are less than fifteen minutes apart", cart({}), 15 * minute],
    ["when it speaks our time already", cart({ sourceUpdatedAt: at(-1, 10) }), tenDays],
    ["when it speaks our time and the clocks are near", cart({ sourceUpdatedAt: at(15) }), 16 * minute],
    ["when it is old news", cart({ sourceUpdatedAt: at(-16) }), tenDays],
    ["when it comes from a clock far ahead", cart({ sourceUpdatedAt: at(16) }), tenDays],
  ])("%s", (_, event, offset) => {
    expect(onOurClock(event, offset, realNow)).toBe(event);
  });

  it("when it is a demand, which has no instant", () => {
    const none = { reference: null, email: null, customerExternalId: "1", orderExternalIds: [] };
    const demand: ShopEvent = { kind: "compliance", compliance: { request: "redact", ...none } };
    expect(onOurClock(demand, tenDays, realNow)).toBe(demand);
  });
});
