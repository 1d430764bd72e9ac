import fc from "fast-check";
import { expect, test } from "vitest";
import { coverOf, daysBetween, monthEnd } from "./cover.ts";

const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.parse("2024-01-01") + days * 86_400_000).toISOString().slice(0, 10));
const spans = fc.tuple(day, day).map((ends) => ends.sort());

test("the spans of a period add up to each of its days once and to no other", () => {
  fc.assert(
    fc.property(spans, ([from = "", to = ""]) => {
      const times = new Map<string, number>();
      for (const { grain, span, sign } of coverOf(from, to, "9999-12-31"))
        for (const one of grain === "day" ? [span] : daysBetween(span, monthEnd(span)))
          times.set(one, (times.get(one) ?? 0) + sign);
      const counted = [...times].filter(([, count]) => count !== 0);
      expect(counted.map(([one]) => one).sort()).toEqual(daysBetween(from, to));
      expect(counted.every(([, count]) => count === 1)).toBe(true);
    }),
  );
});

test("a year is read in fewer than fifty spans", () => {
  expect(coverOf("2025-11-22", "2026-11-21", "9999-12-31").length).toBeLessThan(50);
});

test("a month that goes on is taken whole, because nothing stands after today", () => {
  expect(coverOf("2026-11-01", "2026-11-20", "2026-11-20")).toEqual([{ grain: "month", span: "2026-11-01", sign: 1 }]);
});

test("no days need no spans", () => expect(coverOf("2026-02-02", "2026-02-01", "9999-12-31")).toEqual([]));
