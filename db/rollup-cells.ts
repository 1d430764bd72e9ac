import { sql } from "drizzle-orm";
import { cellFold, type FoldedCell } from "#domain/explore/fold.ts";
import { type Pair, pairs } from "#domain/explore/pairs.ts";
import { measures } from "#domain/explore.ts";
import type { Scope } from "./scope.ts";

export const countColumns = measures.map((measure) => measure.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`));

const names = sql.raw(countColumns.join(", "));
const adding = sql.raw(
  countColumns.map((column) => `${column} = rollup_cells.${column} + excluded.${column}`).join(", "),
);

export type Grain = "day" | "month";
/** A message or a change to one as it is folded; arrays as Postgres joins them. */
export type FoldedRow = { day: string; currency: string; codes: string; products: string; counts: string };

/** By day everything but wide pairs, by month everything. */
const daily = pairs.filter((pair) => !pair.wide);
const monthly = pairs;

/**
 * Takes the deltas of the oldest one's day into the cells, so that readers have fewer to add: changes of one day meet in the
 * same cells. Deltas and cells change in one transaction: whoever reads sees each change once. Returns how many were taken.
 */
export async function settleOldestDay(scope: Scope): Promise<number> {
  const rows = await scope.db.execute<FoldedRow>(sql`
    delete from rollup_deltas where tenant_id = ${scope.tenantId}
      and day = (select day from rollup_deltas where tenant_id = ${scope.tenantId} order by seq limit 1)
    returning day::text as day, currency, array_to_string(codes, ',') as codes, array_to_string(products, ',') as products,
      ${sql.raw(`concat_ws(',', ${countColumns.join(", ")})`)} as counts`);
  const byDay = Map.groupBy(rows, (row) => `${row.day} ${row.currency}`);
  for (const [key, theirs] of byDay) await addCells(scope, "day", key, foldRows(theirs, daily));
  const byMonth = Map.groupBy(rows, (row) => `${row.day.slice(0, 7)}-01 ${row.currency}`);
  for (const [key, theirs] of byMonth) await addCells(scope, "month", key, foldRows(theirs, monthly));
  return rows.length;
}

/** The cells of messages of one span, for sums that are made anew. */
export function foldRows(rows: Iterable<FoldedRow>, kept: Pair[]): FoldedCell[] {
  const fold = cellFold(kept);
  for (const row of rows)
    fold.add({ codes: numbers(row.codes), products: numbers(row.products), counts: numbers(row.counts) });
  return fold.cells();
}

export const numbers = (text: string) => (text === "" ? [] : text.split(",").map(Number));

const chunk = 20_000;

/** Adds cells to those that stand. `key` is the span's first day and the currency. */
export async function addCells(scope: Scope, grain: Grain, key: string, cells: FoldedCell[]): Promise<void> {
  const [span, currency] = key.split(" ");
  // In the key's own order, so that two writers never wait for each other and pages are filled one after the other.
  cells.sort((one, other) => one.pair - other.pair || one.a - other.a || one.b - other.b);
  for (let from = 0; from < cells.length; from += chunk) {
    const part = cells.slice(from, from + chunk);
    const column = (pick: (cell: FoldedCell) => number | undefined) =>
      sql`${`{${part.map(pick).join(",")}}`}::bigint[]`;
    const counts = measures.map((_, place) => column((cell) => cell.counts[place]));
    await scope.db.execute(sql`
      insert into rollup_cells (tenant_id, pair, currency, grain, span, a, b, ${names})
      select ${scope.tenantId}, pair, ${currency}, ${grain}, ${span}::date, a, b, ${names}
      from unnest(${column((cell) => cell.pair)}, ${column((cell) => cell.a)}, ${column((cell) => cell.b)}, ${sql.join(counts, sql`, `)})
        as said(pair, a, b, ${names})
      on conflict (tenant_id, pair, currency, grain, span, a, b) do update set ${adding}`);
  }
}
