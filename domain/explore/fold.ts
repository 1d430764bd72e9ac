import { dimensions, measures } from "../explore.ts";
import type { Pair } from "./pairs.ts";

/** One message, or a change to one: its values as codes in the order of `dimensions`, products apart; counts as `measures`. */
export type Counted = { codes: number[]; products: number[]; counts: number[] };

/** One cell of a pair: codes of its values, 0 where the pair has none, and the sums. */
export type FoldedCell = { pair: number; a: number; b: number; counts: number[] };

const productPlace = dimensions.indexOf("product");
const size = measures.length;

type Table = { pair: Pair; slots: Map<number, number> };
export type CellFold = { add(one: Counted): void; cells(): FoldedCell[] };

// Two codes in one key: a double holds both exactly while values stay below 67 millions.
const width = 67_108_864;

/**
 * Adds messages into the cells of all given pairs. Sums only: any order and any grouping gives the same cells, and what is
 * added and taken away again leaves zeros, which are dropped.
 */
export function cellFold(kept: Pair[]): CellFold {
  const tables: Table[] = kept.map((pair) => ({ pair, slots: new Map() }));
  let sums = new Float64Array(size * 1_024);
  let used = 0;
  const startOf = (slots: Map<number, number>, key: number) => {
    const known = slots.get(key);
    if (known !== undefined) return known;
    const start = used++ * size;
    slots.set(key, start);
    if (start + size > sums.length) sums = wider(sums);
    return start;
  };
  const count = (slots: Map<number, number>, key: number, counts: number[]) => {
    const start = startOf(slots, key);
    for (let index = 0; index < size; index++) {
      const one = counts[index];
      if (one) sums[start + index] = (sums[start + index] ?? 0) + one;
    }
  };
  return {
    add: (one) => {
      for (const { pair, slots } of tables) {
        const a = pair.first === null ? 0 : (one.codes[pair.first] ?? 0);
        if (pair.first === productPlace) for (const product of one.products) count(slots, product * width, one.counts);
        else if (pair.second === productPlace)
          for (const product of one.products) count(slots, a * width + product, one.counts);
        else count(slots, a * width + (pair.second === null ? 0 : (one.codes[pair.second] ?? 0)), one.counts);
      }
    },
    cells: () => tables.flatMap((table) => cellsOf(table, sums)),
  };
}

function wider(sums: Float64Array): Float64Array<ArrayBuffer> {
  const made = new Float64Array(sums.length * 2);
  made.set(sums);
  return made;
}

function cellsOf({ pair, slots }: Table, sums: Float64Array): FoldedCell[] {
  const cells: FoldedCell[] = [];
  for (const [key, start] of slots) {
    const counts = Array.from(sums.subarray(start, start + size));
    if (counts.some((count) => count !== 0))
      cells.push({ pair: pair.code, a: Math.floor(key / width), b: key % width, counts });
  }
  return cells;
}
