import { expect, test } from "vitest";
import { sharePoints, shareTable } from "./share-series.ts";

const weights = [
  { number: 0, kind: "set" as const, at: "2026-03-01T00:00:00.000Z", weights: both(50, 50) },
  { number: 1, kind: "thompson" as const, at: "2026-03-03T00:00:00.000Z", weights: both(1, 3) },
];

function both(one: number, other: number) {
  return [
    { arm: "A", weight: one },
    { arm: "B", weight: other },
  ];
}

test("shares hold from their instant on, the newest until now, whatever their weights sum to", () => {
  const { arms, points } = sharePoints(weights, "2026-03-05T00:00:00.000Z");
  expect(arms).toEqual(["A", "B"]);
  expect(points.map(({ shares }) => shares)).toEqual([
    { A: 50, B: 50 },
    { A: 25, B: 75 },
    { A: 25, B: 75 },
  ]);
  expect(points.at(-1)?.at).toBe(Date.parse("2026-03-05T00:00:00.000Z"));
  // A frozen analysis may be older than the newest weights.
  expect(sharePoints(weights, "2026-03-02T00:00:00.000Z").points).toHaveLength(2);
});

test("the table says who moved them, the newest first", () => {
  const table = shareTable(weights, "UTC");
  expect(table.rows.map(({ cells }) => cells.slice(1))).toEqual([
    ["Moved by sampling", 25, 75],
    ["Set by hand", 50, 50],
  ]);
  expect(table.rows[0]?.shown?.[0]).toBe("3 Mar 2026, 00:00");
});
