import { armAt, rangesOf } from "#domain/experiment/assign.ts";
import type { Arm } from "#domain/experiment.ts";

/** How likely a shopper orders by what came of their cart: this is the truth that an experiment is to find. */
export type Truth = { nothing: number; asItIs: number; changed: number };

/**
 * So many addresses, of which each arm of an experiment draws exactly its share. By the experiment's own draw, whose
 * seed is its id and thus another at each run: no test may fail because a thousand coins fell badly.
 */
export function addressesFor({ id, arms }: { id: string; arms: Arm[] }, count: number): string[] {
  const ranges = rangesOf(arms.map(({ name, share }) => ({ arm: name, weight: share })));
  const room = new Map(ranges.map(({ arm, from, to }) => [arm, Math.round(count * to) - Math.round(count * from)]));
  const addresses: string[] = [];
  for (let index = 0; addresses.length < count; index++) {
    const address = `shopper${index}@example.com`;
    const arm = armAt(id, address, ranges) ?? "";
    const left = room.get(arm) ?? 0;
    if (left === 0) continue;
    addresses.push(address);
    room.set(arm, left - 1);
  }
  return addresses;
}

/** Whether the nth of a group orders where so many of them do: evenly over the group, and in all as many as it says. */
export function isBuyer(place: number, chance: number): boolean {
  return Math.round((place + 1) * chance) > Math.round(place * chance);
}
