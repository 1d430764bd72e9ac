import { apportion, roundTo } from "./apportion.ts";
import { removalEffects } from "./markov.ts";
import { type PathModel, pathModels, pathWeights } from "./path-weights.ts";
import { channelsOf, creditable, type Path } from "./paths.ts";
import { shapleyWeights } from "./shapley.ts";

export const channelModels = [...pathModels, "markov", "shapley"] as const;
export type ChannelModel = (typeof channelModels)[number];

/** A path with how many days before the order each touch was, for the model that asks; without them days go one by one. */
export type DatedPath = Path & { agesDays?: number[] };

export type ChannelCredit = { channel: string; conversions: number; value: number; share: number };

/**
 * What each channel is credited with under a model: value to the minor unit, summing exactly to the value of all paths
 * with a touch; conversions as fractions with the same sum. Sorted by channel.
 */
export function creditChannels(
  model: ChannelModel,
  paths: DatedPath[],
  options: { halfLifeDays?: number } = {},
): ChannelCredit[] {
  const whole = creditable(paths);
  const channels = channelsOf(paths);
  const byChannel = weightsOf(model, paths, options);
  const weights = channels.map((channel) => byChannel.get(channel) ?? 0);
  const values = isPathModel(model)
    ? roundTo(whole.value, pathValues(model, paths, options))
    : apportionTo(channels, whole.value, weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return channels.map((channel, index) => {
    const share = total > 0 ? (weights[index] ?? 0) / total : 1 / channels.length;
    return { channel, conversions: whole.conversions * share, value: values.get(channel) ?? 0, share };
  });
}

function isPathModel(model: ChannelModel): model is PathModel {
  return pathModels.some((known) => known === model);
}

function weightsOf(model: ChannelModel, paths: DatedPath[], options: { halfLifeDays?: number }): Map<string, number> {
  if (model === "markov") return removalEffects(paths);
  if (model === "shapley") return shapleyWeights(paths);
  const weights = new Map<string, number>();
  for (const path of paths) {
    const own = pathWeights(model, agesOf(path), options);
    const sum = own.reduce((total, weight) => total + weight, 0);
    for (const [index, channel] of path.channels.entries()) {
      weights.set(channel, (weights.get(channel) ?? 0) + (path.conversions * (own[index] ?? 0)) / sum);
    }
  }
  return weights;
}

/** Each path's own value, shared exactly; only the channels' sums are rounded, so that no channel gains by many paths. */
function pathValues(model: PathModel, paths: DatedPath[], options: { halfLifeDays?: number }): Map<string, number> {
  const values = new Map<string, number>();
  for (const path of paths) {
    const own = pathWeights(model, agesOf(path), options);
    const sum = own.reduce((total, weight) => total + weight, 0);
    for (const [index, channel] of path.channels.entries()) {
      values.set(channel, (values.get(channel) ?? 0) + (path.value * (own[index] ?? 0)) / sum);
    }
  }
  return values;
}

function apportionTo(channels: string[], value: number, weights: number[]): Map<string, number> {
  const parts = apportion(value, weights);
  return new Map(channels.map((channel, index) => [channel, parts[index] ?? 0]));
}

function agesOf({ channels, agesDays }: DatedPath): number[] {
  return agesDays ?? channels.map((_, index) => channels.length - 1 - index);
}
