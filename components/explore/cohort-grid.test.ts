import { expect, test } from "vitest";
import { cohortGrid } from "./cohort-grid.ts";

const cell = (week: string, weeksLater: number, contacts: number, recovered: number) => ({
  ...{ week, weeksLater, contacts, recovered, enrolled: contacts, revenue: recovered * 1_000 },
});

test("the last row has all weeks that have come so far, each with everything until then", () => {
  const { weeks, cells } = cohortGrid(
    [cell("2026-03-02", 0, 60, 6), cell("2026-03-02", 1, 60, 3), cell("2026-03-09", 0, 80, 4)],
    "EUR",
  );
  expect(weeks).toEqual(["2 Mar", "9 Mar", "All"]);
  const told = cells.map((line) => line.map(({ text, small, strength }) => (strength === null ? null : [text, small])));
  expect(told).toEqual([
    [
      ["6/60", true],
      ["9/60", true],
    ],
    [["4/80", true], null],
    [
      ["7.1%", false],
      ["9/60", true],
    ],
  ]);
});

test("the colour of a week of few contacts is drawn towards that of all", () => {
  const { cells, most } = cohortGrid([cell("2026-03-02", 0, 4, 2), cell("2026-03-09", 0, 996, 99)], "EUR");
  const [few, , all] = cells.map(([one]) => one?.strength ?? 0);
  expect(few).toBeLessThan((all ?? 0) * 1.2);
  expect(most).toBe("12%");
});
