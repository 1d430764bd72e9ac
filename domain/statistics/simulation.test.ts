import { expect, test } from "vitest";
import { inversePropensityMean, thompsonShares } from "./allocation.ts";
import { normalPosterior } from "./bayesian.ts";
import { type Tested, welchTest } from "./frequentist.ts";
import { type Sample, sampleOf } from "./sample.ts";
import { sequentialTest } from "./sequential.ts";

/** Mulberry32: the same numbers on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Revenue of one enrolled contact as carts have it: mostly nothing, sometimes a skewed amount. */
const revenue = (draw: () => number, rate: number) => (draw() < rate ? 20 - 45 * Math.log(1 - draw()) : 0);

const share = (answers: boolean[]) => answers.filter(Boolean).length / answers.length;
const excludesZero = (answer: Tested) =>
  answer.kind === "tested" && (answer.interval.low > 0 || answer.interval.high < 0);
const runs = (count: number) => Array.from({ length: count }, (_, index) => index);
const arm = (draw: () => number, units: number, rate = 0.12) =>
  sampleOf(Array.from({ length: units }, () => revenue(draw, rate)));

test("A/A: one look finds a difference in 5 ± 1 % of experiments, on both scales", () => {
  for (const scale of ["absolute", "relative"] as const) {
    const found = runs(4_000).map((run) => {
      const draw = chance(run * 7_919 + 1);
      return excludesZero(welchTest(arm(draw, 600), arm(draw, 600), { scale, alpha: 0.05 }));
    });
    expect(share(found)).toBeGreaterThan(0.04);
    expect(share(found)).toBeLessThan(0.06);
  }
});

/** Grows two arms day by day and looks each day. */
function peek(run: number, days: number, look: (control: Sample, treatment: Sample) => Tested): boolean {
  const draw = chance(run * 104_729 + 3);
  const grow = (sums: { units: number; sum: number; sumOfSquares: number }) => {
    for (let unit = 0; unit < 50; unit++) {
      const value = revenue(draw, 0.12);
      sums.units += 1;
      sums.sum += value;
      sums.sumOfSquares += value * value;
    }
  };
  const [one, two] = [0, 1].map(() => ({ kind: "mean" as const, units: 0, sum: 0, sumOfSquares: 0 }));
  if (!one || !two) return false;
  for (let day = 0; day < days; day++) {
    grow(one);
    grow(two);
    if (excludesZero(look(one, two))) return true;
  }
  return false;
}

test("A/A with a look each day for sixty days: the sequential interval stays under its promise, the fixed one does not", () => {
  const options = { scale: "relative", alpha: 0.05 } as const;
  const sequential = share(runs(1_500).map((run) => peek(run, 60, (a, b) => sequentialTest(a, b, options))));
  const fixed = share(runs(400).map((run) => peek(run, 60, (a, b) => welchTest(a, b, options))));
  expect(sequential).toBeLessThan(0.06);
  expect(fixed).toBeGreaterThan(0.15);
});

test("intervals hold the true lift in at least 94 % of experiments", () => {
  const truth = 0.15 / 0.12 - 1;
  const options = { scale: "relative", alpha: 0.05 } as const;
  const holds = (interval: { low: number; high: number }) => interval.low <= truth && truth <= interval.high;
  const covered = runs(3_000).map((run) => {
    const draw = chance(run * 6_151 + 5);
    const [control, treatment] = [arm(draw, 1_500), arm(draw, 1_500, 0.15)];
    const welch = welchTest(control, treatment, options);
    const sequential = sequentialTest(control, treatment, options);
    const posterior = normalPosterior(control, treatment, options);
    return [
      welch.kind === "tested" && holds(welch.interval),
      sequential.kind === "tested" && holds(sequential.interval),
      posterior.kind === "believed" && holds(posterior.interval),
    ];
  });
  for (const method of [0, 1, 2])
    expect(share(covered.map((one) => one[method] ?? false))).toBeGreaterThanOrEqual(0.94);
});

test("no arm, however empty or constant, makes a NaN", () => {
  const odd: Sample[] = [
    sampleOf([]),
    sampleOf([0]),
    sampleOf([0, 0, 0]),
    sampleOf([5, 5]),
    sampleOf([1e308, 1e308]),
    { kind: "proportion", units: 0, successes: 0 },
    { kind: "proportion", units: 10, successes: 10 },
    { kind: "proportion", units: 10, successes: 0 },
  ];
  for (const control of odd) {
    for (const treatment of odd) {
      for (const scale of ["relative", "absolute"] as const) {
        const answers = [welchTest, sequentialTest, normalPosterior].map((method) =>
          method(control, treatment, { scale, alpha: 0.05 }),
        );
        expect(JSON.stringify(answers, (_, value) => (Number.isNaN(value) ? "NaN" : value))).not.toContain("NaN");
      }
    }
  }
});

test("Thompson's shares favour the better arm, keep the floor and sum to one", () => {
  const shares = thompsonShares(
    [
      { alpha: 21, beta: 181 },
      { alpha: 41, beta: 161 },
      { alpha: 20, beta: 182 },
    ],
    0.1,
  );
  expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.1 - 1e-12);
  expect(shares[1]).toBeGreaterThan(0.75);
  const even = thompsonShares([
    { alpha: 1, beta: 1 },
    { alpha: 1, beta: 1 },
  ]);
  expect(even[0]).toBeCloseTo(0.5, 9);
});

test("with shares that move, the weighted mean holds the truth where the plain one does not", () => {
  const errors = runs(300).map((run) => {
    const draw = chance(run * 31 + 7);
    const units = runs(2_000).map((index) => {
      // Late contacts are worth more, and by then the arm gets most of them.
      const late = index >= 1_000;
      const own = draw() < (late ? 0.9 : 0.1);
      return { arm: own ? "b" : "a", share: own === late ? 0.9 : 0.1, value: (late ? 20 : 10) + draw() };
    });
    const plain = units.filter((unit) => unit.arm === "b");
    const weighted = inversePropensityMean(units, "b");
    return {
      weighted: weighted.mean - 15.5,
      covered: Math.abs(weighted.mean - 15.5) < 1.96 * weighted.error,
      plain: plain.reduce((sum, unit) => sum + unit.value, 0) / plain.length - 15.5,
    };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(mean(errors.map((one) => one.weighted)))).toBeLessThan(0.1);
  expect(mean(errors.map((one) => one.plain))).toBeGreaterThan(3);
  expect(share(errors.map((one) => one.covered))).toBeGreaterThanOrEqual(0.93);
});
