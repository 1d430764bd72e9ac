import { channelsOf, type Path } from "./paths.ts";

/**
 * Each channel's Shapley value in the game where a set of channels is worth the conversions of all paths that used no
 * other (Zhao, Mahboobi and Bagheri 2018, "Shapley Value Methods for Attribution Modeling in Online Advertising", §3).
 * That game is a sum of unanimity games, so the value has a closed form: each path's conversions, shared evenly among
 * the channels that it used at all. Order and repetition within a path do not count.
 */
export function shapleyWeights(paths: Path[], of: "conversions" | "value" = "conversions"): Map<string, number> {
  const weights = new Map(channelsOf(paths).map((channel) => [channel, 0]));
  for (const path of paths) {
    const used = new Set(path.channels);
    for (const channel of used) weights.set(channel, (weights.get(channel) ?? 0) + path[of] / used.size);
  }
  return weights;
}
