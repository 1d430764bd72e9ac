import { normalCdf, normalQuantile } from "./distributions.ts";

/** What a comparison starts from: the control's mean and the variance of one unit; for a share p that is p (1 − p). */
export type Baseline = { mean: number; variance: number };

/** `alpha` is two-sided; `share` is the treatment's part of both arms' units, one half unless said. */
export type Design = { alpha: number; power: number; share?: number };

export function baselineOfShare(share: number): Baseline {
  return { mean: share, variance: share * (1 - share) };
}

/**
 * Units over both arms for a two-sided z test to find an absolute difference with the given power: n = (z₁₋α/₂ + z_power)²
 * (σ²_C / (1 − s) + σ²_T / s) / δ² (Chow, Shao and Wang, Sample Size Calculations, §3.2 and §4.2, unpooled). A share's
 * treatment has its own variance at its own rate. Infinite where there is no difference to find, or the share would leave
 * [0, 1] by it.
 */
export function sampleSize(baseline: Baseline & { isShare?: boolean }, difference: number, design: Design): number {
  if (difference === 0 || isBeyond(baseline, difference)) return Number.POSITIVE_INFINITY;
  const z = -normalQuantile(design.alpha / 2) + normalQuantile(design.power);
  return Math.ceil((z * z * perUnitVariance(baseline, difference, design.share)) / difference ** 2);
}

/** The chance that so many units over both arms find the difference; none where a share cannot differ so much. */
export function powerOf(
  baseline: Baseline & { isShare?: boolean },
  difference: number,
  { units, alpha, share }: { units: number; alpha: number; share?: number },
): number {
  if (isBeyond(baseline, difference)) return 0;
  const error = Math.sqrt(perUnitVariance(baseline, difference, share) / units);
  if (!(error > 0)) return difference === 0 ? alpha : 1;
  const [away, z] = [Math.abs(difference) / error, -normalQuantile(alpha / 2)];
  return normalCdf(away - z) + normalCdf(-away - z);
}

/** The smallest absolute difference that so many units over both arms find with the given power; by bisection. */
export function minimumDetectable(
  baseline: Baseline & { isShare?: boolean },
  { units, alpha, power, share }: Design & { units: number },
): number {
  let low = 0;
  let high = baseline.isShare ? 1 - baseline.mean : Math.max(1e-9, Math.sqrt(baseline.variance));
  const found = (difference: number) => powerOf(baseline, difference, { units, alpha, share }) >= power;
  while (!baseline.isShare && !found(high) && high < 1e15) high *= 2;
  if (!found(high)) return Number.POSITIVE_INFINITY;
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (found(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether a share would be less than nothing or more than all; rounding apart. */
export function isBeyond({ mean, isShare }: Baseline & { isShare?: boolean }, difference: number): boolean {
  return Boolean(isShare) && (mean + difference < -1e-12 || mean + difference > 1 + 1e-12);
}

function perUnitVariance(baseline: Baseline & { isShare?: boolean }, difference: number, share = 0.5): number {
  const rate = Math.min(1, Math.max(0, baseline.mean + difference));
  const treatment = baseline.isShare ? rate * (1 - rate) : baseline.variance;
  return baseline.variance / (1 - share) + treatment / share;
}
