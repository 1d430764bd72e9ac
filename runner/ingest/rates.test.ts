import { expect, test } from "vitest";
import { conform, delayRate, dropRate, type Rate } from "./rates.ts";

/** When each of `count` simultaneous starts may go, if each takes its place. */
function starts(rate: Rate, count: number): number[] {
  let stored: number | null = null;
  return Array.from({ length: count }, () => {
    const verdict = conform(rate, stored, 0);
    stored = verdict.arrivalAt;
    return verdict.at;
  });
}

test("a throttle lets the limit and its burst start at once, then one per emission", () => {
  expect(starts(delayRate(2, 5_000, 1), 5)).toEqual([0, 0, 0, 2_500, 5_000]);
  expect(starts(delayRate(1, 1_000, 0), 3)).toEqual([0, 1_000, 2_000]);
});

test("a rate limit is a smooth rate with a tenth of its limit as burst", () => {
  expect(starts(dropRate(2, 10_000), 2)).toEqual([0, 5_000]);
  expect(starts(dropRate(20, 10_000), 4)).toEqual([0, 0, 0, 500]);
});

test("a place that was not used is there again later, but never more than the capacity", () => {
  const rate = delayRate(2, 10_000, 0);
  expect(conform(rate, 10_000, 100_000)).toEqual({ at: 100_000, arrivalAt: 105_000 });
});
