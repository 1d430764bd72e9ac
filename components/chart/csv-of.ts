import { stringify } from "csv-stringify/browser/esm/sync";
import type { ChartTable } from "./chart-table.ts";

/**
 * A chart's table as CSV. Spreadsheets run cells that begin with = + - @, a tab or a return as formulas, so that texts which
 * do are given an apostrophe first; numbers stay numbers. Says what it is of in its last lines.
 */
export function csvOf({ columns, rows }: ChartTable, about: string[]): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map(({ cells }) => cells),
    [],
    ...about.map((line) => [line]),
  ];
  return stringify(lines, { escape_formulas: true, bom: true });
}

/** A file's name of a title: plain letters, so that every system takes it. */
export function fileNameOf(title: string, ending: "csv" | "png"): string {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain.slice(0, 80) || "chart"}.${ending}`;
}
