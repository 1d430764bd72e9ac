import { cuped } from "../statistics/cuped.ts";
import { momentsOf, type Sample } from "../statistics/sample.ts";
import type { Weight } from "./assign.ts";

/** Sums over the contacts of one arm that were assigned by one set of weights: of the metric y, and of x, spent before. */
export type ArmSums = {
  arm: string;
  number: number;
  units: number;
  y: number;
  ySquares: number;
  x: number;
  xSquares: number;
  xy: number;
};

/** The weights of one number, as fractions or percent. */
export type WeightsRow = { number: number; weights: Weight[] };

export const estimateMethods = ["sums", "inverse_propensity"] as const;
/** By plain sums, or, where the weights moved while contacts came, each contact weighed by how unlikely its arm was. */
export type EstimateMethod = (typeof estimateMethods)[number];

export type Estimates = {
  method: EstimateMethod;
  samples: Map<string, Sample>;
  cuped: { theta: number; varianceKept: number } | null;
};

/** Every arm as one sample, with what was known before taken out and moved weights made up for. */
export function estimatesOf(
  sums: ArmSums[],
  { arms, weights, useCuped, isShare }: { arms: string[]; weights: WeightsRow[]; useCuped: boolean; isShare: boolean },
): Estimates {
  const cells = cellsOf(sums);
  const adjusted = useCuped && cells.some((cell) => cell.x !== 0) ? cuped(cells) : null;
  const moved = haveMoved(cells, weights);
  const plain = isShare && !adjusted && !moved;
  const samples = new Map(
    arms.map((arm) => {
      const own = cells.flatMap((cell, place) => {
        const sample = adjusted?.adjusted[place];
        const mean = sample?.kind === "mean" ? { y: sample.sum, ySquares: sample.sumOfSquares } : {};
        return cell.arm === arm ? [{ ...cell, ...mean, chance: chanceOf(cell, weights) }] : [];
      });
      return [arm, moved ? weighed(own) : added(own, plain)] as const;
    }),
  );
  const told = adjusted && { theta: adjusted.theta, varianceKept: adjusted.varianceKept };
  return { method: moved ? "inverse_propensity" : "sums", samples, cuped: told };
}

/** Sums of one arm and number added up, as the rows of several days are. */
export function cellsOf(sums: ArmSums[]): ArmSums[] {
  const cells = new Map<string, ArmSums>();
  for (const one of sums) {
    const key = `${one.number} ${one.arm}`;
    const held = cells.get(key);
    if (!held) cells.set(key, { ...one });
    else {
      held.units += one.units;
      held.y += one.y;
      held.ySquares += one.ySquares;
      held.x += one.x;
      held.xSquares += one.xSquares;
      held.xy += one.xy;
    }
  }
  return [...cells.values()];
}

function chanceOf({ arm, number }: { arm: string; number: number }, rows: WeightsRow[]): number {
  const row = rows.find((one) => one.number === number);
  const whole = row?.weights.reduce((sum, one) => sum + one.weight, 0) ?? 0;
  const own = row?.weights.find((one) => one.arm === arm)?.weight ?? 0;
  return whole > 0 ? own / whole : 0;
}

/** Whether contacts that count came under weights that differ. */
function haveMoved(cells: ArmSums[], rows: WeightsRow[]): boolean {
  const numbers = [...new Set(cells.filter((cell) => cell.units > 0).map((cell) => cell.number))];
  const arms = [...new Set(cells.map((cell) => cell.arm))];
  return arms.some((arm) => {
    const chances = numbers.map((number) => chanceOf({ arm, number }, rows));
    return Math.max(...chances) - Math.min(...chances) > 1e-9;
  });
}

type Cell = Pick<ArmSums, "units" | "y" | "ySquares"> & { chance: number };

function added(cells: Cell[], isShare: boolean): Sample {
  const units = cells.reduce((sum, cell) => sum + cell.units, 0);
  const y = cells.reduce((sum, cell) => sum + cell.y, 0);
  const sumOfSquares = cells.reduce((sum, cell) => sum + cell.ySquares, 0);
  if (isShare) return { kind: "proportion", units, successes: y };
  return { kind: "mean", units, sum: y, sumOfSquares };
}

/**
 * Hájek's inverse-propensity estimate from sums (as `inversePropensityMean` makes it from contacts), told as the sample of
 * as many contacts that has its mean and its error.
 */
function weighed(cells: Cell[]): Sample {
  const known = cells.filter((cell) => cell.chance > 0 && cell.units > 0);
  const weight = known.reduce((sum, cell) => sum + cell.units / cell.chance, 0);
  const units = known.reduce((sum, cell) => sum + cell.units, 0);
  if (!(weight > 0)) return { kind: "mean", units: 0, sum: 0, sumOfSquares: 0 };
  const mean = known.reduce((sum, cell) => sum + cell.y / cell.chance, 0) / weight;
  const spread = known.reduce(
    (sum, { y, ySquares, units: n, chance }) => sum + (ySquares - 2 * mean * y + n * mean * mean) / chance ** 2,
    0,
  );
  const variance = (Math.max(0, spread) / weight ** 2) * units;
  return {
    kind: "mean",
    units,
    sum: mean * units,
    sumOfSquares: variance * Math.max(0, units - 1) + units * mean ** 2,
  };
}

/** How many contacts of each arm the weights of their times promised, for the sample-ratio check. */
export function expectedUnits(
  sums: ArmSums[],
  arms: string[],
  rows: WeightsRow[],
): { units: number; weight: number }[] {
  const cells = cellsOf(sums);
  const perNumber = new Map<number, number>();
  for (const cell of cells) perNumber.set(cell.number, (perNumber.get(cell.number) ?? 0) + cell.units);
  return arms.map((arm) => ({
    units: cells.filter((cell) => cell.arm === arm).reduce((sum, cell) => sum + cell.units, 0),
    weight: [...perNumber].reduce((sum, [number, units]) => sum + units * chanceOf({ arm, number }, rows), 0),
  }));
}

/** Contacts and successes of each arm as if all had been drawn by even weights, which is what Thompson sampling asks for. */
export function outcomesByArm(sums: ArmSums[], arms: string[], weights: WeightsRow[]) {
  const { samples } = estimatesOf(sums, { arms, weights, useCuped: false, isShare: true });
  return arms.map((arm) => {
    const { mean, units } = momentsOf(samples.get(arm) ?? { kind: "mean", units: 0, sum: 0, sumOfSquares: 0 });
    return { arm, units, successes: mean * units };
  });
}
