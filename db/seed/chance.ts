import { hashToUnit } from "#domain/enrollment.ts";

/** Changing it tells another, equally believable history. */
const seed = "nordlicht-9";

/** A number in [0, 1) that belongs to one question about one subject: the same answer at every start. */
export function chance(subject: string | number, question: string): number {
  return hashToUnit(`${seed}|${subject}|${question}`);
}

/** One of a list, by weight. */
export function pick<T>(list: T[], unit: number, weight: (one: T) => number = () => 1): T {
  const whole = list.reduce((sum, one) => sum + weight(one), 0);
  let point = unit * whole;
  for (const one of list) {
    if (point < weight(one)) return one;
    point -= weight(one);
  }
  const last = list.at(-1);
  if (last === undefined) throw new Error("nothing to pick from");
  return last;
}

/** Mostly soon, sometimes late: an exponential delay in minutes. */
export function delay(meanMinutes: number, unit: number): number {
  return -Math.log(1 - unit) * meanMinutes;
}

/** A repeatable source for ids (mulberry32, Tommy Ettinger, public domain). */
export function idSource(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
