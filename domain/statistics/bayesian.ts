import { type Beta, evenly, massBelow, massOf } from "./beta.ts";
import { normalCdf, normalDensity, normalQuantile } from "./distributions.ts";
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
  const half = -normalQuantile(alpha / 2) * error;
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
export function betaPosterior({ units, successes }: BetaArm, prior: Beta = { alpha: 1, beta: 1 }): Beta {
  return { alpha: successes + prior.alpha, beta: Math.max(0, units - successes) + prior.beta };
}

export type BetaComparison = { chanceToWin: number; expectedLoss: { treatment: number; control: number } };

/**
 * P(treatment > control) of two Beta posteriors (Evan Miller 2014's integral) with the expected loss of each choice on the
 * absolute scale, E[max(other − chosen, 0)] = ∫ F_chosen (1 − F_other); by quadrature where the mass is, at any counts.
 */
export function betaComparison(control: Beta, treatment: Beta): BetaComparison {
  return {
    chanceToWin: chanceAbove(treatment, control),
    expectedLoss: { treatment: lossOf(treatment, control), control: lossOf(control, treatment) },
  };
}

const cells = 2_000;

/** ∫ F_other dF_one over the narrower of the two, by trapezoids of twice the width taken out (Richardson). */
function chanceAbove(one: Beta, other: Beta): number {
  const widthOf = (beta: Beta) => massOf(beta).to - massOf(beta).from;
  if (widthOf(one) > widthOf(other)) return 1 - chanceAbove(other, one);
  const angles = evenly(massOf(one), cells);
  const own = angles.map((angle) => massBelow(one, angle));
  const below = angles.map((angle) => massBelow(other, angle));
  const sumBy = (step: number) => {
    let sum = 0;
    for (let at = 0; at < cells; at += step) {
      const [mass, height] = [(own[at + step] ?? 0) - (own[at] ?? 0), (below[at] ?? 0) + (below[at + step] ?? 0)];
      sum += (mass * height) / 2;
    }
    return sum;
  };
  return Math.min(1, Math.max(0, (4 * sumBy(1) - sumBy(2)) / 3));
}

/** Piece by piece between the ends of both, so that a narrow posterior is not missed beside a wide one. */
function lossOf(chosen: Beta, other: Beta): number {
  const [own, theirs] = [massOf(chosen), massOf(other)];
  const inside = (angle: number) => angle > own.from && angle < theirs.to;
  const ends = [own.from, own.to, theirs.from, theirs.to].filter(inside);
  const marks = [own.from, ...ends.sort((a, b) => a - b), theirs.to];
  if (theirs.to <= own.from) return 0;
  return marks.slice(1).reduce((sum, to, place) => sum + piece(chosen, other, { from: marks[place] ?? to, to }), 0);
}

/** Simpson's rule; dx is sin 2φ dφ. */
function piece(chosen: Beta, other: Beta, range: { from: number; to: number }): number {
  const width = (range.to - range.from) / cells;
  if (!(width > 0)) return 0;
  const sum = evenly(range, cells).reduce((total, angle, place) => {
    const weight = place === 0 || place === cells ? 1 : place % 2 === 1 ? 4 : 2;
    return total + weight * Math.sin(2 * angle) * massBelow(chosen, angle) * (1 - massBelow(other, angle));
  }, 0);
  return (sum * width) / 3;
}
