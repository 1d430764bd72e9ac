"use client";

import type { ExploreAsked } from "#domain/explore/asked.ts";
import { type CellView, figureOfCell, gridOf, valuesInOrder } from "#domain/explore/cell-view.ts";
import type { CubeCell } from "#domain/explore.ts";
import { type HeatCell, HeatMap } from "../chart/heat-map.tsx";
import { BarsChart } from "./bars-chart.tsx";
import { fullFigure, shortFigure, squareTexts } from "./cell-text.ts";
import { dimensionLabels, valueLabel, viewLabels } from "./labels.ts";

type Props = {
  cells: CubeCell[];
  by: ExploreAsked["by"];
  show: CellView;
  currency: string;
  names: Record<string, string>;
  /** Narrows the page to what was clicked. */
  onChoose: (values: string[]) => void;
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
  const grid = gridOf([first, second], cells);
  const heat = heatOf(grid.cells, show, currency);
  return (
    <HeatMap
      label={`${viewLabels[show]} by ${dimensionLabels[first].toLowerCase()} and ${dimensionLabels[second].toLowerCase()}`}
      rows={grid.rows.map((value) => valueLabel(first, value, names))}
      columns={grid.columns.map((value) => (second === "hour" ? value : valueLabel(second, value, names)))}
      cells={heat}
      noun="messages"
      cellWidth={grid.columns.length > 16 ? 38 : grid.columns.length > 8 ? 64 : 96}
      onChoose={(row, column) => onChoose([grid.rows[row] ?? "", grid.columns[column] ?? ""])}
    />
  );
}

/** Colours by the strongest cell that is not a small sample, so that three messages do not outshine three thousand. */
function heatOf(cells: (CubeCell | null)[][], show: CellView, currency: string): HeatCell[][] {
  const figures = cells.map((line) => line.map((cell) => (cell ? figureOfCell(cell, show) : null)));
  const told = figures.flat().flatMap((figure) => (figure && !figure.small ? [figure.value ?? 0] : []));
  const most = Math.max(...told, Number.MIN_VALUE);
  return figures.map((line) =>
    line.map((figure) => ({
      strength: figure === null || figure.value === null ? null : Math.max(0, Math.min(1, figure.value / most)),
      ...(figure?.share ? squareTexts(figure.share) : { text: figure ? shortFigure(figure, currency) : "" }),
      full: figure ? fullFigure(figure, currency) : "no messages",
      small: figure?.small ?? false,
    })),
  );
}
