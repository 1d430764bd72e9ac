import { formatMoney } from "#domain/money.ts";
import type { DayRevenue } from "#domain/result-view.ts";
import type { ChartTable } from "../chart/chart-table.ts";
import { unitsOf } from "../explore/cell-text.ts";
import { dayText } from "./chart-parts.tsx";

/** The chart by day, as a table; newest day first. */
export function dayTable(days: DayRevenue[], currency: string): ChartTable {
  return {
    columns: [
      { name: "Day" },
      { name: "Orders", numeric: true },
      { name: `Attributed revenue (${currency})`, numeric: true },
    ],
    rows: days.toReversed().map(({ day, orders, revenue }) => ({
      key: day,
      faint: orders === 0,
      cells: [day, orders, unitsOf(revenue, currency)],
      shown: [dayText(day, true), undefined, formatMoney({ amount: revenue, currency }, "en")],
    })),
  };
}
