import { z } from "zod";
import { wilsonInterval } from "#domain/results.ts";
import { inversePropensityMean, thompsonShares } from "#domain/statistics/allocation.ts";
import { betaComparison, betaPosterior, normalPosterior } from "#domain/statistics/bayesian.ts";
import { benjaminiHochberg, holm } from "#domain/statistics/corrections.ts";
import { cuped } from "#domain/statistics/cuped.ts";
import { normalQuantile } from "#domain/statistics/distributions.ts";
import { twoProportionTest, welchTest } from "#domain/statistics/frequentist.ts";
import { scales } from "#domain/statistics/lift.ts";
import { baselineOfShare, minimumDetectable, powerOf, sampleSize } from "#domain/statistics/power.ts";
import { sampleOf } from "#domain/statistics/sample.ts";
import { checkSampleRatio } from "#domain/statistics/sample-ratio.ts";
import { sequentialTest, tuningUnits } from "#domain/statistics/sequential.ts";
import { winsorise } from "#domain/statistics/winsorise.ts";

const count = z.int().min(0);
const counts = z.strictObject({ units: count, successes: count }).refine((arm) => arm.successes <= arm.units, {
  error: "successes exceed units",
  path: ["successes"],
});

// Greater ones leave a double's reach once they are squared.
const number = z.number().min(-1e100).max(1e100);

/** No values have a sum of squares below their sum's square over their number; a little is left to rounding. */
function adds({ units, sum, sumOfSquares }: { units: number; sum: number; sumOfSquares: number }): boolean {
  if (units === 0) return sum === 0 && sumOfSquares === 0;
  return (sum / units) * sum <= sumOfSquares * (1 + 1e-9);
}

/** An arm as counts, as sums, or as the values themselves. */
const sample = z.union([
  counts.transform((arm) => ({ kind: "proportion" as const, ...arm })),
  z
    .strictObject({ units: count, sum: number, sumOfSquares: z.number().min(0) })
    .refine(adds, { error: "sumOfSquares is less than any values with this sum have", path: ["sumOfSquares"] })
    .transform((arm) => ({ kind: "mean" as const, ...arm })),
  z.strictObject({ values: z.array(number).max(1_000_000) }).transform((arm) => sampleOf(arm.values)),
]);

const alpha = z.number().gt(0).lt(1).default(0.05);
const scale = z.enum(scales).default("relative");
const power = z.number().gt(0).lt(1).default(0.8);
const portion = z.number().gt(0).lt(1).default(0.5);
const pair = { control: sample, treatment: sample, scale, alpha };
const beta = z.strictObject({ alpha: z.number().gt(0), beta: z.number().gt(0) });
const prior = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("flat") }),
    z.strictObject({ kind: z.literal("normal"), mean: number, variance: z.number().gt(0) }),
  ])
  .default({ kind: "flat" });

/** Either a share, whose variance follows, or a mean with the variance of one unit. */
const baseline = z.union([
  z
    .strictObject({ share: z.number().gt(0).lt(1) })
    .transform(({ share }) => ({ ...baselineOfShare(share), isShare: true })),
  z.strictObject({ mean: number, variance: z.number().gt(0) }),
]);

const cupedArm = z
  .strictObject({
    ...{ units: count, y: number, ySquares: z.number().min(0) },
    ...{ x: number, xSquares: z.number().min(0), xy: number },
  })
  .refine((arm) => adds({ units: arm.units, sum: arm.y, sumOfSquares: arm.ySquares }), {
    error: "ySquares is less than any values with this sum have",
    path: ["ySquares"],
  })
  .refine((arm) => adds({ units: arm.units, sum: arm.x, sumOfSquares: arm.xSquares }), {
    error: "xSquares is less than any values with this sum have",
    path: ["xSquares"],
  });

type Method = { shape: z.ZodType; answer: (request: unknown) => unknown };

function method<Shape extends z.ZodType>(shape: Shape, answer: (request: z.output<Shape>) => unknown): Method {
  return { shape, answer: (request) => answer(request as z.output<Shape>) };
}

/** Every method by its name, with the shape of its request. `docs/statistics.md` describes them. */
export const methods: Record<string, Method> = {
  welch: method(z.strictObject(pair), ({ control, treatment, ...rest }) => welchTest(control, treatment, rest)),
  two_proportion: method(z.strictObject({ control: counts, treatment: counts }), ({ control, treatment }) =>
    twoProportionTest(control, treatment),
  ),
  sequential: method(
    z.strictObject({ ...pair, tunedFor: z.number().gt(0).default(tuningUnits) }),
    ({ control, treatment, ...rest }) => sequentialTest(control, treatment, rest),
  ),
  bayes_normal: method(z.strictObject({ ...pair, prior }), ({ control, treatment, ...rest }) =>
    normalPosterior(control, treatment, rest),
  ),
  bayes_beta: method(
    z.strictObject({ control: counts, treatment: counts, prior: beta.default({ alpha: 1, beta: 1 }) }),
    (ask) => betaComparison(betaPosterior(ask.control, ask.prior), betaPosterior(ask.treatment, ask.prior)),
  ),
  wilson: method(counts.safeExtend({ alpha }), (ask) =>
    wilsonInterval(ask.successes, ask.units, -normalQuantile(ask.alpha / 2)),
  ),
  cuped: method(z.strictObject({ arms: z.array(cupedArm).min(1) }), ({ arms }) => cuped(arms)),
  winsorise: method(
    z.strictObject({ arms: z.array(z.array(number)), quantile: z.number().min(0).max(1).default(0.99) }),
    ({ arms, quantile }) => winsorise(arms, quantile),
  ),
  holm: method(z.strictObject({ p: z.array(z.number().min(0).max(1)) }), ({ p }) => ({ p: holm(p) })),
  benjamini_hochberg: method(z.strictObject({ p: z.array(z.number().min(0).max(1)) }), ({ p }) => ({
    p: benjaminiHochberg(p),
  })),
  sample_ratio: method(
    z.strictObject({ arms: z.array(z.strictObject({ units: count, weight: z.number().min(0) })) }),
    ({ arms }) => checkSampleRatio(arms),
  ),
  sample_size: method(
    z.strictObject({ baseline, difference: number, alpha, power, share: portion }),
    ({ baseline: from, difference, ...design }) => ({ units: sampleSize(from, difference, design) }),
  ),
  power: method(
    z.strictObject({ baseline, difference: number, units: count, alpha, share: portion }),
    ({ baseline: from, difference, ...design }) => ({ power: powerOf(from, difference, design) }),
  ),
  minimum_detectable: method(
    z.strictObject({ baseline, units: count.min(1), alpha, power, share: portion }),
    ({ baseline: from, ...design }) => ({ difference: minimumDetectable(from, design) }),
  ),
  thompson: method(
    z.strictObject({ arms: z.array(counts), floor: z.number().min(0).max(1).default(0.05) }),
    ({ arms, floor }) => ({
      shares: thompsonShares(
        arms.map((arm) => betaPosterior(arm)),
        floor,
      ),
    }),
  ),
  inverse_propensity: method(
    z.strictObject({
      arm: z.string(),
      units: z.array(z.strictObject({ arm: z.string(), share: z.number().min(1e-6).max(1), value: number })),
    }),
    ({ arm, units }) => inversePropensityMean(units, arm),
  ),
};
