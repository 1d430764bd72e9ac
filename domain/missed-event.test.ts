import { expect, test } from "vitest";
import { isMissed, newsAmong } from "./missed-event.ts";
import type { ShopEvent } from "./shop-event.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 10, minutes));
const amounts = { subtotal: 1, discount: 0, total: 1, refunded: 0 };

function order(externalId: string, sourceUpdatedAt: Date): ShopEvent {
  const unsaid = { number: null, tokens: [], contact: null, lines: [], discountCodes: [], status: "placed" as const };
  return {
    kind: "order",
    order: { ...unsaid, ...amounts, externalId, currency: "EUR", orderedAt: sourceUpdatedAt, sourceUpdatedAt },
  };
}

const deleted: ShopEvent = { kind: "cart_deleted", tokens: ["a"], deletedAt: at(0) };
const known = (externalId: string, sourceUpdatedAt: Date) => ({ kind: "order" as const, externalId, sourceUpdatedAt });

test("an order that we do not know, or know older, is news; one that we know as new is not", () => {
  const events = [order("1", at(5)), order("2", at(5)), order("3", at(5))];
  expect(newsAmong(events, [known("2", at(4)), known("3", at(5))])).toEqual(events.slice(0, 2));
});

test("a cart of the same id as an order is another thing", () => {
  const events = [order("1", at(5))];
  expect(newsAmong(events, [{ ...known("1", at(5)), kind: "cart" }])).toEqual(events);
});

test("what has no time to compare is always passed on, and never counts as missed", () => {
  expect(newsAmong([deleted], [])).toEqual([deleted]);
  expect(isMissed(deleted, at(59))).toBe(false);
});

test("a webhook has ten minutes to come before its event counts as missed", () => {
  expect(isMissed(order("1", at(0)), at(10))).toBe(false);
  expect(isMissed(order("1", at(0)), at(11))).toBe(true);
});
