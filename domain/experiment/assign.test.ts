import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseArm } from "../enrollment.ts";
import { chiSquareTail } from "../statistics/distributions.ts";
import { armAt, chancesOf, rangesOf, reshape, type Weight } from "./assign.ts";

const names = ["holdout", "a", "b", "c"];
const shares = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 })
  .filter((all) => all.some((one) => one > 0));
const weighted = (all: number[]): Weight[] => all.map((weight, place) => ({ arm: names[place] ?? "", weight }));
const partOf = (weights: Weight[], arm: string) => {
  const whole = weights.reduce((sum, one) => sum + one.weight, 0);
  return (weights.find((one) => one.arm === arm)?.weight ?? 0) / whole;
};
const people = Array.from({ length: 20_000 }, (_, index) => `shopper${index}@example.com`);

describe("assignment", () => {
  test("begins as the arms laid end to end, as it always was", () => {
    const arms = [
      { name: "holdout", share: 10 },
      { name: "ladder", share: 90 },
    ];
    const ranges = rangesOf(arms.map(({ name, share }) => ({ arm: name, weight: share })));
    for (const one of people) expect(armAt("exp_a", one, ranges)).toBe(chooseArm("exp_a", one, arms)?.name);
  });

  test("fills the whole after any row of changes, each arm with its share", () => {
    fc.assert(
      fc.property(fc.array(shares, { minLength: 1, maxLength: 6 }), (changes) => {
        const ranges = changes.map(weighted).reduce(reshape, []);
        const last = weighted(changes.at(-1) ?? []);
        let at = 0;
        for (const range of ranges) {
          expect(range.from).toBeCloseTo(at, 9);
          expect(range.to).toBeGreaterThan(range.from);
          at = range.to;
        }
        expect(at).toBe(1);
        const chances = chancesOf(ranges);
        for (const { arm } of last) expect(chances.get(arm) ?? 0).toBeCloseTo(partOf(last, arm), 6);
      }),
    );
  });

  test("keeps every contact in its arm unless that arm has shrunk, and moves it only to one that has grown", () => {
    fc.assert(
      fc.property(shares, shares, fc.array(fc.string(), { minLength: 20, maxLength: 50 }), (one, two, addresses) => {
        const [before, after] = [weighted(one), weighted(two)];
        const ranges = rangesOf(before);
        const changed = reshape(ranges, after);
        for (const address of addresses) {
          const [was, is] = [armAt("exp_a", address, ranges), armAt("exp_a", address, changed)];
          if (was === is || was === null || is === null) continue;
          expect(partOf(after, was)).toBeLessThan(partOf(before, was));
          expect(partOf(after, is)).toBeGreaterThan(partOf(before, is));
        }
      }),
    );
  });

  test("moves no more contacts than the shares ask for", () => {
    const before = rangesOf(weighted([10, 30, 30, 30]));
    const after = reshape(before, weighted([10, 50, 20, 20]));
    const moved = people.filter((one) => armAt("exp_a", one, before) !== armAt("exp_a", one, after));
    // A fifth must move; four standard deviations of a binomial with p = 0.2 and n = 20,000 are 226.
    expect(Math.abs(moved.length - 4_000)).toBeLessThan(226);
  });

  test("is independent between two experiments", () => {
    const ranges = rangesOf(weighted([10, 30, 30, 30]));
    const cells = new Map<string, number>();
    for (const one of people) {
      const cell = `${armAt("exp_a", one, ranges)} ${armAt("exp_b", one, ranges)}`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    const weights = weighted([10, 30, 30, 30]);
    let chiSquare = 0;
    for (const first of weights)
      for (const second of weights) {
        const expected = (people.length * first.weight * second.weight) / 10_000;
        chiSquare += ((cells.get(`${first.arm} ${second.arm}`) ?? 0) - expected) ** 2 / expected;
      }
    expect(chiSquareTail(chiSquare, 15)).toBeGreaterThan(0.001);
  });

  test("gives an arm without traffic to nobody", () => {
    const ranges = rangesOf(weighted([0, 100, 0, 0]));
    expect(new Set(people.map((one) => armAt("exp_a", one, ranges)))).toEqual(new Set(["a"]));
  });

  test("answers null only when there is no arm", () => {
    expect(armAt("exp_a", "a@example.com", [])).toBeNull();
  });
});
