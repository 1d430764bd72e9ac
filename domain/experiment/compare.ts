import type { Arm } from "../experiment.ts";
import { normalPosterior } from "../statistics/bayesian.ts";
import { benjaminiHochberg, holm } from "../statistics/corrections.ts";
import { type Interval, welchTest } from "../statistics/frequentist.ts";
import type { LiftFault, Scale } from "../statistics/lift.ts";
import type { Sample } from "../statistics/sample.ts";
import { sequentialTest } from "../statistics/sequential.ts";

/**
 * The lift of one arm over another on one scale: `watched` is the always-valid interval, which decides; `fixed` is Welch's,
 * valid for one look alone. `chanceToWin` and `expectedLoss` (of choosing the arm, on the same scale) are under a flat prior.
 */
export type LiftReading =
  | {
      kind: "read";
      scale: Scale;
      lift: number;
      watched: Interval;
      fixed: Interval;
      chanceToWin: number;
      expectedLoss: number;
    }
  | { kind: "none"; scale: Scale; reason: LiftFault };

/**
 * One arm against another on both scales, each under its own name. `p` is always valid, on the scale that decides;
 * `adjusted` is corrected for how many there are: by Holm over the comparisons that decide, so that no false winner is found, by
 * Benjamini and Hochberg over those that are only told, so that few of what they seem to find are false. A comparison with the holdout beside a baseline that is
 * sent something is told, and decides nothing.
 */
export type Comparison = {
  arm: string;
  against: string;
  decides: boolean;
  relative: LiftReading;
  absolute: LiftReading;
  p: number | null;
  adjusted: number | null;
};

type Given = { arms: Arm[]; baseline: Arm; samples: Map<string, Sample>; scale: Scale; alpha: number };

const nobody: Sample = { kind: "mean", units: 0, sum: 0, sumOfSquares: 0 };

/** Every variant against the baseline, and against the holdout where that is another arm. */
export function compareArms({ arms, baseline, samples, scale, alpha }: Given): Comparison[] {
  const variants = arms.filter((arm) => arm.kind === "variant");
  const holdout = arms.find((arm) => arm.kind === "holdout");
  const read = (arm: Arm, against: Arm, decides: boolean): Comparison => {
    const control = samples.get(against.name) ?? nobody;
    const treatment = samples.get(arm.name) ?? nobody;
    const tested = sequentialTest(control, treatment, { scale, alpha });
    return {
      ...{ arm: arm.name, against: against.name, decides },
      relative: readLift(control, treatment, { scale: "relative", alpha }),
      absolute: readLift(control, treatment, { scale: "absolute", alpha }),
      p: tested.kind === "tested" ? tested.p : null,
      adjusted: null,
    };
  };
  const deciding = variants.filter((arm) => arm !== baseline).map((arm) => read(arm, baseline, true));
  const beside = holdout && holdout !== baseline ? variants.map((arm) => read(arm, holdout, false)) : [];
  return [...corrected(deciding, holm), ...corrected(beside, benjaminiHochberg)];
}

function corrected(comparisons: Comparison[], correct: (pValues: number[]) => number[]): Comparison[] {
  const adjusted = correct(comparisons.map((one) => one.p ?? 1));
  return comparisons.map((one, place) => ({ ...one, adjusted: one.p === null ? null : (adjusted[place] ?? null) }));
}

function readLift(control: Sample, treatment: Sample, given: { scale: Scale; alpha: number }): LiftReading {
  const watched = sequentialTest(control, treatment, given);
  const fixed = welchTest(control, treatment, given);
  const believed = normalPosterior(control, treatment, given);
  if (watched.kind === "none") return { kind: "none", scale: given.scale, reason: watched.reason };
  if (fixed.kind === "none") return { kind: "none", scale: given.scale, reason: fixed.reason };
  if (believed.kind === "none") return { kind: "none", scale: given.scale, reason: believed.reason };
  return {
    ...{ kind: "read", scale: given.scale, lift: watched.lift },
    ...{ watched: watched.interval, fixed: fixed.interval },
    ...{ chanceToWin: believed.chanceToWin, expectedLoss: believed.expectedLoss.treatment },
  };
}
