import type { Tested } from "./frequentist.ts";
import { liftOf, type Scale } from "./lift.ts";
import { momentsOf, type Sample } from "./sample.ts";

/** Units over both arms at which the sequential interval is made tightest; GrowthBook's default. */
export const tuningUnits = 5_000;

/**
 * An always-valid interval: it may be looked at after every unit and still misses at most α of the time. Asymptotic
 * confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2021, arXiv 2103.06476, eq. 22), with ρ tuned
 * for `tunedFor` units (eq. 22's optimum, as GrowthBook sets it). `p` is the smallest α whose interval excludes zero.
 */
export function sequentialTest(
  control: Sample,
  treatment: Sample,
  { scale, alpha, tunedFor = tuningUnits }: { scale: Scale; alpha: number; tunedFor?: number },
): Tested {
  const found = liftOf(control, treatment, scale);
  if (found.kind === "none") return found;
  const { estimate, error } = found.lift;
  const units = momentsOf(control).units + momentsOf(treatment).units;
  const weight = units * rhoFor(alpha, tunedFor) ** 2;
  const half = error * Math.sqrt(((2 * (weight + 1)) / weight) * Math.log(Math.sqrt(weight + 1) / alpha));
  const exponent = ((estimate / error) ** 2 * weight) / (2 * (weight + 1));
  const p = Math.min(1, Math.sqrt(weight + 1) * Math.exp(-exponent));
  const interval = { low: estimate - half, high: estimate + half };
  return { kind: "tested", scale, lift: estimate, error, interval, p, df: Number.POSITIVE_INFINITY };
}

function rhoFor(alpha: number, units: number): number {
  const doubled = -2 * Math.log(alpha);
  return Math.sqrt((doubled + Math.log(doubled + 1)) / units);
}
