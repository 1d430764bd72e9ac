import type { Sample } from "./sample.ts";

/** Sums of one arm's metric y and of what was known of the same units before, x: here the value of earlier orders. */
export type CupedArm = {
  units: number;
  y: number;
  ySquares: number;
  x: number;
  xSquares: number;
  xy: number;
};

/**
 * The arms with the part of y that x foretells taken out (Deng, Xu, Kohavi and Walker 2013, "Improving the Sensitivity of
 * Online Controlled Experiments by Utilizing Pre-Experiment Data"): y − θ (x − x̄), θ = cov(y, x) / var(x) and x̄ over all
 * arms, so that the mean over all arms stays. θ is zero where x tells nothing.
 */
export function cuped(arms: CupedArm[]): { theta: number; adjusted: Sample[]; varianceKept: number } {
  const all = arms.reduce(
    (sum, arm) => ({
      units: sum.units + arm.units,
      x: sum.x + arm.x,
    }),
    { units: 0, x: 0 },
  );
  const centre = all.units > 0 ? all.x / all.units : 0;
  const theta = thetaOf(arms);
  const adjusted = arms.map((arm) => adjust(arm, theta, centre));
  const before = arms.reduce((sum, arm) => sum + spread(arm.units, arm.y, arm.ySquares), 0);
  const after = adjusted.reduce(
    (sum, one) => sum + (one.kind === "mean" ? spread(one.units, one.sum, one.sumOfSquares) : 0),
    0,
  );
  return { theta, adjusted, varianceKept: before > 0 ? after / before : 1 };
}

/** Pooled within the arms, so that the treatment's own effect does not pass for what x foretells. */
function thetaOf(arms: CupedArm[]): number {
  const common = arms.reduce((sum, arm) => sum + (arm.units > 0 ? arm.xy - (arm.x * arm.y) / arm.units : 0), 0);
  const own = arms.reduce((sum, arm) => sum + spread(arm.units, arm.x, arm.xSquares), 0);
  return own > 0 ? common / own : 0;
}

const spread = (units: number, sum: number, squares: number) =>
  units > 0 ? Math.max(0, squares - (sum * sum) / units) : 0;

function adjust({ units, y, ySquares, x, xSquares, xy }: CupedArm, theta: number, centre: number): Sample {
  const awaySum = x - units * centre;
  const awaySquares = xSquares - 2 * centre * x + units * centre * centre;
  const awayTimesY = xy - centre * y;
  return {
    kind: "mean",
    units,
    sum: y - theta * awaySum,
    sumOfSquares: ySquares - 2 * theta * awayTimesY + theta * theta * awaySquares,
  };
}
