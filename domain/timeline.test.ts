import { expect, test } from "vitest";
import { inOrder, type TimelineEntry } from "./timeline.ts";

test("what shares an instant stands in the order of the path", () => {
  const at = "2026-03-01T12:00:00.000Z";
  const entries: TimelineEntry[] = [
    { kind: "closed", id: "enr_1", at, reason: "ordered", first: null },
    { kind: "order", id: "ord_1", at, number: "1001", total: 100, currency: "EUR", status: "placed" },
    { kind: "cart_started", id: "cart_1", at: "2026-03-01T09:00:00.000Z" },
    { kind: "cart_abandoned", id: "cart_1", at },
  ];
  expect(inOrder(entries).map((entry) => entry.kind)).toEqual(["cart_started", "cart_abandoned", "order", "closed"]);
});
