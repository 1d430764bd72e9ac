import { expect, test } from "vitest";
import { exploreOf, queryOfExplore, withFirst } from "./asked.ts";
import { figureOfCell, gridOf, valuesInOrder } from "./cell-view.ts";
import { noCounts } from "./testing/counts.ts";

test("an address says what is seen, and says it again", () => {
  const texts = { by: "step,device", show: "clicked", country: "DE", subject: "Your kettle, & more | 10 %" };
  const asked = exploreOf(texts);
  expect(asked).toEqual({
    ...{ by: ["step", "device"], show: "clicked" },
    filters: { country: ["DE"], subject: ["Your kettle, & more | 10 %"] },
  });
  expect(exploreOf(queryOfExplore(asked))).toEqual(asked);
});

test("an address that makes no sense shows orders by incentive", () => {
  for (const by of ["", "nothing", "nothing,neither", undefined])
    expect(exploreOf({ by, show: "' or 1=1" })).toEqual({ by: ["incentive"], show: "ordered", filters: {} });
  expect(exploreOf({ by: "product,subject" }).by).toEqual(["product"]);
  expect(exploreOf({ by: "step,step" }).by).toEqual(["step"]);
});

test("another first dimension keeps the second where both go together", () => {
  expect(withFirst(["step", "device"], "country")).toEqual(["country", "device"]);
  expect(withFirst(["step", "device"], "device")).toEqual(["device"]);
  expect(withFirst(["step", "product"], "subject")).toEqual(["subject"]);
});

const cell = (values: string[], sent: number) => ({
  ...noCounts(),
  sent,
  delivered: sent,
  orders: 1,
  revenue: 1_000,
  values,
});

test("a rate never stands without what it rests on, and few messages make it small", () => {
  const few = figureOfCell(cell([], 12), "ordered");
  expect(few).toMatchObject({ kind: "share", value: 1 / 12, small: true, share: { count: 1, of: 12 } });
  expect(few.share?.interval.high).toBeGreaterThan(0.3);
  expect(figureOfCell(cell([], 1_000), "ordered").small).toBe(false);
  expect(figureOfCell(cell([], 4), "revenuePerMessage")).toMatchObject({ kind: "money", value: 250, small: true });
  expect(figureOfCell(noCounts(), "clicked").value).toBeNull();
});

test("hours and weekdays stand whole and in their order, bands in theirs, the rest by what was sent", () => {
  const grid = gridOf(["weekday", "hour"], [cell(["3", "18"], 9)]);
  expect([grid.rows.length, grid.columns.length]).toEqual([7, 24]);
  expect(grid.cells[2]?.[18]?.sent).toBe(9);
  expect(grid.cells[0]?.[0]).toBeNull();
  const bands = ["31+", "none", "6-10"].map((value) => cell([value], 1));
  expect(valuesInOrder("depth", 0, bands)).toEqual(["none", "6-10", "31+"]);
  expect(valuesInOrder("country", 0, [cell(["AT"], 1), cell(["DE"], 5)])).toEqual(["DE", "AT"]);
});
