import { expect, test } from "vitest";
import { defaultBands, rateOf } from "./result-view.ts";

const outcome = { group: "new", trials: 40, clicked: 10, recovered: 4, revenue: 900 };

test("a rate comes with an interval that holds it", () => {
  const { rate, interval, small } = rateOf(outcome);
  expect(rate).toBe(0.1);
  expect(interval.low).toBeCloseTo(0.0396, 3);
  expect(interval.high).toBeCloseTo(0.2305, 3);
  expect(small).toBe(false);
});

test("a group without trials has no rate and knows nothing", () => {
  expect(rateOf({ ...outcome, trials: 0, recovered: 0 })).toMatchObject({
    rate: 0,
    interval: { low: 0, high: 1 },
    small: true,
  });
});

test("bands follow a currency's own minor unit", () => {
  expect(defaultBands("EUR")).toEqual([5000, 10000]);
  expect(defaultBands("JPY")).toEqual([5000, 10000]);
  expect(defaultBands("KWD")).toEqual([50000, 100000]);
});
