import { type Arm, baselineOf, type Plan } from "../experiment.ts";
import { normalQuantile } from "../statistics/distributions.ts";
import { type Baseline, isBeyond, minimumDetectable, powerOf, sampleSize } from "../statistics/power.ts";
import type { Sample } from "../statistics/sample.ts";
import { sequentialTest } from "../statistics/sequential.ts";
import { isShareMetric } from "./metric.ts";

/** A sequence's own traffic: new contacts in a week, and what one of them brings, over `contacts` that were looked at. */
export type Traffic = { weeklyContacts: number; contacts: number; mean: number; variance: number };

export const horizons = [7, 14, 28, 56] as const;

/**
 * What may be expected of an experiment. `units` are contacts over baseline and the scarcest arm. `days` is how long a single
 * look must wait; `daysWatched` the same for whoever looks each day, by the always-valid interval, which decides here. Days
 * are null where they would be more than `mostDays`, or nothing is known of the traffic.
 */
export type Expectation =
  | {
      kind: "unknown";
      reason: "no_traffic" | "no_baseline" | "no_outcome" | "minimum_effect_missing" | "effect_beyond_all";
    }
  | {
      kind: "expected";
      perDay: number;
      baseline: { mean: number; contacts: number };
      difference: number;
      units: number;
      days: number | null;
      daysWatched: number | null;
      outlook: { days: number; power: number; detectable: number | null; detectableRelative: number | null }[];
    };

export const mostDays = 365;

/** Duration, power and the least effect that can be found, from the tenant's own traffic. */
export function planOf(traffic: Traffic, { arms, plan }: { arms: Arm[]; plan: Plan }): Expectation {
  const pair = scarcestPair(arms);
  if (!pair) return { kind: "unknown", reason: "no_baseline" };
  if (!(traffic.weeklyContacts > 0)) return { kind: "unknown", reason: "no_traffic" };
  if (!(traffic.variance > 0)) return { kind: "unknown", reason: "no_outcome" };
  if (!(plan.minimumEffect !== null && plan.minimumEffect > 0))
    return { kind: "unknown", reason: "minimum_effect_missing" };
  const baseline: Baseline & { isShare: boolean } = {
    ...{ mean: traffic.mean, variance: traffic.variance },
    isShare: isShareMetric(plan.metric),
  };
  // Several comparisons share the error that is allowed: the strictest part of Holm's correction.
  const alpha = plan.alpha / comparisonsOf(arms);
  const difference = plan.scale === "relative" ? plan.minimumEffect * Math.abs(traffic.mean) : plan.minimumEffect;
  if (isBeyond(baseline, difference)) return { kind: "unknown", reason: "effect_beyond_all" };
  const share = pair.treatment / (pair.treatment + pair.control);
  const perDay = (traffic.weeklyContacts / 7) * ((pair.treatment + pair.control) / 100);
  const design = { alpha, power: plan.power, share };
  const units = sampleSize(baseline, difference, design);
  const watched = unitsWatched(baseline, { difference, alpha, power: plan.power, share });
  return {
    kind: "expected",
    ...{ perDay, baseline: { mean: traffic.mean, contacts: traffic.contacts }, difference, units },
    days: daysFor(units, perDay),
    daysWatched: daysFor(watched, perDay),
    outlook: horizons.map((days) => {
      const seen = Math.max(2, Math.floor(perDay * days));
      const found = minimumDetectable(baseline, { ...design, units: seen });
      const detectable = Number.isFinite(found) ? found : null;
      const power = powerOf(baseline, difference, { units: seen, alpha, share });
      const relative = detectable !== null && traffic.mean !== 0 ? detectable / Math.abs(traffic.mean) : null;
      return { days, power, detectable, detectableRelative: relative };
    }),
  };
}

function daysFor(units: number, perDay: number): number | null {
  const days = Math.ceil(units / perDay);
  return Number.isFinite(days) && days <= mostDays ? Math.max(1, days) : null;
}

/** The baseline's share and that of the arm which gets the fewest contacts. */
function scarcestPair(arms: Arm[]): { control: number; treatment: number } | null {
  const baseline = baselineOf(arms);
  const others = arms.filter((arm) => arm !== baseline && arm.kind === "variant" && arm.share > 0);
  if (!baseline || baseline.share <= 0 || others.length === 0) return null;
  return { control: baseline.share, treatment: Math.min(...others.map((arm) => arm.share)) };
}

/** How many comparisons decide: every other variant against the baseline. */
export function comparisonsOf(arms: Arm[]): number {
  const baseline = baselineOf(arms);
  return Math.max(1, arms.filter((arm) => arm !== baseline && arm.kind === "variant").length);
}

type Wanted = { difference: number; alpha: number; power: number; share: number };

/** Contacts over both arms from which the always-valid interval leaves out zero with the given power. */
function unitsWatched(baseline: Baseline, { difference, alpha, power, share }: Wanted): number {
  const sampleAt = (units: number, mean: number): Sample => ({
    kind: "mean",
    units,
    sum: units * mean,
    sumOfSquares: baseline.variance * Math.max(0, units - 1) + units * mean * mean,
  });
  const finds = (units: number) => {
    const control = sampleAt(units * (1 - share), baseline.mean);
    const treatment = sampleAt(units * share, baseline.mean + difference);
    return isFound(control, treatment, { alpha, power });
  };
  return smallest(finds, 4);
}

/** Whether the interval around the arms' own difference, by chance moved down as far as the power allows, leaves out zero. */
export function isFound(
  control: Sample,
  treatment: Sample,
  { alpha, power }: { alpha: number; power: number },
): boolean {
  const tested = sequentialTest(control, treatment, { scale: "absolute", alpha });
  if (tested.kind === "none") return false;
  const half = (tested.interval.high - tested.interval.low) / 2;
  return Math.abs(tested.lift) >= half + normalQuantile(power) * tested.error;
}

/** The smallest number, from `from` on, at which something begins to hold; infinite when it does not by 10¹². */
export function smallest(holds: (units: number) => boolean, from: number): number {
  let high = from;
  while (!holds(high)) {
    high *= 2;
    if (high > 1e12) return Number.POSITIVE_INFINITY;
  }
  let low = high === from ? from : high / 2;
  while (high - low > Math.max(1, low * 0.001)) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return Math.ceil(high);
}
