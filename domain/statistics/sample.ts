/** What an arm is known by: how many units, how often or how much. Amounts are in whatever unit the caller counts in. */
export type Sample =
  | { kind: "proportion"; units: number; successes: number }
  | { kind: "mean"; units: number; sum: number; sumOfSquares: number }
  | ({ kind: "moments" } & Moments);

/** `variance` is that of one unit: p (1 − p) of a proportion, the sample variance (n − 1) of a mean. */
export type Moments = { units: number; mean: number; variance: number };

// What is less than this part of the sum of squares is what subtracting two great numbers leaves.
const rounding = 1e-12;

/** Units, mean and variance; a mean of fewer than two units has no variance: zero. Never NaN. */
export function momentsOf(sample: Sample): Moments {
  const { units } = sample;
  if (!(units > 0)) return { units: 0, mean: 0, variance: 0 };
  if (sample.kind === "proportion") {
    const mean = sample.successes / units;
    return { units, mean, variance: Math.max(0, mean * (1 - mean)) };
  }
  if (sample.kind === "moments") return { units, mean: sample.mean, variance: Math.max(0, sample.variance) };
  const mean = sample.sum / units;
  const spread = sample.sumOfSquares - units * mean * mean;
  const told = spread > sample.sumOfSquares * rounding ? spread : 0;
  return { units, mean, variance: units > 1 ? told / (units - 1) : 0 };
}

/** The moments of a list of values, one by one (Welford 1962): a great mean does not swallow a small variance. */
export function sampleOf(values: number[]): Sample {
  let mean = 0;
  let spread = 0;
  for (const [before, value] of values.entries()) {
    const away = value - mean;
    mean += away / (before + 1);
    spread += away * (value - mean);
  }
  return {
    kind: "moments",
    units: values.length,
    mean,
    variance: values.length > 1 ? spread / (values.length - 1) : 0,
  };
}
