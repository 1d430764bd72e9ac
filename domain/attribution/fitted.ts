import { removalEffects } from "./markov.ts";
import { creditable, type Path } from "./paths.ts";
import { shapleyWeights } from "./shapley.ts";

/** The models whose weights are fitted on all paths of a tenant, and then applied to one order. */
export const fittedModels = ["markov", "shapley"] as const;
export type FittedModel = (typeof fittedModels)[number];

/** What each step weighs, by its key. */
export type StepWeights = Record<string, number>;
export type ModelWeights = Record<FittedModel, StepWeights>;

export const fallbackReasons = ["not_fitted", "too_few_paths", "new_step", "no_weight"] as const;
/** Why a fitted model cannot say anything of an order; it is then credited linearly. */
export type FallbackReason = (typeof fallbackReasons)[number];

/** Fewer than this say nothing that another month would not turn round. */
export const enoughPaths = { shoppers: 100, conversions: 20 } as const;

/** Days of paths that the weights are fitted on. */
export const fittingDays = 90;

export type Fit = { shoppers: number; conversions: number; weights: ModelWeights | null };

/** A step as the fitted models know it: the channel, and the place in its sequence counted from one. */
export function stepKey(channel: string, position: number): string {
  return `${channel} ${position + 1}`;
}

/** Removal effects and Shapley values of all steps, or null while there are too few paths. */
export function fitWeights(paths: Path[]): Fit {
  const touched = paths.filter(({ channels }) => channels.length > 0);
  const shoppers = touched.reduce((sum, path) => sum + Math.max(path.shoppers, path.conversions), 0);
  const { conversions } = creditable(touched);
  const enough = shoppers >= enoughPaths.shoppers && conversions >= enoughPaths.conversions;
  if (!enough) return { shoppers, conversions, weights: null };
  const markov = Object.fromEntries(removalEffects(touched));
  return { shoppers, conversions, weights: { markov, shapley: Object.fromEntries(shapleyWeights(touched)) } };
}

export type Fitted = { weights: ModelWeights | null } | null;

/** What each touch of a path weighs under a fitted model, or why it cannot say. */
export function weigh(model: FittedModel, keys: string[], fitted: Fitted): number[] | FallbackReason {
  if (!fitted) return "not_fitted";
  if (!fitted.weights) return "too_few_paths";
  const known = fitted.weights[model];
  if (keys.some((key) => known[key] === undefined)) return "new_step";
  const weights = keys.map((key) => known[key] ?? 0);
  return weights.some((weight) => weight > 0) ? weights : "no_weight";
}
