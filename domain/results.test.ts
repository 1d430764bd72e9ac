import fc from "fast-check";
import { expect, test } from "vitest";
import { incrementalRevenue, wilsonInterval } from "./results.ts";

// R: prop.test(15, 148, correct = FALSE)$conf.int and binom::binom.wilson(81, 263), Newcombe 1998, table I.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("the Wilson interval of %d in %d is that of the literature", (successes, trials, low, high) => {
  const interval = wilsonInterval(successes, trials);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test("without trials nothing is known", () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

test("incremental revenue is the difference of means, scaled to the enrolled, inside its interval", () => {
  const variant = { enrolled: 900, ordered: 120, revenue: 900 * 600, revenueSquares: 900 * 4_000_000 };
  const holdout = { enrolled: 100, ordered: 8, revenue: 100 * 400, revenueSquares: 100 * 2_500_000 };
  const found = incrementalRevenue(variant, holdout);
  expect(found?.perEnrolled).toBeCloseTo(200, 6);
  expect(found?.revenue).toBe(180_000);
  // Welch: sqrt((4e6 - 600²)/899 + (2.5e6 - 400²)/99) = 166.4; ±1.96 times, for 900 contacts.
  expect(found && found.interval.high - found.revenue).toBeCloseTo(293_600, -3);
});

test("an arm without two contacts gives no number at all, and constants give no NaN", () => {
  const arm = (enrolled: number, revenue = 0) => ({ enrolled, ordered: 0, revenue, revenueSquares: 0 });
  expect(incrementalRevenue(arm(50), arm(1))).toBeNull();
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 1_000 }),
      fc.integer({ min: 2, max: 1_000 }),
      fc.nat(1_000),
      (a, b, value) => {
        const constant = (enrolled: number) => ({
          enrolled,
          ordered: 0,
          revenue: enrolled * value,
          revenueSquares: enrolled * value * value,
        });
        expect(incrementalRevenue(constant(a), constant(b))).toEqual({
          revenue: 0,
          perEnrolled: 0,
          interval: { low: expect.closeTo(0, 0), high: expect.closeTo(0, 0) },
        });
      },
    ),
  );
});
