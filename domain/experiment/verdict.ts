import { type Arm, baselineOf, type Plan } from "../experiment.ts";
import type { Interval } from "../statistics/frequentist.ts";
import { type Moments, momentsOf, type Sample } from "../statistics/sample.ts";
import type { SampleRatio } from "../statistics/sample-ratio.ts";
import type { Comparison } from "./compare.ts";
import type { GuardrailReading } from "./guardrails.ts";
import { comparisonsOf, isFound, mostDays, smallest } from "./planning.ts";

export const verdictKinds = [
  "nobody_yet",
  "arm_without_traffic",
  "sample_ratio_off",
  "guardrail_broken",
  "wins",
  "baseline_wins",
  "no_difference",
  "not_enough",
  "inconclusive",
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/**
 * What may be said now. `lift` and `interval` are on the experiment's scale, the interval always valid. `daysLeft` is an
 * estimate from the traffic so far, null where it would take more than a year. `inconclusive`: the end came first.
 */
export type Verdict =
  | { kind: "nobody_yet" }
  | { kind: "arm_without_traffic"; arms: string[] }
  | { kind: "sample_ratio_off"; p: number }
  | { kind: "guardrail_broken"; arm: string; metric: GuardrailReading["metric"] }
  | { kind: "wins"; arm: string; against: string; scale: Plan["scale"]; lift: number; interval: Interval }
  | {
      kind: "baseline_wins";
      arm: string;
      scale: Plan["scale"];
      over: { arm: string; lift: number; interval: Interval }[];
    }
  | { kind: "no_difference"; within: number; scale: Plan["scale"] }
  | { kind: "not_enough"; daysLeft: number | null }
  | { kind: "inconclusive" };

export type Evidence = {
  arms: Arm[];
  plan: Plan;
  samples: Map<string, Sample>;
  comparisons: Comparison[];
  sampleRatio: SampleRatio;
  guardrails: GuardrailReading[];
  /** Days since the first assignment, at least one. */
  days: number;
  ended: boolean;
};

/** The first of these that holds: nothing to see, a fault of assignment, a broken guardrail, a finding, or not enough yet. */
export function verdictOf(evidence: Evidence): Verdict {
  const { arms, samples, sampleRatio, guardrails } = evidence;
  const units = (arm: Arm) => samples.get(arm.name)?.units ?? 0;
  if (arms.every((arm) => units(arm) === 0)) return { kind: "nobody_yet" };
  if (sampleRatio.kind === "checked" && sampleRatio.mismatch) return { kind: "sample_ratio_off", p: sampleRatio.p };
  const empty = arms.filter((arm) => units(arm) === 0);
  if (empty.length > 0) return { kind: "arm_without_traffic", arms: empty.map((arm) => arm.name) };
  const broken = guardrails.find((one) => one.state === "broken");
  if (broken) return { kind: "guardrail_broken", arm: broken.arm, metric: broken.metric };
  return findingOf(evidence) ?? waitingOf(evidence);
}

function findingOf({ plan, comparisons }: Evidence): Verdict | null {
  const { scale, alpha, minimumEffect } = plan;
  const decided = comparisons
    .filter((one) => one.decides)
    .map((one) => ({ ...one, reading: scale === "relative" ? one.relative : one.absolute }));
  const read = decided.flatMap(({ arm, against, adjusted, reading }) =>
    reading.kind === "read" ? [{ arm, against, adjusted, lift: reading.lift, interval: reading.watched }] : [],
  );
  const sure = read.filter((one) => one.adjusted !== null && one.adjusted < alpha);
  const best = sure.filter((one) => one.lift > 0).sort((a, b) => b.lift - a.lift)[0];
  if (best)
    return { kind: "wins", arm: best.arm, against: best.against, scale, lift: best.lift, interval: best.interval };
  const first = read[0];
  if (!first || read.length < decided.length) return null;
  if (sure.length === read.length) {
    const over = sure.map(({ arm, lift, interval }) => ({ arm, lift, interval }));
    return { kind: "baseline_wins", arm: first.against, scale, over };
  }
  const within = minimumEffect ?? 0;
  const small = ({ interval }: { interval: Interval }) => interval.low > -within && interval.high < within;
  return within > 0 && read.every(small) ? { kind: "no_difference", within, scale } : null;
}

function waitingOf(evidence: Evidence): Verdict {
  return evidence.ended ? { kind: "inconclusive" } : { kind: "not_enough", daysLeft: daysLeft(evidence) };
}

/**
 * Days until the minimum effect, were it there, would be found in every arm, if contacts keep coming as they came so far:
 * the arms' own samples are taken several times over until the always-valid interval is narrow enough.
 */
function daysLeft({ arms, plan, samples, days }: Evidence): number | null {
  const baseline = baselineOf(arms);
  const control = baseline && samples.get(baseline.name);
  if (!control || plan.minimumEffect === null) return null;
  const { mean } = momentsOf(control);
  const difference = plan.scale === "relative" ? plan.minimumEffect * Math.abs(mean) : plan.minimumEffect;
  if (!(difference > 0)) return null;
  const alpha = plan.alpha / comparisonsOf(arms);
  const others = arms.filter((arm) => arm !== baseline && arm.kind === "variant");
  const times = others.map((arm) => {
    const treatment = samples.get(arm.name);
    if (!treatment) return Number.POSITIVE_INFINITY;
    const finds = (hundredths: number) => {
      const one: Sample = { kind: "moments", ...timesOver(control, hundredths / 100) };
      const two: Sample = { kind: "moments", ...timesOver(treatment, hundredths / 100), mean: mean + difference };
      return isFound(one, two, { alpha, power: plan.power });
    };
    return smallest(finds, 100) / 100;
  });
  const left = Math.ceil((Math.max(...times) - 1) * days);
  return Number.isFinite(left) && left <= mostDays ? Math.max(1, left) : null;
}

/** The same mean and spread over so many times the contacts. */
function timesOver(sample: Sample, times: number): Moments {
  const moments = momentsOf(sample);
  return { ...moments, units: moments.units * times };
}
