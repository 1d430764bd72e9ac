import { type Counts, type CubeCell, type Dimension, ratesOf, type Share, shareOf, steadied } from "../explore.ts";
import { delayBands, depthBands } from "./bands.ts";

/** As what a cell is shown: five rates, and four sums. */
export const cellViews = [
  "ordered",
  "clicked",
  "delivered",
  "unsubscribed",
  "complained",
  "revenue",
  "revenuePerMessage",
  "discount",
  "sent",
] as const;
export type CellView = (typeof cellViews)[number];

/** `share` stands beside every rate; `small` cells rest on so few messages that they are greyed. Money is in minor units. */
export type CellFigure = {
  kind: "share" | "money" | "count";
  value: number | null;
  share: Share | null;
  small: boolean;
};

/** One cell as one figure. */
export function figureOfCell(counts: Counts, view: CellView): CellFigure {
  const { sent, revenue, discount } = counts;
  const { small } = shareOf(0, sent);
  if (view === "sent") return { kind: "count", value: sent, share: null, small: false };
  if (view === "revenue" || view === "discount")
    return { kind: "money", value: view === "revenue" ? revenue : discount, share: null, small };
  if (view === "revenuePerMessage")
    return { kind: "money", value: sent > 0 ? revenue / sent : null, share: null, small };
  const share = ratesOf(counts)[view];
  return { kind: "share", value: share.rate, share, small: share.small };
}

/** How strong a cell's colour is, in the unit of its figure; a sum is what it is, a rate of few messages is steadied. */
export function weightOfCell(counts: Counts, whole: Counts, view: CellView): number | null {
  const { value, small } = figureOfCell(counts, view);
  const average = figureOfCell(whole, view).value;
  if (value === null || average === null || !small || isSum(view)) return value;
  return steadied(value, counts.sent, average);
}

/** Whether cells add up to what is shown of all of them. */
export const isSum = (view: CellView): boolean => view === "sent" || view === "revenue" || view === "discount";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"];
const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
const ordered: Partial<Record<Dimension, readonly string[]>> = {
  depth: depthBands,
  delay: delayBands,
  weekday: weekdays,
  hour: hours,
};

/** The values of a dimension in their own order: bands and hours as they follow each other, all others the most sent first. */
export function valuesInOrder(dimension: Dimension, place: 0 | 1, cells: CubeCell[]): string[] {
  const sent = new Map<string, number>();
  for (const cell of cells) sent.set(cell.values[place] ?? "", (sent.get(cell.values[place] ?? "") ?? 0) + cell.sent);
  const own = ordered[dimension];
  if (dimension === "hour" || dimension === "weekday") return [...(own ?? [])];
  const values = [...sent.keys()];
  if (dimension === "step") return values.sort((a, b) => Number(a) - Number(b));
  if (own) return values.sort((a, b) => own.indexOf(a) - own.indexOf(b));
  return values.sort((a, b) => (sent.get(b) ?? 0) - (sent.get(a) ?? 0) || (a < b ? -1 : 1));
}

/** Rows against columns; what nobody was sent is null. */
export function gridOf(by: readonly [Dimension, Dimension], cells: CubeCell[]): Grid {
  const found = new Map(cells.map((cell) => [cell.values.join("\n"), cell]));
  const [rows, columns] = [valuesInOrder(by[0], 0, cells), valuesInOrder(by[1], 1, cells)];
  return { rows, columns, cells: rows.map((row) => columns.map((column) => found.get(`${row}\n${column}`) ?? null)) };
}
export type Grid = { rows: string[]; columns: string[]; cells: (CubeCell | null)[][] };
