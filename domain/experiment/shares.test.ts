import fc from "fast-check";
import { expect, test } from "vitest";
import type { Arm } from "../experiment.ts";
import { evenShares, withShare } from "./shares.ts";

const variant = (name: string, share: number): Arm => ({ name, kind: "variant", share, change: null });
const holdout = (share: number): Arm => ({ name: "holdout", kind: "holdout", share, change: null });
const sharesOf = (arms: Arm[]) => arms.map((arm) => arm.share);

test("another share takes from the other variants and leaves the holdout alone", () => {
  expect(sharesOf(withShare([variant("a", 45), variant("b", 45), holdout(10)], 1, 60))).toEqual([30, 60, 10]);
  expect(sharesOf(withShare([variant("a", 30), variant("b", 30), variant("c", 30), holdout(10)], 0, 50))).toEqual([
    50, 20, 20, 10,
  ]);
});

test("a share never takes what the holdout has, unless the holdout is the only other arm", () => {
  expect(sharesOf(withShare([variant("a", 45), variant("b", 45), holdout(10)], 0, 100))).toEqual([90, 0, 10]);
  expect(sharesOf(withShare([variant("a", 90), holdout(10)], 0, 80))).toEqual([80, 20]);
});

test("the holdout's own share comes from all variants alike", () => {
  expect(sharesOf(withShare([variant("a", 45), variant("b", 45), holdout(10)], 2, 20))).toEqual([40, 40, 20]);
});

test("even shares divide what the holdout leaves, down to the last percent", () => {
  expect(sharesOf(evenShares([variant("a", 80), variant("b", 5), variant("c", 5), holdout(10)]))).toEqual([
    30, 30, 30, 10,
  ]);
  expect(sharesOf(evenShares([variant("a", 1), variant("b", 1), variant("c", 1)]))).toEqual([34, 33, 33]);
});

test("whatever is moved, the shares sum to 100 and none is below nothing", () => {
  const moves = fc.array(fc.record({ place: fc.nat(4), share: fc.integer({ min: -20, max: 140 }) }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), fc.boolean(), moves, (count, held, all) => {
      const variants = Array.from({ length: count }, (_, index) => variant(`arm ${index}`, 0));
      let arms = evenShares(held ? [...variants, holdout(10)] : variants);
      for (const { place, share } of all) {
        arms = withShare(arms, place % arms.length, share);
        expect(sharesOf(arms).reduce((sum, one) => sum + one, 0)).toBe(100);
        expect(Math.min(...sharesOf(arms))).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
