import { logGamma } from "./distributions.ts";

/** A distribution of shares: α − 1 successes and β − 1 failures over a uniform prior. */
export type Beta = { alpha: number; beta: number };

/**
 * x^a (1 − x)^b / B(a, b), by Stirling's errors and deviances (Loader 2000, "Fast and Accurate Computation of Binomial
 * Probabilities"): nothing overflows and no digits are lost, however great a and b are.
 */
export function betaKernel(x: number, a: number, b: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return Math.sqrt((a / n) * (b / (2 * Math.PI))) * Math.exp(errors - deviance(a, n * x) - deviance(b, n * (1 - x)));
}

/** ln Γ(a) less Stirling's formula for it. */
function stirlingError(a: number): number {
  if (a < 10) return logGamma(a) - ((a - 0.5) * Math.log(a) - a + 0.5 * Math.log(2 * Math.PI));
  const square = a * a;
  return (1 / 12 - (1 / 360 - (1 / 1_260 - (1 / 1_680 - 1 / (1_188 * square)) / square) / square) / square) / a;
}

/** a ln(a / m) + m − a, by its series where a and m are near each other. */
function deviance(a: number, m: number): number {
  if (Math.abs(a - m) >= 0.1 * (a + m)) return a * Math.log(a / m) + m - a;
  const v = (a - m) / (a + m);
  let sum = (a - m) * v;
  let power = 2 * a * v;
  for (let odd = 3; odd < 1_000; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** I_x(a, b), the regularised incomplete beta function: continued fraction by Lentz's method (DLMF 8.17.22). */
export function betaIncomplete(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = betaKernel(x, a, b);
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

const tiny = 1e-300;
const precise = 1e-15;

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = guard(1 - ((a + b) * x) / (a + 1));
  let result = 1 / d;
  d = 1 / d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / guard(1 + term * d);
      c = guard(1 + term / c);
      step = c * d;
      result *= step;
    }
    if (Math.abs(step - 1) < precise) return result;
  }
  return result;
}

const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/** An angle φ stands for the share sin² φ: on this scale every Beta has about the same width for its n. */
export const shareAt = (angle: number) => Math.sin(angle) ** 2;

// Nine deviations hold all but 10⁻¹³.
const deviations = 9;

/** The angles between which a Beta's mass lies. */
export function massOf({ alpha, beta }: Beta): { from: number; to: number } {
  const centre = Math.asin(Math.sqrt(alpha / (alpha + beta)));
  const half = deviations / (2 * Math.sqrt(alpha + beta + 1));
  return { from: Math.max(0, centre - half), to: Math.min(Math.PI / 2, centre + half) };
}

/** So many angles and one more, evenly from one to the other. */
export function evenly({ from, to }: { from: number; to: number }, cells: number): number[] {
  return Array.from({ length: cells + 1 }, (_, index) => from + ((to - from) * index) / cells);
}

/** The distribution function at an angle; no arithmetic where there is no mass. */
export function massBelow(own: Beta, angle: number): number {
  const { from, to } = massOf(own);
  if (angle < from) return 0;
  if (angle > to) return 1;
  return betaIncomplete(shareAt(angle), own.alpha, own.beta);
}
