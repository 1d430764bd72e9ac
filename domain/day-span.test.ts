import fc from "fast-check";
import { expect, test } from "vitest";
import { isDay, lengthOf, plusDays, spanBefore, spanOf } from "./day-span.ts";

const now = new Date("2026-03-29T22:30:00Z");

test("a period ends on the tenant's own today", () => {
  expect(spanOf({ period: "7d" }, now, "Europe/Berlin")).toEqual({
    period: "7d",
    from: "2026-03-24",
    to: "2026-03-30",
  });
  expect(spanOf({ period: "7d" }, now, "UTC")).toEqual({ period: "7d", from: "2026-03-23", to: "2026-03-29" });
  expect(spanOf({ period: "7d" }, now, "Pacific/Kiritimati").to).toBe("2026-03-30");
});

test("two days count where they are real and in order, cut at today", () => {
  const ask = (from: string, to: string) => spanOf({ from, to }, now, "UTC");
  expect(ask("2026-01-05", "2026-01-09")).toEqual({ period: null, from: "2026-01-05", to: "2026-01-09" });
  expect(ask("2026-03-01", "2027-01-01")).toEqual({ period: null, from: "2026-03-01", to: "2026-03-29" });
  for (const [from, to] of [
    ["2026-02-30", "2026-03-01"],
    ["2026-01-09", "2026-01-05"],
    ["2026-05-01", "2026-05-02"],
    ["1990-01-01", "2026-01-01"],
    ["'; drop table", "2026-01-01"],
  ] as const)
    expect(ask(from, to).period).toBe("30d");
});

test("the period before touches this one, is as long and shares no day with it", () => {
  const day = fc.integer({ min: 0, max: 5_000 }).map((days) => plusDays("2020-01-01", days));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, more) => {
      const span = { from, to: plusDays(from, more) };
      const before = spanBefore(span);
      expect(lengthOf(before)).toBe(lengthOf(span));
      expect(plusDays(before.to, 1)).toBe(span.from);
      expect(isDay(before.from)).toBe(true);
    }),
  );
});
