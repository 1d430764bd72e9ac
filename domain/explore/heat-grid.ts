import { type Counts, type CubeCell, type Dimension, type Measure, wideDimensions } from "../explore.ts";
import { type CellView, figureOfCell, gridOf, valuesInOrder } from "./cell-view.ts";

/** Hours as they are drawn where single ones have too few messages: 08–12 ends as 12 begins. */
export const hourBlocks = ["00–04", "04–08", "08–12", "12–16", "16–20", "20–24"] as const;

/** Rows against columns; null is what nobody was sent. A row or column without a value is that of all others together. */
export type HeatGrid = {
  rows: (string | null)[];
  columns: (string | null)[];
  cells: (Counts | null)[][];
  whole: Counts;
  /** Whether hours were brought together. */
  inBlocks: boolean;
};

type Asked = { by: readonly [Dimension, Dimension]; show: CellView; cells: CubeCell[] };

/**
 * What two dimensions tell of messages, with the sums of every row and column, which rest on enough long before the squares
 * do. Hours come in blocks of four where most squares are small otherwise. Of subjects and products there is no sum: not all
 * of them are there, and a message has several products.
 */
export function heatGridOf({ by, show, cells }: Asked): HeatGrid {
  const small = cells.filter((cell) => figureOfCell(cell, show).small).length;
  const inBlocks = by.includes("hour") && small * 2 > cells.length;
  const { rows, columns, cells: squares } = inBlocks ? blocksOf(by, cells) : gridOf(by, cells);
  const sums = { down: !wideDimensions.includes(by[0]), across: !wideDimensions.includes(by[1]) };
  const lines = squares.map((line) => (sums.across ? [...line, sumOf(line)] : line));
  const last = (lines[0] ?? []).map((_, place) => sumOf(lines.map((line) => line[place] ?? null)));
  return {
    rows: sums.down ? [...rows, null] : rows,
    columns: sums.across ? [...columns, null] : columns,
    cells: sums.down ? [...lines, last] : lines,
    whole: sumOf(cells) ?? added([]),
    inBlocks,
  };
}

function blocksOf(by: readonly [Dimension, Dimension], cells: CubeCell[]): Pick<HeatGrid, "cells"> & Named {
  const values = (place: 0 | 1) => (by[place] === "hour" ? [...hourBlocks] : valuesInOrder(by[place], place, cells));
  const named = cells.map((cell) => ({
    cell,
    key: cell.values.map((value, place) => (by[place] === "hour" ? blockOf(value) : value)).join("\n"),
  }));
  const at = (key: string) => sumOf(named.flatMap((one) => (one.key === key ? [one.cell] : [])));
  const [rows, columns] = [values(0), values(1)];
  return { rows, columns, cells: rows.map((row) => columns.map((column) => at(`${row}\n${column}`))) };
}
type Named = { rows: string[]; columns: string[] };

const blockOf = (hour: string): string => hourBlocks[Math.floor(Number(hour) / 4)] ?? hour;

/** Cells added up; null where there is none. */
function sumOf(cells: (Counts | null)[]): Counts | null {
  const found = cells.flatMap((cell) => (cell ? [cell] : []));
  return found.length > 0 ? added(found) : null;
}

function added(cells: Counts[]): Counts {
  const sum = (measure: Measure) => cells.reduce((total, cell) => total + cell[measure], 0);
  return {
    ...{ sent: sum("sent"), delivered: sum("delivered"), opened: sum("opened"), clicked: sum("clicked") },
    ...{ machineClicked: sum("machineClicked"), bounced: sum("bounced"), unsubscribed: sum("unsubscribed") },
    ...{ complained: sum("complained"), orders: sum("orders"), revenue: sum("revenue"), discount: sum("discount") },
    costMicros: sum("costMicros"),
  };
}
