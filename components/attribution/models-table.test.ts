import { expect, test } from "vitest";
import type { ModelTotal } from "#domain/attribution/credit-view.ts";
import { modelsTable } from "./models-table.ts";

const step = (position: number, channel: string, revenue: number, orders: number) => ({
  ...{ position, channel, revenue, orders },
});
const total = (change: Partial<ModelTotal>): ModelTotal => ({
  ...{ model: "linear", revenue: 0, orders: 0, steps: [], fallbacks: [] },
  ...change,
});

test("a file has every step that any model credits, in its order, with money in units and orders in parts", () => {
  const { columns, rows } = modelsTable(
    [
      total({ model: "last_click", revenue: 12_345, orders: 2, steps: [step(1, "email", 12_345, 2)] }),
      total({
        ...{ revenue: 12_345, orders: 2, fallbacks: [{ reason: "not_fitted", orders: 1 }] },
        steps: [step(1, "email", 8_230, 4 / 3), step(0, "email", 4_115, 2 / 3)],
      }),
    ],
    "EUR",
  );
  expect(columns.map(({ name }) => name)).toEqual([
    ...["Model", "Step 1, email: attributed revenue (EUR)", "Step 1, email: orders"],
    ...["Step 2, email: attributed revenue (EUR)", "Step 2, email: orders"],
    ...["Attributed revenue (EUR)", "Orders", "Orders shared evenly"],
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["Last click", 0, 0, 123.45, 2, 123.45, 2, 0],
    ["Linear", 41.15, 0.667, 82.3, 1.333, 123.45, 2, 1],
  ]);
});
