/** A chart as a table: what screen readers hear, what is shown instead of it, and what the CSV holds. */
export type ChartTable = {
  columns: { name: string; numeric?: boolean }[];
  rows: ChartRow[];
};

/** `cells` are plain values for the file; `shown` how people read them, where that is different. */
export type ChartRow = {
  key: string;
  cells: (string | number | null)[];
  shown?: (string | undefined)[];
  /** Rests on few cases. */
  faint?: boolean;
  /** Where the rows behind it are. */
  href?: string;
};
