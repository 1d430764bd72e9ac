import fc from "fast-check";
import { expect, test } from "vitest";
import { cellFold } from "./explore/fold.ts";
import { pairOf, pairs } from "./explore/pairs.ts";
import { survivalOf } from "./explore/survival.ts";
import { dimensions, marginOf, measures, shareOf } from "./explore.ts";

const counted = fc.record({
  codes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 16, maxLength: 16 }),
  products: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
  counts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: measures.length, maxLength: measures.length }),
});
const sorted = (cells: unknown[]) => cells.map((cell) => JSON.stringify(cell)).sort();

test("any order of messages folds into the same cells, and what is taken away again leaves none", () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 8 }), (messages) => {
      const [one, other, gone] = [cellFold(pairs), cellFold(pairs), cellFold(pairs)];
      for (const message of messages) one.add(message);
      for (const message of messages.toReversed()) other.add(message);
      for (const message of messages) {
        gone.add(message);
        gone.add({ ...message, counts: message.counts.map((count) => -count) });
      }
      expect(sorted(other.cells())).toEqual(sorted(one.cells()));
      expect(gone.cells()).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test("pairs have codes of their own, whichever dimension is named first", () => {
  expect(new Set(pairs.map((pair) => pair.code)).size).toBe(pairs.length);
  for (const one of dimensions)
    for (const other of dimensions) expect(pairOf([one, other])).toEqual(pairOf([other, one]));
  expect(pairOf(["product", "subject"])).toBeNull();
});

test("a share of few is small, has an interval, and none of nothing", () => {
  expect(shareOf(3, 20)).toMatchObject({ rate: 0.15, small: true });
  expect(shareOf(0, 0)).toMatchObject({ rate: null, interval: { low: 0, high: 1 } });
  expect(shareOf(150, 1_000).small).toBe(false);
});

test("margin is unknown until a tenant says what it keeps", () => {
  expect(marginOf(10_000, null, 5)).toBeNull();
  expect(marginOf(10_000, 40, 5)).toBe(3_995);
});

test("survival is the share left of those watched long enough", () => {
  const whole = {
    enrolled: 100,
    observedHours: 10_000,
    events: new Map([
      [0, 10],
      [1, 9],
    ]),
  };
  const young = { enrolled: 50, observedHours: 1, events: new Map([[0, 5]]) };
  const [first, second, third] = survivalOf([whole, young]);
  expect(first).toMatchObject({ atRisk: 150, events: 15, surviving: 0.9 });
  expect(second).toMatchObject({ atRisk: 90, events: 9 });
  expect(second?.surviving).toBeCloseTo(0.81);
  expect(third).toMatchObject({ atRisk: 81, events: 0 });
  expect(survivalOf([])).toEqual([]);
});
