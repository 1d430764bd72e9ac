import { expect, test } from "vitest";
import { thompsonShares } from "./allocation.ts";
import { betaComparison, betaPosterior, normalPosterior } from "./bayesian.ts";
import { betaIncomplete } from "./beta.ts";
import { welchTest } from "./frequentist.ts";
import { sampleOf } from "./sample.ts";

// SciPy 1.17: betainc(a, b, x).
test.each([
  [0.5001, 3e6, 3e6, 0.6878969371276629],
  [0.010003, 1e7, 0.99e9, 0.8298245222807281],
  [0.50001, 1e9, 1e9, 0.8144533152313072],
  [1e-6, 100, 1e8, 0.5133027644483437],
  [0.3, 0.5, 0.5, 0.36901011956554536],
])("I(%s; %s, %s) keeps its digits at any size", (x, a, b, theirs) => {
  expect(Math.abs(betaIncomplete(x, a, b) / theirs - 1)).toBeLessThan(1e-9);
});

const arm = (units: number, successes: number) => betaPosterior({ units, successes });

// SciPy: quad and trapezoid over the posteriors' densities and distribution functions.
test.each([
  [1e6, 10_000, 10_150, 0.8558919415773839, 1.0441636149191901e-5],
  [1e7, 100_000, 100_500, 0.8691274464555832, 2.924912546452343e-6],
  [1e9, 10_000_000, 10_005_000, 0.8693932142966853, 2.9143667365762666e-7],
])("compares arms of %d contacts, where a posterior is narrower than any fixed grid", (units, one, two, wins, loss) => {
  const { chanceToWin, expectedLoss } = betaComparison(arm(units, one), arm(units, two));
  expect(chanceToWin).toBeCloseTo(wins, 7);
  expect(Math.abs(expectedLoss.treatment / loss - 1)).toBeLessThan(1e-6);
  expect(Math.abs((expectedLoss.control - expectedLoss.treatment) / ((two - one) / (units + 2)) - 1)).toBeLessThan(
    1e-6,
  );
  const [other, best] = thompsonShares([arm(units, one), arm(units, two)], 0);
  expect(best).toBeCloseTo(wins, 3);
  expect((other ?? 0) + (best ?? 0)).toBeCloseTo(1, 12);
});

test("a wide posterior beside a narrow one, and priors below one, are compared as exactly", () => {
  const jeffreys = { alpha: 0.5, beta: 0.5 };
  const few = betaPosterior({ units: 10, successes: 0 }, jeffreys);
  expect(betaComparison(few, few).chanceToWin).toBeCloseTo(0.5, 10);
  // SciPy: P(Beta(0.5, 0.5) > Beta(2.5, 8.5)).
  const some = betaPosterior({ units: 10, successes: 2 }, jeffreys);
  expect(betaComparison(some, jeffreys).chanceToWin).toBeCloseTo(0.69280587, 6);
  const known = arm(1e9, 3e8);
  // A narrow one at 0.3 is a point: P(Beta(2, 2) > 0.3) = 1 − 0.216.
  expect(betaComparison(known, { alpha: 2, beta: 2 }).chanceToWin).toBeCloseTo(0.784, 6);
  expect(betaComparison({ alpha: 2, beta: 2 }, known).chanceToWin).toBeCloseTo(0.216, 6);
  const apart = betaComparison(arm(1e9, 1e8), arm(1e9, 9e8));
  expect(apart).toEqual({ chanceToWin: 1, expectedLoss: { treatment: 0, control: expect.closeTo(0.8, 8) } });
});

test("values that are all alike are constant, and a small spread far from zero is none the less a spread", () => {
  const scale = "absolute" as const;
  const alike = welchTest(sampleOf([0.1, 0.1, 0.1]), sampleOf([0.3, 0.3, 0.3]), { scale, alpha: 0.05 });
  expect(alike).toEqual({ kind: "none", reason: "constant_arms" });
  const sums = { kind: "mean" as const, units: 7, sum: 7 * 33.33, sumOfSquares: 7 * 33.33 ** 2 };
  expect(
    welchTest(sums, { ...sums, sum: 7 * 50.1, sumOfSquares: 7 * 50.1 ** 2 }, { scale, alpha: 0.05 }),
  ).toMatchObject({ kind: "none" });
  // R: t.test(1e9 + 3:5, 1e9 + 0:2) → p = 0.02131.
  const far = welchTest(sampleOf([1e9, 1e9 + 1, 1e9 + 2]), sampleOf([1e9 + 3, 1e9 + 4, 1e9 + 5]), {
    scale,
    alpha: 0.05,
  });
  expect(far).toMatchObject({ lift: 3, df: 4, p: expect.closeTo(0.0213116, 6) });
});

test("a single unit has no variance: no interval is told of it", () => {
  const asked = { scale: "absolute", alpha: 0.05 } as const;
  expect(welchTest(sampleOf([5]), sampleOf([7, 8, 9]), asked)).toEqual({ kind: "none", reason: "single_unit" });
  expect(normalPosterior(sampleOf([5, 6]), sampleOf([7]), asked)).toEqual({ kind: "none", reason: "single_unit" });
});

test("tails and extreme alphas keep their digits", () => {
  const share = (successes: number, units: number) => ({ kind: "proportion" as const, units, successes });
  // SciPy: 2 * t.sf(8, 1635.7563739376776).
  const far = welchTest(share(100, 1_000), share(500, 1_000), { scale: "relative", alpha: 0.05 });
  if (far.kind === "none") throw new Error(far.reason);
  expect(Math.abs(far.p / 2.3342401719950215e-15 - 1)).toBeLessThan(1e-6);
  // SciPy: t.isf(5e-21, 55.70744914862206) * 0.27169855689735606.
  const sure = welchTest(share(14, 28), share(16, 30), { scale: "relative", alpha: 1e-20 });
  if (sure.kind === "none") throw new Error(sure.reason);
  expect(sure.interval.high - sure.lift).toBeCloseTo(3.973803540098446, 8);
  const many = welchTest(share(1e11, 1e12), share(1.00001e11, 1e12), { scale: "relative", alpha: 0.05 });
  if (many.kind === "none") throw new Error(many.reason);
  expect(many.p).toBeCloseTo(0.01842296996717673, 8);
});
