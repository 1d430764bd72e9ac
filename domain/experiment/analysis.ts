import { type Arm, type ArmKind, baselineOf, type ExperimentMetric, type Plan } from "../experiment.ts";
import type { Day } from "../period.ts";
import { wilsonInterval } from "../results.ts";
import type { Interval } from "../statistics/frequentist.ts";
import type { Scale } from "../statistics/lift.ts";
import { momentsOf, type Sample } from "../statistics/sample.ts";
import { checkSampleRatio, type SampleRatio } from "../statistics/sample-ratio.ts";
import { type Comparison, compareArms } from "./compare.ts";
import { type ArmSums, type EstimateMethod, estimatesOf, expectedUnits, type WeightsRow } from "./estimates.ts";
import { type GuardrailReading, type GuardrailSums, readGuardrails } from "./guardrails.ts";
import { isShareMetric } from "./metric.ts";
import { type SeriesPoint, seriesOf } from "./series.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** What is known of one arm's contacts beside the metric. */
export type ArmCount = { arm: string; exposed: number };

/** What does not count, and is told beside: orders of other currencies, and model cost in another currency (micros). */
export type Apart = {
  otherCurrencies: { currency: string; orders: number }[];
  modelCosts: { currency: string; micros: number }[];
};

/** What the tables say of an experiment: sums for each day, arm and set of weights; days are the tenant's own. */
export type ResultRows = {
  days: (ArmSums & { day: Day })[];
  guardrails: GuardrailSums[];
  exposed: ArmCount[];
  weights: WeightsRow[];
  winsorised: { quantile: number; cap: number; capped: number } | null;
  apart: Apart;
  today: Day;
};

export type ArmReading = {
  name: string;
  kind: ArmKind;
  share: number;
  assigned: number;
  expected: number;
  exposed: number;
  /** The metric summed over the arm's contacts, for shares how many had it at least once; looks of older days lack it. */
  total?: number;
  mean: number;
  interval: Interval;
};

/**
 * An experiment as it stands: `mean` of an arm is per contact assigned, in the metric's unit, with its fixed interval. The
 * scale that decides is said; the other is shown under its own name. Everything is plain JSON.
 */
export type Analysis = {
  at: string;
  metric: ExperimentMetric;
  scale: Scale;
  alpha: number;
  currency: string;
  method: EstimateMethod;
  cuped: { theta: number; varianceKept: number } | null;
  winsorised: ResultRows["winsorised"];
  baseline: string | null;
  arms: ArmReading[];
  comparisons: Comparison[];
  sampleRatio: SampleRatio;
  guardrails: GuardrailReading[];
  series: SeriesPoint[];
  apart: Apart;
  days: number;
  verdict: Verdict;
};

type Asked = { arms: Arm[]; plan: Plan; endsAt: Date | null };

/** Reads an experiment from its sums: estimates, comparisons, checks, the way they went by day, and what may be said. */
export function analyse({ arms, plan, endsAt }: Asked, rows: ResultRows, now: Date): Analysis {
  const names = arms.map((arm) => arm.name);
  const baseline = baselineOf(arms);
  const isShare = isShareMetric(plan.metric);
  const asked = { arms: names, weights: rows.weights, useCuped: plan.cuped, isShare };
  const { method, samples, cuped } = estimatesOf(rows.days, asked);
  const expected = expectedUnits(rows.days, names, rows.weights);
  const sampleRatio = checkSampleRatio(expected);
  const comparisons = baseline ? compareArms({ arms, baseline, samples, ...plan }) : [];
  const watched = { guardrails: plan.guardrails, arms: names, baseline: baseline?.name ?? "", alpha: plan.alpha };
  const guardrails = baseline ? readGuardrails(rows.guardrails, watched) : [];
  const series = baseline ? seriesOf(rows.days, { ...asked, baseline, all: arms, plan, today: rows.today }) : [];
  const days = Math.max(1, series.length);
  const ended = endsAt !== null && endsAt <= now;
  const evidence = { arms, plan, samples, comparisons, sampleRatio, guardrails, days, ended };
  return {
    ...{ at: now.toISOString(), metric: plan.metric, scale: plan.scale, alpha: plan.alpha, currency: plan.currency },
    ...{ method, cuped, winsorised: rows.winsorised, baseline: baseline?.name ?? null },
    arms: arms.map((arm, place) => {
      const sample = samples.get(arm.name);
      const { mean, interval } = meanOf(sample ?? { kind: "mean", units: 0, sum: 0, sumOfSquares: 0 });
      return {
        ...{ name: arm.name, kind: arm.kind, share: arm.share },
        assigned: expected[place]?.units ?? 0,
        expected: expected[place]?.weight ?? 0,
        exposed: rows.exposed.find((one) => one.arm === arm.name)?.exposed ?? 0,
        total: rows.days.reduce((sum, row) => sum + (row.arm === arm.name ? row.y : 0), 0),
        ...{ mean, interval },
      };
    }),
    ...{ comparisons, sampleRatio, guardrails, series, apart: rows.apart, days, verdict: verdictOf(evidence) },
  };
}

/** An arm's own mean with its 95% interval: Wilson's for a share, so that none of fifty is not told as surely none. */
function meanOf(sample: Sample): { mean: number; interval: Interval } {
  const { mean, variance, units } = momentsOf(sample);
  if (sample.kind === "proportion" && units > 0) return { mean, interval: wilsonInterval(sample.successes, units) };
  const half = units > 0 ? 1.959964 * Math.sqrt(variance / units) : 0;
  return { mean, interval: { low: mean - half, high: mean + half } };
}
