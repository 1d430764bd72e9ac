import type { Guardrail, GuardrailMetric } from "../experiment.ts";
import type { Interval } from "../statistics/frequentist.ts";
import { momentsOf, type Sample } from "../statistics/sample.ts";
import { sequentialTest } from "../statistics/sequential.ts";

/** Sums over an arm's contacts of what must not get worse: whether it happened to them, or an amount. */
export type GuardrailSums = { arm: string; metric: GuardrailMetric; units: number; sum: number; sumOfSquares: number };

export const guardrailStates = ["kept", "at_risk", "broken", "unknown"] as const;
/**
 * `broken`: the always-valid interval of the difference lies wholly beyond the limit. `at_risk`: the difference lies beyond
 * it, and that may still be chance. `unknown`: an arm has nobody yet.
 */
export type GuardrailState = (typeof guardrailStates)[number];

export type GuardrailReading = Guardrail & {
  arm: string;
  state: GuardrailState;
  value: number;
  baseline: number;
  difference: number;
  interval: Interval | null;
};

/** Each guardrail of each arm against the baseline, on the absolute scale. */
export function readGuardrails(
  sums: GuardrailSums[],
  { guardrails, arms, baseline, alpha }: { guardrails: Guardrail[]; arms: string[]; baseline: string; alpha: number },
): GuardrailReading[] {
  return guardrails.flatMap((guardrail) =>
    arms
      .filter((arm) => arm !== baseline)
      .map((arm) => {
        const [control, treatment] = [
          sampleOf(sums, baseline, guardrail.metric),
          sampleOf(sums, arm, guardrail.metric),
        ];
        return { ...guardrail, arm, ...readOne(guardrail, { control, treatment, alpha }) };
      }),
  );
}

function sampleOf(sums: GuardrailSums[], arm: string, metric: GuardrailMetric): Sample {
  const found = sums.filter((one) => one.arm === arm && one.metric === metric);
  const total = (pick: (one: GuardrailSums) => number) => found.reduce((whole, one) => whole + pick(one), 0);
  return {
    kind: "mean",
    units: total((one) => one.units),
    sum: total((one) => one.sum),
    sumOfSquares: total((one) => one.sumOfSquares),
  };
}

type Pair = { control: Sample; treatment: Sample; alpha: number };

function readOne({ direction, limit }: Guardrail, { control, treatment, alpha }: Pair) {
  const [a, b] = [momentsOf(control), momentsOf(treatment)];
  const difference = b.mean - a.mean;
  const read = { value: b.mean, baseline: a.mean, difference };
  if (a.units === 0 || b.units === 0) return { ...read, state: "unknown" as const, interval: null };
  const worse = direction === "no_higher" ? 1 : -1;
  const tested = sequentialTest(control, treatment, { scale: "absolute", alpha });
  // Arms without any variance have not differed once: there is nothing beyond a limit.
  if (tested.kind === "none") return { ...read, state: "kept" as const, interval: null };
  const { interval } = tested;
  const least = worse > 0 ? interval.low : -interval.high;
  const state: GuardrailState = least > limit ? "broken" : worse * difference > limit ? "at_risk" : "kept";
  return { ...read, state, interval };
}
