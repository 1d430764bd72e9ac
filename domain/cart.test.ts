import { expect, test } from "vitest";
import { abandonmentBlock, cartState, isAbandoned, liveRecoveryUrl, type QuietCart } from "./cart.ts";

const now = new Date("2026-03-10T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const quiet: QuietCart = {
  lineCount: 1,
  contactId: "con_1",
  lastActivityAt: minutesAgo(60),
  abandonedAt: null,
  orderedAt: null,
  deletedAt: null,
};

test("a cart counts as abandoned from the very minute of the threshold", () => {
  expect(isAbandoned(quiet, now, 60)).toBe(true);
  expect(isAbandoned({ ...quiet, lastActivityAt: minutesAgo(59) }, now, 60)).toBe(false);
});

test.each([
  ["ordered", { orderedAt: now }],
  ["deleted", { deletedAt: now }],
  ["cart_emptied", { lineCount: 0 }],
  ["no_contact", { contactId: null }],
  ["not_due", { lastActivityAt: minutesAgo(1) }],
])("does not count when %s", (reason, change) => {
  expect(abandonmentBlock({ ...quiet, ...change }, now, 60)).toBe(reason);
});

test.each([
  ["active", {}],
  ["abandoned", { abandonedAt: now }],
  ["ordered", { abandonedAt: now, orderedAt: now }],
  ["recovered", { abandonedAt: now, orderedAt: now, recovered: true }],
  ["emptied", { abandonedAt: now, lineCount: 0 }],
  ["merged", { abandonedAt: now, merged: true }],
  ["merged", { lineCount: 0, merged: true }],
  ["ordered", { orderedAt: now, merged: true }],
  ["deleted", { deletedAt: now, merged: true }],
  ["deleted", { deletedAt: now }],
])("is called %s", (state, change) => {
  expect(cartState({ ...quiet, recovered: false, merged: false, ...change })).toBe(state);
});

test("a recovery link lives until its expiry, and without one for ever", () => {
  const link = (recoveryExpiresAt?: Date | null) =>
    liveRecoveryUrl({ recoveryUrl: "https://a.example", recoveryExpiresAt }, now);
  expect([link(), link(null), link(minutesAgo(-1))]).toEqual(Array(3).fill("https://a.example"));
  expect([link(now), link(minutesAgo(1))]).toEqual([null, null]);
});
