import { type CellView, figureOfCell, valuesInOrder } from "#domain/explore/cell-view.ts";
import type { CubeCell, Dimension } from "#domain/explore.ts";
import { ratesOf } from "#domain/explore.ts";
import type { ChartTable } from "../chart/chart-table.ts";
import { countText, shortMoney } from "../result/chart-parts.tsx";
import { fullFigure, unitsOf } from "./cell-text.ts";
import { dimensionLabels, valueLabel, viewLabels } from "./labels.ts";

type Asked = {
  cells: CubeCell[];
  by: readonly Dimension[];
  show: CellView;
  currency: string;
  names: Record<string, string>;
  hrefOf: (cell: CubeCell) => string;
};

/** Cells as a table: the figure that is shown with its interval, and what stands behind it. */
export function cubeTable({ cells, by, show, currency, names, hrefOf }: Asked): ChartTable {
  const isRate = cells[0] ? figureOfCell(cells[0], show).share !== null : false;
  const extra = (["ordered", "clicked"] as const).filter((view) => view !== show);
  return {
    columns: [
      ...by.map((dimension) => ({ name: dimensionLabels[dimension] })),
      { name: viewLabels[show], numeric: true },
      ...(isRate ? ["95% from", "95% to", "Counted"].map((name) => ({ name, numeric: true })) : []),
      ...(show === "sent" ? [] : [{ name: viewLabels.sent, numeric: true }]),
      ...extra.map((view) => ({ name: view === "ordered" ? "Orders" : "Clicked", numeric: true })),
      ...(show === "revenue" ? [] : [{ name: `${viewLabels.revenue} (${currency})`, numeric: true }]),
    ],
    rows: inOrder(cells, by).map((cell) => {
      const figure = figureOfCell(cell, show);
      const { share, value } = figure;
      const plain = figure.kind === "money" && value !== null ? unitsOf(value, currency) : value;
      const percent = (rate: number) => `${(rate * 100).toFixed(2)}%`;
      return {
        key: cell.values.join("\n"),
        faint: figure.small,
        href: hrefOf(cell),
        cells: [
          ...by.map((dimension, place) => valueLabel(dimension, cell.values[place] ?? "", names)),
          plain === null ? null : round(plain),
          ...(share ? [round(share.interval.low), round(share.interval.high), share.count] : []),
          ...(show === "sent" ? [] : [cell.sent]),
          ...extra.map((view) => (view === "ordered" ? cell.orders : cell.clicked)),
          ...(show === "revenue" ? [] : [unitsOf(cell.revenue, currency)]),
        ],
        shown: [
          ...by.map(() => undefined),
          share ? (share.rate === null ? "–" : percent(share.rate)) : fullFigure(figure, currency),
          ...(share ? [percent(share.interval.low), percent(share.interval.high), countText(share.count)] : []),
          ...(show === "sent" ? [] : [countText(cell.sent)]),
          ...extra.map((view) => countText(view === "ordered" ? cell.orders : cell.clicked)),
          ...(show === "revenue" ? [] : [shortMoney(cell.revenue, currency)]),
        ],
      };
    }),
  };
}

/** Rows as the chart has them: by the first dimension's order, then by the second's. */
function inOrder(cells: CubeCell[], by: readonly Dimension[]): CubeCell[] {
  const [first, second] = by;
  if (!first) return cells;
  const [outer, inner] = [valuesInOrder(first, 0, cells), second ? valuesInOrder(second, 1, cells) : []];
  const place = ({ values: [a = "", b = ""] }: CubeCell) => outer.indexOf(a) * (inner.length + 1) + inner.indexOf(b);
  return cells.toSorted((one, other) => place(one) - place(other));
}

const round = (value: number) => Number(value.toFixed(6));

/** The rates of a cell in one line, for what stands beside the pointer. */
export function linesOfCell(cell: CubeCell, show: CellView, currency: string): [string, string][] {
  const figure = figureOfCell(cell, show);
  const lines: [string, string][] = [[viewLabels[show], figure.share ? "" : fullFigure(figure, currency)]];
  if (figure.share) {
    const [rate = "", counted = ""] = fullFigure(figure, currency).split("), ");
    lines[0] = [viewLabels[show], rate.split(" (")[0] ?? ""];
    if (counted) lines.push(["95% interval", rate.split(" (")[1] ?? ""], ["Counted", counted]);
  }
  if (show !== "sent") lines.push(["Messages", countText(cell.sent)]);
  if (show !== "ordered") lines.push(["Orders", countText(ratesOf(cell).ordered.count)]);
  if (show !== "revenue") lines.push(["Attributed revenue", shortMoney(cell.revenue, currency)]);
  return figure.small ? [...lines, ["Small sample", "read the interval"]] : lines;
}
