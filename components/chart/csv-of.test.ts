import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf, fileNameOf } from "./csv-of.ts";

const tableOf = (cell: string | number | null) => ({
  columns: [{ name: "Value" }, { name: "Orders" }],
  rows: [{ key: "1", cells: [cell, -3] }],
});
const linesOf = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: true });

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://x.example")'])(
  "%j is no formula in a spreadsheet",
  (text) => {
    expect(linesOf(csvOf(tableOf(text), []))[1]?.[0]).toBe(`'${text}`);
  },
);

test("no text of any kind begins a cell as a formula does, and none is lost", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = linesOf(csvOf(tableOf(text), ["=about"]))[1]?.[0] ?? "";
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(cell === text || cell === `'${text}`).toBe(true);
    }),
  );
  expect(csvOf(tableOf("a"), ["=about"])).toContain("'=about");
});

test("numbers stay numbers, and what is not known stays empty", () => {
  expect(linesOf(csvOf(tableOf(-0.25), []))[1]).toEqual(["-0.25", "-3"]);
  expect(linesOf(csvOf(tableOf(null), []))[1]).toEqual(["", "-3"]);
});

test("a file is named by plain letters", () => {
  expect(fileNameOf("Orders by Größe, 10 % / “new”", "csv")).toBe("orders-by-gro-e-10-new.csv");
  expect(fileNameOf("../../", "png")).toBe("chart.png");
});
