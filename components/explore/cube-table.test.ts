import { expect, test } from "vitest";
import { noCounts } from "#domain/explore/testing/counts.ts";
import { cubeTable } from "./cube-table.ts";

const cell = (values: string[], sent: number, orders: number) => ({
  ...noCounts(),
  values,
  sent,
  orders,
  revenue: 12_345,
});
const asked = { currency: "EUR", names: {}, hrefOf: () => "/results/rows" };

test("a rate stands between the ends of its interval, with the cases it counts", () => {
  const { columns, rows } = cubeTable({ ...asked, by: ["step"], show: "ordered", cells: [cell(["1"], 40, 4)] });
  expect(columns.map(({ name }) => name)).toEqual([
    ...["Step", "Conversion", "95% from", "95% to", "Counted", "Messages sent", "Clicked"],
    "Attributed revenue (EUR)",
  ]);
  expect(rows[0]).toMatchObject({ faint: true, cells: ["Step 1", 0.1, 0.03958, 0.230518, 4, 40, 0, 123.45] });
});

test("every cell has a value for every column, whatever is shown and by however much", () => {
  for (const show of ["ordered", "clicked", "revenue", "revenuePerMessage", "sent", "complained"] as const)
    for (const by of [["step"], ["weekday", "hour"]] as const) {
      const { columns, rows } = cubeTable({
        ...asked,
        by,
        show,
        cells: [cell(["1", "09"], 0, 0), cell(["2", "10"], 5, 1)],
      });
      for (const row of rows) expect([row.cells.length, row.shown?.length]).toEqual([columns.length, columns.length]);
    }
});

test("rows follow the chart: weekdays and hours as they come", () => {
  const cells = [cell(["5", "16"], 1, 0), cell(["1", "20"], 9, 0), cell(["1", "09"], 2, 0)];
  const { rows } = cubeTable({ ...asked, by: ["weekday", "hour"], show: "clicked", cells });
  expect(rows.map((row) => row.cells.slice(0, 2).join(" "))).toEqual(["Monday 09:00", "Monday 20:00", "Friday 16:00"]);
});

test("money is in units in the file and as money in the table", () => {
  const { rows } = cubeTable({ ...asked, by: ["step"], show: "revenue", cells: [cell(["1"], 400, 4)] });
  expect([rows[0]?.cells[1], rows[0]?.shown?.[1]]).toEqual([123.45, "€123.45"]);
});
