import { expect, test } from "vitest";
import { attributeLastClick } from "./attribution.ts";

const orderedAt = new Date("2026-03-10T12:00:00Z");
const before = (hours: number, messageId: string) => ({
  messageId,
  enrollmentId: `enr_${messageId}`,
  at: new Date(orderedAt.getTime() - hours * 3_600_000),
});
const order = { amount: 4200, orderedAt, cancelled: false };

test("credits the whole amount to the newest click before the order", () => {
  expect(attributeLastClick(order, [before(30, "first"), before(2, "last"), before(5, "middle")], 5)).toEqual({
    kind: "credited",
    messageId: "last",
    enrollmentId: "enr_last",
    amount: 4200,
  });
});

test.each([
  ["no_click", order, []],
  ["no_click", order, [before(-1, "after")]],
  ["outside_window", order, [before(121, "old")]],
  ["cancelled", { ...order, cancelled: true }, [before(1, "click")]],
] as const)("says %s instead of guessing", (reason, given, clicks) => {
  expect(attributeLastClick(given, [...clicks], 5)).toEqual({ kind: "organic", reason });
});

test("a click at the very edge of the window still counts", () => {
  expect(attributeLastClick(order, [before(120, "edge")], 5).kind).toBe("credited");
});
