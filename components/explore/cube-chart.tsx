"use client";

import type { ExploreAsked } from "#domain/explore/asked.ts";
import { type CellView, figureOfCell, isSum, valuesInOrder, weightOfCell } from "#domain/explore/cell-view.ts";
import { type HeatGrid, heatGridOf, hourBlocks } from "#domain/explore/heat-grid.ts";
import type { CubeCell, Dimension } from "#domain/explore.ts";
import { HeatMap } from "../chart/heat-map.tsx";
import type { HeatCell } from "../chart/heat-square.tsx";
import { BarsChart } from "./bars-chart.tsx";
import { fullFigure, shortFigure, squareTexts } from "./cell-text.ts";
import { dimensionLabels, valueLabel, viewLabels } from "./labels.ts";

type Props = {
  cells: CubeCell[];
  by: ExploreAsked["by"];
  show: CellView;
  currency: string;
  names: Record<string, string>;
  /** Narrows the page to what was clicked; a dimension whose value is null is left open. */
  onChoose: (values: (string | null)[]) => void;
};

/** One dimension as bars, two as a heat map. */
export function CubeChart(props: Props) {
  const { cells, by, show, currency, names, onChoose } = props;
  const [first, second] = by;
  if (!second) {
    const order = valuesInOrder(first, 0, cells);
    const byValue = new Map(cells.map((cell) => [cell.values[0], cell]));
    return (
      <BarsChart
        {...{ show, currency, names }}
        cells={order.flatMap((value) => byValue.get(value) ?? [])}
        dimension={first}
        onChoose={(value) => onChoose([value])}
      />
    );
  }
  const grid = heatGridOf({ by: [first, second], show, cells });
  const { squares, most } = heatOf(grid, show, currency);
  const named = (dimension: Dimension, value: string | null) =>
    value === null ? "All" : valueLabel(dimension, value, names);
  return (
    <>
      <HeatMap
        label={`${viewLabels[show]} by ${dimensionLabels[first].toLowerCase()} and ${dimensionLabels[second].toLowerCase()}`}
        rows={grid.rows.map((value) => named(first, value))}
        columns={grid.columns.map((value) => (second === "hour" && value !== null ? value : named(second, value)))}
        apart={{ row: grid.rows.includes(null), column: grid.columns.includes(null) }}
        cells={squares}
        most={most}
        noun="messages"
        sums={isSum(show)}
        cellWidth={grid.columns.length > 16 ? 38 : grid.columns.length > 8 ? 64 : 84}
        onChoose={(row, column) => onChoose([single(grid.rows[row]), single(grid.columns[column])])}
      />
      {grid.inBlocks ? (
        <p className="mt-1 text-ink-faint text-xs">
          Hours stand in blocks of four, for most of them have too few messages alone; the table and the file have each
          hour.
        </p>
      ) : null}
    </>
  );
}

/** A block of hours narrows nothing: messages are told apart by single hours. */
const single = (value: string | null | undefined) =>
  hourBlocks.some((block) => block === value) ? null : (value ?? null);

/** Colours up to the strongest square; what adds up to a total has no colour there, for it would pale all others. */
function heatOf({ rows, columns, cells, whole }: HeatGrid, show: CellView, currency: string) {
  const isTotal = (row: number, column: number) => rows[row] === null || columns[column] === null;
  const weights = cells.map((line, row) =>
    line.map((cell, column) => {
      if (!cell) return null;
      return isSum(show) && isTotal(row, column) ? 0 : weightOfCell(cell, whole, show);
    }),
  );
  const strongest = Math.max(...weights.flat().map((weight) => weight ?? 0));
  const most = Math.max(strongest, Number.MIN_VALUE);
  const squares = cells.map((line, row) =>
    line.map((cell, column): HeatCell => {
      if (!cell) return { strength: null, text: "", full: "no messages", small: false };
      const figure = figureOfCell(cell, show);
      const weight = weights[row]?.[column] ?? null;
      return {
        strength: weight === null ? null : Math.max(0, Math.min(1, weight / most)),
        ...(figure.share ? squareTexts(figure.share) : { text: shortFigure(figure, currency) }),
        full: fullFigure(figure, currency),
        small: figure.small,
      };
    }),
  );
  const { kind } = figureOfCell(whole, show);
  return {
    squares,
    most: strongest > 0 ? shortFigure({ kind, value: strongest, share: null, small: false }, currency) : null,
  };
}
