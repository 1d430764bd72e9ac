import { expect, test } from "vitest";
import { shareOf } from "../explore.ts";
import { weightOfCell } from "./cell-view.ts";
import { heatGridOf, hourBlocks } from "./heat-grid.ts";
import { noCounts } from "./testing/counts.ts";

const cell = (values: string[], sent: number, orders = 0) => ({ ...noCounts(), values, sent, orders });
const sentOf = (cells: ({ sent: number } | null)[]) => cells.map((one) => one?.sent ?? null);

test("hours come in blocks of four where most squares rest on few messages, and alone where they do not", () => {
  const few = [cell(["1", "08"], 20), cell(["1", "11"], 30), cell(["1", "12"], 5), cell(["2", "23"], 200)];
  const blocked = heatGridOf({ by: ["weekday", "hour"], show: "ordered", cells: few });
  expect([blocked.inBlocks, blocked.columns]).toEqual([true, [...hourBlocks, null]]);
  expect(sentOf(blocked.cells[0] ?? [])).toEqual([null, null, 50, 5, null, null, 55]);
  const many = few.map((one) => ({ ...one, sent: one.sent * 20 }));
  const alone = heatGridOf({ by: ["hour", "weekday"], show: "ordered", cells: many.map(turned) });
  expect([alone.inBlocks, alone.rows.length]).toEqual([false, 25]);
});

test("what is a sum anyway is told hour by hour", () => {
  const cells = [cell(["1", "08"], 2), cell(["1", "09"], 3)];
  expect(heatGridOf({ by: ["weekday", "hour"], show: "sent", cells }).inBlocks).toBe(false);
});

test("every row and column has the sum of its squares, and the corner that of all", () => {
  const cells = [cell(["1", "phone"], 40, 4), cell(["1", "desktop"], 80, 2), cell(["2", "phone"], 30, 1)];
  const { rows, cells: lines, whole } = heatGridOf({ by: ["step", "device"], show: "ordered", cells });
  expect(rows).toEqual(["1", "2", null]);
  expect(lines.map(sentOf)).toEqual([
    [80, 40, 120],
    [null, 30, 30],
    [80, 70, 150],
  ]);
  expect([whole.sent, whole.orders]).toEqual([150, 7]);
});

test("of products, of which a message has several, there is no sum", () => {
  const cells = [cell(["kettle", "1"], 4), cell(["lamp", "1"], 4)];
  const { rows, columns } = heatGridOf({ by: ["product", "weekday"], show: "ordered", cells });
  expect([rows.includes(null), columns.at(-1)]).toEqual([false, null]);
  expect(heatGridOf({ by: ["weekday", "product"], show: "ordered", cells: cells.map(turned) }).columns).not.toContain(
    null,
  );
});

test("a colour of few messages lies near the average, one of many is its own", () => {
  const whole = { ...noCounts(), sent: 2_000, orders: 100 };
  const colour = (sent: number, orders: number) => weightOfCell({ ...noCounts(), sent, orders }, whole, "ordered");
  expect(colour(3, 2)).toBeCloseTo((2 + 5) / 103);
  expect(colour(50, 0)).toBeCloseTo(5 / 150);
  expect([colour(400, 40), shareOf(40, 400).rate]).toEqual([0.1, 0.1]);
  expect(weightOfCell({ ...noCounts(), sent: 3, revenue: 900 }, whole, "revenue")).toBe(900);
});

const turned = <One extends { values: string[] }>(one: One) => ({ ...one, values: one.values.toReversed() });
