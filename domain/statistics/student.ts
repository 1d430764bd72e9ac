import { betaIncomplete } from "./beta.ts";
import { invert, normalCdf } from "./distributions.ts";

// Above, the incomplete beta function loses digits that the normal approximation keeps.
const large = 1e6;

/**
 * Student's t distribution function with `df` degrees of freedom, whole or not. With very many it is the normal one at
 * t (1 − 1 / 4 df) / √(1 + t² / 2 df) (Abramowitz and Stegun 26.7.8), which is then right to ten digits.
 */
export function studentCdf(t: number, df: number): number {
  if (!Number.isFinite(df)) return normalCdf(t);
  if (df > large) return normalCdf((t * (1 - 1 / (4 * df))) / Math.sqrt(1 + (t * t) / (2 * df)));
  const tail = 0.5 * betaIncomplete(df / (df + t * t), df / 2, 0.5);
  return t < 0 ? tail : 1 - tail;
}

/** The t with P(T ≤ t) = p, for 0 < p < 1. */
export function studentQuantile(p: number, df: number): number {
  return invert((t) => studentCdf(t, df), p);
}
