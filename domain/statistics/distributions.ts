/** Numerical parts of the distributions that the methods need; each is checked in its test against values of R 4. */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0, by Lanczos's approximation (g = 7, n = 9); about 15 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const sum = lanczos.slice(1).reduce((total, c, index) => total + c / (x + index), lanczos[0] ?? 1);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const tiny = 1e-300;
const precise = 1e-15;

const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/** Q(a, x), the upper regularised incomplete gamma function: series below a + 1, continued fraction above (DLMF 8.7, 8.9). */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(sum) * precise; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 10_000; n++) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / guard(term * d + b);
    c = guard(b + term / c);
    result *= c * d;
    if (Math.abs(c * d - 1) < precise) break;
  }
  return front * result;
}

/** Φ(z), the standard normal distribution function, through the incomplete gamma function: exact also far in the tails. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const tail = 0.5 * gammaUpper(0.5, (z * z) / 2);
  return z < 0 ? tail : 1 - tail;
}

export function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The z with Φ(z) = p, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  return invert((z) => normalCdf(z), p);
}

/** P(X > x) of the chi-square distribution with `df` degrees of freedom. */
export function chiSquareTail(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2);
}

/** The place where a symmetric, rising distribution function reaches p: bisection on the lower half, to the last digits. */
export function invert(cdf: (x: number) => number, p: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -invert(cdf, 1 - p);
  let low = -1;
  while (cdf(low) > p && low > -1e300) low *= 2;
  let high = low === -1 ? 0 : low / 2;
  for (let round = 0; round < 200 && high - low > Math.abs(high) * 1e-15; round++) {
    const middle = (low + high) / 2;
    if (cdf(middle) > p) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
