import { chiSquareTail } from "./distributions.ts";

/** The chance under which arms as uneven as these are taken for a fault of assignment rather than for chance. */
export const sampleRatioAlpha = 0.001;

export type SampleRatio =
  | { kind: "checked"; chiSquare: number; df: number; p: number; mismatch: boolean }
  | { kind: "none"; reason: "empty" | "one_arm" };

/**
 * Whether the arms have the sizes that their weights promise: Pearson's chi-square test (Fabijan et al. 2019, "Diagnosing
 * Sample Ratio Mismatch"). A mismatch blocks every verdict. An arm of weight zero must be empty and counts no further.
 */
export function checkSampleRatio(arms: { units: number; weight: number }[]): SampleRatio {
  const total = arms.reduce((sum, arm) => sum + arm.units, 0);
  const weights = arms.reduce((sum, arm) => sum + arm.weight, 0);
  if (total === 0 || !(weights > 0)) return { kind: "none", reason: "empty" };
  const weighted = arms.filter((arm) => arm.weight > 0);
  if (arms.some((arm) => arm.weight <= 0 && arm.units > 0)) {
    return { kind: "checked", chiSquare: Number.MAX_VALUE, df: weighted.length, p: 0, mismatch: true };
  }
  if (weighted.length < 2) return { kind: "none", reason: "one_arm" };
  const chiSquare = weighted.reduce((sum, { units, weight }) => {
    const expected = (total * weight) / weights;
    return sum + (units - expected) ** 2 / expected;
  }, 0);
  const df = weighted.length - 1;
  const p = chiSquareTail(chiSquare, df);
  return { kind: "checked", chiSquare, df, p, mismatch: p < sampleRatioAlpha };
}
