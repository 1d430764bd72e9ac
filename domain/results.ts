export type Interval = { low: number; high: number };

/** Wilson score interval of a proportion (Wilson 1927), z = 1.96 by default; [0, 1] when there are no trials. */
export function wilsonInterval(successes: number, trials: number, z = 1.959964): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const rate = successes / trials;
  const spread = z * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials));
  const centre = rate + (z * z) / (2 * trials);
  const scale = 1 + (z * z) / trials;
  return {
    low: successes <= 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes >= trials ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

/** Sums of one arm: contacts enrolled, how many ordered, and revenue with its sum of squares (minor units). */
export type ArmTotals = { enrolled: number; ordered: number; revenue: number; revenueSquares: number };

export type Incremental = { revenue: number; interval: Interval; perEnrolled: number } | null;

/**
 * Incremental revenue of the variant arm against the holdout, in minor units, with a 95% interval: the difference of
 * mean revenue per enrolled contact (Welch's standard error) times the contacts enrolled in the variant arm.
 * Null while an arm has fewer than two contacts.
 */
export function incrementalRevenue(variant: ArmTotals, holdout: ArmTotals): Incremental {
  if (variant.enrolled < 2 || holdout.enrolled < 2) return null;
  const difference = variant.revenue / variant.enrolled - holdout.revenue / holdout.enrolled;
  const error = Math.sqrt(varianceOfMean(variant) + varianceOfMean(holdout));
  const scaled = (perContact: number) => Math.round(perContact * variant.enrolled);
  return {
    perEnrolled: difference,
    revenue: scaled(difference),
    interval: { low: scaled(difference - 1.959964 * error), high: scaled(difference + 1.959964 * error) },
  };
}

function varianceOfMean(arm: ArmTotals): number {
  const mean = arm.revenue / arm.enrolled;
  return Math.max(0, arm.revenueSquares / arm.enrolled - mean * mean) / (arm.enrolled - 1);
}
