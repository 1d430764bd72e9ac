import { channelsOf, type Path } from "./paths.ts";

const start = "(start)";
const converted = "(converted)";
const lost = "(lost)";

/** Chances to go from one state to the next, by state; ends have none. */
type Chain = Map<string, Map<string, number>>;

/**
 * Each channel's removal effect: the share of conversions that would be gone if whoever comes to it were lost (Anderl,
 * Becker, von Wangenheim and Schumann 2016, "Mapping the Customer Journey", IJRM 33(3)), on a first-order chain.
 * Channels that are on no converting path have 0; with no conversions at all everything is 0.
 */
export function removalEffects(paths: Path[]): Map<string, number> {
  const chain = chainOf(paths);
  const whole = chanceToConvert(chain, null);
  return new Map(
    channelsOf(paths).map((channel) => {
      if (whole <= 0) return [channel, 0];
      return [channel, Math.min(1, Math.max(0, 1 - chanceToConvert(chain, channel) / whole))];
    }),
  );
}

function chainOf(paths: Path[]): Chain {
  const counts: Chain = new Map();
  const add = (from: string, to: string, count: number) => {
    if (count <= 0) return;
    const row = counts.get(from) ?? new Map<string, number>();
    counts.set(from, row.set(to, (row.get(to) ?? 0) + count));
  };
  for (const { channels, shoppers, conversions } of paths) {
    if (channels.length === 0) continue;
    const all = Math.max(shoppers, conversions);
    const states = [start, ...channels.map((channel) => `.${channel}`)];
    for (const [index, state] of states.entries()) {
      const next = states[index + 1];
      if (next) add(state, next, all);
    }
    const last = states.at(-1) ?? start;
    add(last, converted, conversions);
    add(last, lost, all - conversions);
  }
  return counts;
}

const rounds = 10_000;
const settled = 1e-13;

/** The chance to end converted, by relaxing h(s) = Σ p(s, t) h(t) until nothing moves; the removed channel's is 0. */
function chanceToConvert(chain: Chain, removed: string | null): number {
  const gone = removed === null ? null : `.${removed}`;
  const chances = new Map<string, number>([[converted, 1]]);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (const [state, row] of chain) {
      if (state === gone) continue;
      let total = 0;
      let chance = 0;
      for (const [next, count] of row) {
        total += count;
        if (next !== gone) chance += count * (chances.get(next) ?? 0);
      }
      chance /= total;
      moved = Math.max(moved, Math.abs(chance - (chances.get(state) ?? 0)));
      chances.set(state, chance);
    }
    if (moved < settled) break;
  }
  return chances.get(start) ?? 0;
}
