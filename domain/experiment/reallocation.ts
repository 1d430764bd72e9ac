import type { Arm } from "../experiment.ts";
import { thompsonShares } from "../statistics/allocation.ts";
import { betaPosterior } from "../statistics/bayesian.ts";
import type { Weight } from "./assign.ts";

/** Successes over contacts of one arm; with moved weights both are as if everybody had been drawn alike. */
export type ArmOutcome = { arm: string; units: number; successes: number };

// Weights that hardly differ are left as they are: each move makes the analysis a little less sure.
const leastMove = 0.5;

/**
 * The weights that follow from the outcomes so far, in percent: the holdout keeps its share, the variants divide the rest by
 * Thompson sampling, each keeping `floor` of it. Null where nothing has moved by half a percent.
 */
export function reallocate(
  arms: Arm[],
  { outcomes, floor, held }: { outcomes: ArmOutcome[]; floor: number; held: Weight[] },
): Weight[] | null {
  const variants = arms.filter((arm) => arm.kind === "variant");
  const whole = held.reduce((sum, one) => sum + one.weight, 0);
  const now = (arm: string) => ((held.find((one) => one.arm === arm)?.weight ?? 0) / (whole || 1)) * 100;
  const kept = arms.filter((arm) => arm.kind === "holdout").reduce((sum, arm) => sum + now(arm.name), 0);
  const shares = thompsonShares(
    variants.map(({ name }) => {
      const { units = 0, successes = 0 } = outcomes.find((one) => one.arm === name) ?? {};
      return betaPosterior({ units, successes: Math.min(units, Math.max(0, successes)) });
    }),
    floor,
  );
  const weights = arms.map((arm) => {
    const place = variants.indexOf(arm);
    return { arm: arm.name, weight: place < 0 ? now(arm.name) : (shares[place] ?? 0) * (100 - kept) };
  });
  return weights.some(({ arm, weight }) => Math.abs(weight - now(arm)) >= leastMove) ? weights : null;
}
