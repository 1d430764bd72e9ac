/** p values made fit for several comparisons at once, in the order given; each at most 1. R: p.adjust. */

/** Holm's step-down method (Holm 1979): keeps the chance of any false finding under α. */
export function holm(pValues: number[]): number[] {
  let running = 0;
  return inOrder(pValues, (p, rank) => {
    running = Math.max(running, Math.min(1, p * (pValues.length - rank)));
    return running;
  });
}

/** Benjamini and Hochberg's method (1995): keeps the share of false findings among the findings under α. */
export function benjaminiHochberg(pValues: number[]): number[] {
  const count = pValues.length;
  let running = 1;
  return inOrder(
    pValues,
    (p, rank) => {
      running = Math.min(running, (p * count) / (rank + 1));
      return running;
    },
    "largest first",
  );
}

/** Visits the values by size, `rank` counting from the smallest, and puts the answers back into their places. */
function inOrder(
  values: number[],
  adjust: (value: number, rank: number) => number,
  order: "smallest first" | "largest first" = "smallest first",
): number[] {
  const ranked = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const visits = ranked.map((one, rank) => ({ ...one, rank }));
  if (order === "largest first") visits.reverse();
  const adjusted = new Array<number>(values.length).fill(1);
  for (const { value, index, rank } of visits) adjusted[index] = adjust(value, rank);
  return adjusted;
}
