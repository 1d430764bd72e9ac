import { expect, test } from "vitest";
import { betaComparison, betaPosterior, normalPosterior } from "./bayesian.ts";
import { betaIncomplete } from "./beta.ts";
import { benjaminiHochberg, holm } from "./corrections.ts";
import { cuped } from "./cuped.ts";
import { chiSquareTail, logGamma, normalCdf, normalQuantile } from "./distributions.ts";
import { twoProportionTest, welchTest } from "./frequentist.ts";
import { baselineOfShare, minimumDetectable, powerOf, sampleSize } from "./power.ts";
import { sampleOf } from "./sample.ts";
import { checkSampleRatio } from "./sample-ratio.ts";
import { studentCdf, studentQuantile } from "./student.ts";
import { quantileOf, winsorise } from "./winsorise.ts";

const share = (successes: number, units: number) => ({ kind: "proportion" as const, units, successes });
const twoSided = { scale: "relative", alpha: 0.05 } as const;

// R 4: pnorm, qnorm, pt, qt, pchisq, pbeta, lgamma.
test.each([
  ["Φ(1.96)", normalCdf(1.96), 0.9750021048517795],
  ["Φ(-8)", normalCdf(-8), 6.220960574271784e-16],
  ["Φ⁻¹(0.975)", normalQuantile(0.975), 1.959963984540054],
  ["Φ⁻¹(1e-10)", normalQuantile(1e-10), -6.361340902404056],
  ["pt(2, 5)", studentCdf(2, 5), 0.9490302605850709],
  ["qt(0.975, 10)", studentQuantile(0.975, 10), 2.228138851964939],
  ["qt(0.975, 1)", studentQuantile(0.975, 1), 12.7062047361747],
  ["pchisq(3.84, 1, upper)", chiSquareTail(3.841458820694124, 1), 0.05],
  ["pchisq(10, 4, upper)", chiSquareTail(10, 4), 0.04042768199451279],
  ["pbeta(0.3, 2, 5)", betaIncomplete(0.3, 2, 5), 0.579825],
  ["lgamma(0.5)", logGamma(0.5), 0.5723649429247001],
  ["lgamma(100)", logGamma(100), 359.1342053695754],
])("%s is R's", (_, ours, theirs) => {
  expect(Math.abs(ours - theirs)).toBeLessThan(Math.abs(theirs) * 1e-10 + 1e-22);
});

test("two-sided Welch on the relative lift is GrowthBook's", () => {
  const answer = welchTest(share(14, 28), share(16, 30), twoSided);
  expect(answer).toMatchObject({ kind: "tested", lift: expect.closeTo(0.06667, 5), p: expect.closeTo(0.80707, 5) });
  expect(answer).toMatchObject({ interval: { low: expect.closeTo(-0.47767, 5), high: expect.closeTo(0.61101, 5) } });
});

test("the flat-prior posterior of the relative lift is GrowthBook's", () => {
  const answer = normalPosterior(share(49, 100), share(51, 100), twoSided);
  expect(answer).toMatchObject({ chanceToWin: expect.closeTo(0.60918, 5) });
  expect(answer).toMatchObject({ interval: { low: expect.closeTo(-0.24779, 5), high: expect.closeTo(0.32943, 5) } });
});

test("two proportions are R's prop.test, and Welch on means is R's t.test", () => {
  // prop.test(c(83, 90), c(86, 93), correct = FALSE) → X-squared = 0.0097, p = 0.9217 (rounded)
  const proportions = twoProportionTest({ units: 100, successes: 15 }, { units: 100, successes: 25 });
  expect(proportions).toMatchObject({ z: expect.closeTo(1.7677669529663687, 10), p: expect.closeTo(0.0770998717, 8) });
  // t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939, CI (-3.3654832, 0.2054832)
  const one = sampleOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const two = sampleOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
  const means = welchTest(one, two, { scale: "absolute", alpha: 0.05 });
  expect(means).toMatchObject({
    lift: expect.closeTo(1.58, 10),
    p: expect.closeTo(0.07939, 5),
    df: expect.closeTo(17.776, 3),
  });
  expect(means).toMatchObject({ interval: { low: expect.closeTo(-0.2054832, 6), high: expect.closeTo(3.3654832, 6) } });
});

test("Beta posteriors: the chance to win is the closed form's, and the losses differ by the means", () => {
  // Miller's closed form with whole parameters: P(B > A) for A ~ Beta(2, 3), B ~ Beta(3, 2) is 0.7571428…
  const { chanceToWin, expectedLoss } = betaComparison({ alpha: 2, beta: 3 }, { alpha: 3, beta: 2 });
  expect(chanceToWin).toBeCloseTo(53 / 70, 6);
  expect(expectedLoss.control - expectedLoss.treatment).toBeCloseTo(0.2, 6);
  const even = betaComparison(betaPosterior(share(0, 0)), betaPosterior(share(0, 0)));
  expect(even.chanceToWin).toBeCloseTo(0.5, 6);
  expect(even.expectedLoss.treatment).toBeCloseTo(1 / 6, 6);
});

test("several p values are corrected as R's p.adjust does", () => {
  const p = [0.01, 0.04, 0.03, 0.005, 0.55];
  expect(holm(p).map((one) => +one.toFixed(6))).toEqual([0.04, 0.09, 0.09, 0.025, 0.55]);
  expect(benjaminiHochberg(p).map((one) => +one.toFixed(6))).toEqual([0.025, 0.05, 0.05, 0.025, 0.55]);
  expect([holm([]), benjaminiHochberg([])]).toEqual([[], []]);
});

test("arms of the wrong size are a mismatch, and chance is none", () => {
  const halves = (one: number, two: number) => [one, two].map((units) => ({ units, weight: 0.5 }));
  // chisq.test(c(821588, 815482)): X-squared = 22.774, p = 1.82e-06 (Fabijan et al. 2019)
  expect(checkSampleRatio(halves(821_588, 815_482))).toMatchObject({
    chiSquare: expect.closeTo(22.774, 3),
    mismatch: true,
  });
  expect(checkSampleRatio(halves(5_050, 4_950))).toMatchObject({ p: expect.closeTo(0.3173105, 6), mismatch: false });
  expect(checkSampleRatio(halves(0, 0))).toEqual({ kind: "none", reason: "empty" });
  expect(
    checkSampleRatio([
      { units: 3, weight: 0 },
      { units: 9, weight: 1 },
    ]),
  ).toMatchObject({ mismatch: true });
});

test("power, sample size and the minimum detectable effect agree with R and with each other", () => {
  // R: power.prop.test(p1 = .05, p2 = .06, power = .8) → n = 8158 per group (by the normal approximation).
  const units = sampleSize({ ...baselineOfShare(0.05), isShare: true }, 0.01, { alpha: 0.05, power: 0.8 });
  expect(Math.abs(units / 2 - 8_155)).toBeLessThan(5);
  const baseline = { mean: 100, variance: 400 };
  const found = minimumDetectable(baseline, { units: 1_000, alpha: 0.05, power: 0.8 });
  expect(powerOf(baseline, found, { units: 1_000, alpha: 0.05 })).toBeCloseTo(0.8, 9);
  expect(Math.abs(sampleSize(baseline, found, { alpha: 0.05, power: 0.8 }) - 1_000)).toBeLessThanOrEqual(1);
});

test("CUPED keeps the difference's meaning and takes out what was known before", () => {
  const arm = (pairs: [number, number][]) => ({
    units: pairs.length,
    y: pairs.reduce((sum, [y]) => sum + y, 0),
    ySquares: pairs.reduce((sum, [y]) => sum + y * y, 0),
    x: pairs.reduce((sum, [, x]) => sum + x, 0),
    xSquares: pairs.reduce((sum, [, x]) => sum + x * x, 0),
    xy: pairs.reduce((sum, [y, x]) => sum + x * y, 0),
  });
  // y is twice x, and three more in the treatment: nothing but the effect is left.
  const { theta, adjusted, varianceKept } = cuped([
    arm([
      [2, 1],
      [4, 2],
      [6, 3],
    ]),
    arm([
      [7, 2],
      [9, 3],
      [5, 1],
    ]),
  ]);
  expect(theta).toBeCloseTo(2, 12);
  expect(varianceKept).toBeCloseTo(0, 12);
  expect(adjusted.map((one) => (one.kind === "mean" ? one.sum / one.units : 0))).toEqual(
    [4, 7].map((mean) => expect.closeTo(mean, 12)),
  );
  expect(
    cuped([
      arm([
        [5, 1],
        [6, 1],
      ]),
    ]),
  ).toMatchObject({ theta: 0, varianceKept: 1 });
});

test("quantiles are R's type 7, and one cap serves all arms", () => {
  expect(quantileOf([1, 2, 3, 4, 10], 0.9)).toBeCloseTo(7.6, 12);
  expect(
    winsorise(
      [
        [1, 2, 1_000],
        [3, 4],
      ],
      0.75,
    ),
  ).toEqual({
    cap: 4,
    arms: [
      [1, 2, 4],
      [3, 4],
    ],
    capped: 1,
  });
  expect(winsorise([[], []], 0.99)).toEqual({ cap: 0, arms: [[], []], capped: 0 });
});
