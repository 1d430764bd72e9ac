import { type Beta, evenly, massBelow, massOf } from "./beta.ts";

/**
 * Thompson sampling's shares without chance: the probability of each arm's Beta posterior to be the best (Thompson 1933),
 * by quadrature over ∏ F_j, mixed with an exploration floor that every arm keeps. The shares sum to one.
 */
export function thompsonShares(posteriors: Beta[], floor = 0.05): number[] {
  const count = posteriors.length;
  if (count === 0) return [];
  const best = bestChances(posteriors);
  const kept = Math.min(floor, 1 / count);
  return best.map((chance) => kept + (1 - count * kept) * chance);
}

const cellsOfEach = 500;

function bestChances(posteriors: Beta[]): number[] {
  // Finely wherever some arm has its mass, however narrow that is.
  const edges = posteriors.flatMap((one) => evenly(massOf(one), cellsOfEach)).sort((a, b) => a - b);
  const tables = posteriors.map((one) => edges.map((angle) => massBelow(one, angle)));
  const raw = tables.map((own, arm) => {
    let chance = 0;
    for (let cell = 0; cell < edges.length - 1; cell++) {
      const mass = (own[cell + 1] ?? 0) - (own[cell] ?? 0);
      const others = tables.reduce(
        (product, table, other) =>
          other === arm ? product : (product * ((table[cell] ?? 0) + (table[cell + 1] ?? 0))) / 2,
        1,
      );
      chance += mass * others;
    }
    return chance;
  });
  const sum = raw.reduce((total, chance) => total + chance, 0);
  return raw.map((chance) => (sum > 0 ? chance / sum : 1 / posteriors.length));
}

/** One unit as it was assigned: to which arm, with which share at that time, and what came of it. */
export type Assigned = { arm: string; share: number; value: number };

/**
 * An arm's mean when shares moved while the experiment ran: Hájek's inverse-propensity estimate with its standard error
 * by linearisation (Särndal, Swensson and Wretman 1992, §5.7). Zero units give a mean of 0 and no error.
 */
export function inversePropensityMean(units: Assigned[], arm: string): { units: number; mean: number; error: number } {
  const own = units.filter((unit) => unit.arm === arm && unit.share > 0);
  const weight = own.reduce((sum, unit) => sum + 1 / unit.share, 0);
  if (weight === 0) return { units: 0, mean: 0, error: 0 };
  const mean = own.reduce((sum, unit) => sum + unit.value / unit.share, 0) / weight;
  const variance = own.reduce((sum, unit) => sum + ((unit.value - mean) / unit.share) ** 2, 0) / weight ** 2;
  return { units: own.length, mean, error: Math.sqrt(variance) };
}
