import { type CubeAsked, type Dimension, dimensions, type Filters } from "../explore.ts";
import { filtersOf } from "../figure-row.ts";
import { type CellView, cellViews } from "./cell-view.ts";
import { pairOf } from "./pairs.ts";

/** What an address asks to see: by one dimension or two, as which measure, of which messages. */
export type ExploreAsked = { by: [Dimension] | [Dimension, Dimension]; show: CellView; filters: Filters };

type Texts = Record<string, string | undefined>;

/** Reads an address; what it does not name well falls back to orders by incentive. */
export function exploreOf(texts: Texts): ExploreAsked {
  const [first = "incentive", second] = (texts.by ?? "")
    .split(",")
    .flatMap((name) => dimensions.filter((one) => one === name));
  const by: ExploreAsked["by"] = second && canPair(first, second) ? [first, second] : [first];
  return { by, show: cellViews.find((one) => one === texts.show) ?? "ordered", filters: filtersOf(texts, dimensions) };
}

/** The address of what is asked, without its days and currency. */
export function queryOfExplore({ by, show, filters }: ExploreAsked): Record<string, string> {
  const filtered = Object.entries(filters).flatMap(([name, values]) => (values?.[0] ? [[name, values[0]]] : []));
  return { by: by.join(","), show, ...Object.fromEntries(filtered) };
}

/** Whether two dimensions can stand against each other. Of subjects and products one at a time is kept. */
export function canPair(first: Dimension, second: Dimension): boolean {
  return pairOf([first, second]) !== null;
}

/** The first dimension under another, keeping the second where both still go together. */
export function withFirst(by: ExploreAsked["by"], first: Dimension): ExploreAsked["by"] {
  const second = by[1];
  return second && second !== first && canPair(first, second) ? [first, second] : [first];
}

/** The question for the sums. Of wide dimensions, lists show as many values as fit on a page. */
export function cubeAskedOf(
  { by, filters }: Pick<ExploreAsked, "by" | "filters">,
  days: { from: string; to: string; currency: string },
): CubeAsked {
  return { ...days, by: [...by], filters, limit: by.length === 1 ? 20 : 12 };
}
