import { betaIncomplete, logGamma, normalCdf, normalDensity, normalQuantile } from "./distributions.ts";
import type { Interval } from "./frequentist.ts";
import { type LiftFault, liftOf, type Scale } from "./lift.ts";
import type { Sample } from "./sample.ts";

/** What was believed of the lift before: normal around `mean`, or flat (nothing believed). On the lift's own scale. */
export type Prior = { kind: "flat" } | { kind: "normal"; mean: number; variance: number };

/** `chanceToWin`: that the lift is above zero. `expectedLoss`: the lift lost on average by choosing that arm wrongly. */
export type Believed =
  | {
      kind: "believed";
      scale: Scale;
      lift: number;
      error: number;
      interval: Interval;
      chanceToWin: number;
      expectedLoss: { treatment: number; control: number };
    }
  | { kind: "none"; reason: LiftFault };

/**
 * The normal posterior of the lift: the delta method's likelihood times a normal or flat prior (conjugate, Gelman et al.,
 * Bayesian Data Analysis, §2.5). With a flat prior it agrees with GrowthBook's `EffectBayesianABTest`.
 */
export function normalPosterior(
  control: Sample,
  treatment: Sample,
  { scale, alpha, prior = { kind: "flat" } }: { scale: Scale; alpha: number; prior?: Prior },
): Believed {
  const found = liftOf(control, treatment, scale);
  if (found.kind === "none") return found;
  const { mean, error } = combine(found.lift, prior);
  const half = normalQuantile(1 - alpha / 2) * error;
  const away = mean / error;
  return {
    kind: "believed",
    scale,
    lift: mean,
    error,
    interval: { low: mean - half, high: mean + half },
    chanceToWin: normalCdf(away),
    expectedLoss: {
      treatment: error * normalDensity(away) - mean * normalCdf(-away),
      control: error * normalDensity(away) + mean * normalCdf(away),
    },
  };
}

function combine({ estimate, error }: { estimate: number; error: number }, prior: Prior) {
  if (prior.kind === "flat") return { mean: estimate, error };
  const [data, before] = [1 / error ** 2, 1 / prior.variance];
  return { mean: (estimate * data + prior.mean * before) / (data + before), error: Math.sqrt(1 / (data + before)) };
}

export type BetaArm = { units: number; successes: number };

/** A share after seeing the arm, under a Beta prior: Beta(successes + α, failures + β). */
export type Beta = { alpha: number; beta: number };

export function betaPosterior({ units, successes }: BetaArm, prior: Beta = { alpha: 1, beta: 1 }): Beta {
  return { alpha: successes + prior.alpha, beta: Math.max(0, units - successes) + prior.beta };
}

export type BetaComparison = { chanceToWin: number; expectedLoss: { treatment: number; control: number } };

/**
 * P(treatment > control) of two Beta posteriors, with the expected loss of each choice on the absolute scale, by
 * integrating one density against the other's distribution function (Evan Miller 2014's integral, by quadrature).
 */
export function betaComparison(control: Beta, treatment: Beta): BetaComparison {
  const chanceToWin = integrate(
    (x) => density(treatment, x) * betaIncomplete(x, control.alpha, control.beta),
    treatment,
  );
  const difference = meanOf(treatment) - meanOf(control);
  // E[max(c − t, 0)] = ∫ F_t(x) (1 − F_c(x)) dx, and the other loss is greater by the difference of the means.
  const lost = integrate(
    (x) => betaIncomplete(x, treatment.alpha, treatment.beta) * (1 - betaIncomplete(x, control.alpha, control.beta)),
    null,
  );
  return { chanceToWin, expectedLoss: { treatment: lost, control: lost + difference } };
}

export const meanOf = ({ alpha, beta }: Beta) => alpha / (alpha + beta);

/** At the very ends only a uniform side has mass; a prior below one has no end that could be drawn. */
function density({ alpha, beta }: Beta, x: number): number {
  const front = Math.exp(logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta));
  if (x <= 0) return x === 0 && alpha === 1 ? front : 0;
  if (x >= 1) return x === 1 && beta === 1 ? front : 0;
  return front * Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x));
}

const panels = 4_000;

/** Simpson's rule over [0, 1], or over the ten standard deviations around a Beta's mean where its mass is. */
function integrate(f: (x: number) => number, around: Beta | null): number {
  const spread = around
    ? 10 * Math.sqrt((meanOf(around) * (1 - meanOf(around))) / (around.alpha + around.beta + 1))
    : 1;
  const from = around ? Math.max(0, meanOf(around) - spread) : 0;
  const to = around ? Math.min(1, meanOf(around) + spread) : 1;
  const width = (to - from) / panels;
  let sum = 0;
  for (let index = 0; index <= panels; index++) {
    const weight = index === 0 || index === panels ? 1 : index % 2 === 1 ? 4 : 2;
    sum += weight * f(from + index * width);
  }
  return (sum * width) / 3;
}
