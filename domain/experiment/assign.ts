import { hashToUnit } from "../enrollment.ts";

/** A piece of [0, 1) that belongs to an arm. Pieces lie end to end, in order, and fill it whole. */
export type Range = { arm: string; from: number; to: number };
export type Weight = { arm: string; weight: number };

// Pieces thinner than this are what rounding leaves.
const crumb = 1e-12;

/** The arms laid end to end by their weights, in their order; arms without weight get no piece. */
export function rangesOf(weights: Weight[]): Range[] {
  const whole = weights.reduce((sum, one) => sum + Math.max(0, one.weight), 0);
  if (!(whole > 0)) return [];
  let from = 0;
  const ranges = weights.flatMap(({ arm, weight }) => {
    const piece = { arm, from, to: from + Math.max(0, weight) / whole };
    from = piece.to;
    return piece.to - piece.from > crumb ? [piece] : [];
  });
  return closed(ranges);
}

/**
 * The pieces after the weights have changed. An arm that shrinks gives up the end of its own, an arm that grows takes what
 * was given up; nothing else moves, so that as few contacts change arms as the new weights leave possible.
 */
export function reshape(ranges: Range[], weights: Weight[]): Range[] {
  if (ranges.length === 0) return rangesOf(weights);
  const wanted = new Map(rangesOf(weights).map(({ arm, from, to }) => [arm, to - from]));
  const kept: Range[] = [];
  const free: Omit<Range, "arm">[] = [];
  const held = new Map<string, number>();
  for (const { arm, from, to } of ranges) {
    const room = Math.max(0, (wanted.get(arm) ?? 0) - (held.get(arm) ?? 0));
    const keeps = Math.min(room, to - from);
    held.set(arm, (held.get(arm) ?? 0) + keeps);
    if (keeps > crumb) kept.push({ arm, from, to: from + keeps });
    if (to - from - keeps > crumb) free.push({ from: from + keeps, to });
  }
  for (const { arm } of weights) {
    let lacks = (wanted.get(arm) ?? 0) - (held.get(arm) ?? 0);
    for (let piece = free.at(0); piece && lacks > crumb; piece = free.at(0)) {
      const takes = Math.min(lacks, piece.to - piece.from);
      kept.push({ arm, from: piece.from, to: piece.from + takes });
      lacks -= takes;
      if (piece.to - piece.from - takes > crumb) piece.from += takes;
      else free.shift();
    }
  }
  return closed(kept.sort((a, b) => a.from - b.from));
}

/** Neighbours of one arm joined, gaps of rounding closed, the last piece reaching to one. */
function closed(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last?.arm === range.arm) last.to = range.to;
    else joined.push({ ...range, from: last?.to ?? 0 });
  }
  const end = joined.at(-1);
  if (end) end.to = 1;
  return joined;
}

/**
 * The arm of a contact: a hash of experiment and address picks a point in [0, 1). Sticky by construction, and independent
 * between experiments. Null where there is no arm at all.
 */
export function armAt(experimentId: string, address: string, ranges: Range[]): string | null {
  const point = hashToUnit(`${experimentId}|${address}`);
  return (ranges.find((range) => point < range.to) ?? ranges.at(-1))?.arm ?? null;
}

/** How likely each arm is for a contact that comes now. */
export function chancesOf(ranges: Range[]): Map<string, number> {
  const chances = new Map<string, number>();
  for (const { arm, from, to } of ranges) chances.set(arm, (chances.get(arm) ?? 0) + to - from);
  return chances;
}
