/** What an arm is known by: how many units, how often or how much. Amounts are in whatever unit the caller counts in. */
export type Sample =
  | { kind: "proportion"; units: number; successes: number }
  | { kind: "mean"; units: number; sum: number; sumOfSquares: number };

/** `variance` is that of one unit: p (1 − p) of a proportion, the sample variance (n − 1) of a mean. */
export type Moments = { units: number; mean: number; variance: number };

/** Units, mean and variance; a mean of fewer than two units has no variance: zero. Never NaN. */
export function momentsOf(sample: Sample): Moments {
  const { units } = sample;
  if (!(units > 0)) return { units: 0, mean: 0, variance: 0 };
  if (sample.kind === "proportion") {
    const mean = sample.successes / units;
    return { units, mean, variance: Math.max(0, mean * (1 - mean)) };
  }
  const mean = sample.sum / units;
  const spread = Math.max(0, sample.sumOfSquares - units * mean * mean);
  return { units, mean, variance: units > 1 ? spread / (units - 1) : 0 };
}

/** The sums of a list of values. */
export function sampleOf(values: number[]): Sample {
  return {
    kind: "mean",
    units: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
  };
}
