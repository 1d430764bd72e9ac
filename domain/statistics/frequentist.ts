import { normalCdf } from "./distributions.ts";
import { type Lift, type LiftFault, liftOf, type Scale } from "./lift.ts";
import { momentsOf, type Sample } from "./sample.ts";
import { studentCdf, studentQuantile } from "./student.ts";

export type Interval = { low: number; high: number };

/** A two-sided test: the lift on its scale, its interval at 1 − α, and the chance of as much under no difference. */
export type Tested =
  | { kind: "tested"; scale: Scale; lift: number; error: number; interval: Interval; p: number; df: number }
  | { kind: "none"; reason: LiftFault };

/**
 * Welch's t test (Welch 1947) on the lift, two-sided, with Welch and Satterthwaite's degrees of freedom over the two
 * arms' variances; on the relative scale by the delta method. Agrees with GrowthBook's `TwoSidedTTest`.
 */
export function welchTest(
  control: Sample,
  treatment: Sample,
  { scale, alpha }: { scale: Scale; alpha: number },
): Tested {
  const found = liftOf(control, treatment, scale);
  if (found.kind === "none") return found;
  const { lift } = found;
  const df = satterthwaite(momentsOf(control), momentsOf(treatment));
  // By the lower tail, which keeps its digits where 1 − α / 2 is one already.
  const p = Math.min(1, 2 * studentCdf(-Math.abs(lift.estimate / lift.error), df));
  const half = -studentQuantile(alpha / 2, df) * lift.error;
  return { ...tested(lift, half), p, df };
}

type Arm = { units: number; variance: number };

function satterthwaite(a: Arm, b: Arm): number {
  const [one, two] = [a.variance / a.units, b.variance / b.units];
  const spread = one ** 2 / Math.max(1, a.units - 1) + two ** 2 / Math.max(1, b.units - 1);
  return spread > 0 ? (one + two) ** 2 / spread : Number.POSITIVE_INFINITY;
}

/** The two-proportion z test with pooled variance, two-sided, no continuity correction (R: prop.test(correct = FALSE)). */
export function twoProportionTest(
  control: { units: number; successes: number },
  treatment: { units: number; successes: number },
): { kind: "tested"; difference: number; z: number; p: number } | { kind: "none"; reason: LiftFault } {
  if (!(control.units > 0) || !(treatment.units > 0)) return { kind: "none", reason: "empty_arm" };
  const pooled = (control.successes + treatment.successes) / (control.units + treatment.units);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / control.units + 1 / treatment.units));
  if (!(error > 0)) return { kind: "none", reason: "constant_arms" };
  const difference = treatment.successes / treatment.units - control.successes / control.units;
  const z = difference / error;
  return { kind: "tested", difference, z, p: 2 * normalCdf(-Math.abs(z)) };
}

function tested({ scale, estimate, error }: Lift, half: number) {
  const interval = { low: estimate - half, high: estimate + half };
  return { kind: "tested" as const, scale, lift: estimate, error, interval };
}
