import { type Dimension, dimensions, wideDimensions } from "../explore.ts";

/** One or two dimensions under which cells are kept, by place in `dimensions`; none is the total. `code` never changes. */
export type Pair = { code: number; first: number | null; second: number | null; wide: boolean };

const width = 32;

/** The pair of two dimensions, of one, or of none; null where none is kept: products with products or with subjects. */
export function pairOf(asked: Dimension[]): Pair | null {
  const [first, second] = asked.map((dimension) => dimensions.indexOf(dimension)).sort((a, b) => a - b);
  if (first === undefined) return { code: 0, first: null, second: null, wide: false };
  if (second === undefined) return { code: (first + 1) * width, first, second: null, wide: false };
  const wides = asked.filter((dimension) => wideDimensions.includes(dimension)).length;
  if (wides === 2 || first === second) return null;
  return { code: (first + 1) * width + second + 1, first, second, wide: wides === 1 };
}

/** All pairs that are kept. */
export const pairs: Pair[] = [
  [],
  ...dimensions.map((one) => [one]),
  ...dimensions.flatMap((one, index) => dimensions.slice(index + 1).map((other) => [one, other])),
].flatMap((asked) => pairOf(asked) ?? []);
