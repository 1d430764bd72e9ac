import { expect, test } from "vitest";
import { shareOf } from "./explore.ts";
import { changeOf, complaintLimits, incrementalOf, limitState, marginOfRevenue, returnOn } from "./overview-figures.ts";

test("margin takes the goods at list price, the discount and the model off what was paid", () => {
  // 10 000 at list, 10 % off: 9 000 paid; goods cost 6 000; the words 100.
  expect(marginOfRevenue(9_000, 40, { discount: 1_000, modelCost: 100 })).toBe(2_900);
  expect(marginOfRevenue(0, 40, { discount: 0, modelCost: 100 })).toBe(-100);
});

test("the margin of the difference keeps its interval, and there is none without a margin or a holdout", () => {
  const arm = { enrolled: 100, ordered: 10, revenue: 1_000, revenueSquares: 1 };
  const arms = { variant: arm, holdout: arm, watchDays: 12 };
  const incremental = { revenue: 1_000, perEnrolled: 10, interval: { low: -200, high: 2_200 } };
  const spent = { discount: 100, modelCost: 10 };
  expect(incrementalOf({ ...arms, incremental }, 50, spent)?.margin).toEqual({
    value: 440,
    interval: { low: -160, high: 1_040 },
  });
  expect(incrementalOf({ ...arms, incremental }, null, spent)?.margin).toBeNull();
  expect(incrementalOf({ ...arms, incremental: null }, 50, spent)).toBeNull();
});

test("a complaint rate is judged by Gmail's limits, and not on a handful of messages", () => {
  const state = (count: number, of: number) => limitState(shareOf(count, of), complaintLimits);
  expect(state(0, 0)).toBe("unknown");
  expect(state(1, 40)).toBe("unknown");
  expect(state(30, 40)).toBe("over");
  expect(state(9, 10_000)).toBe("well");
  expect(state(10, 10_000)).toBe("near");
  expect(state(30, 10_000)).toBe("over");
});

test("no change and no return are told of nothing", () => {
  expect(changeOf(5, 0)).toBeNull();
  expect(changeOf(3, 4)).toBe(-0.25);
  expect(changeOf(0, -4)).toBe(1);
  expect(returnOn(100, { discount: 0, modelCost: 0 })).toBeNull();
  expect(returnOn(100, { discount: 20, modelCost: 5 })).toBe(4);
});
