import type { ModelTotal, StepTotal } from "#domain/attribution/credit-view.ts";
import type { ChartTable } from "../chart/chart-table.ts";
import { unitsOf } from "../explore/cell-text.ts";
import { nameOf } from "./credit-table.tsx";
import { modelLabels } from "./labels.ts";

type Step = Pick<StepTotal, "channel" | "position">;

/** The steps that any model credits, in their order. */
export function stepsOf(totals: ModelTotal[]): Step[] {
  const known = new Map<string, Step>(
    totals.flatMap(({ steps }) => steps.map((step) => [nameOf(step), step] as const)),
  );
  return [...known.values()].toSorted((a, b) => a.position - b.position || (a.channel < b.channel ? -1 : 1));
}

const at = ({ steps }: ModelTotal, step: Step) => steps.find((one) => nameOf(one) === nameOf(step));

export const revenueOf = (total: ModelTotal, step: Step): number => at(total, step)?.revenue ?? 0;

/** What each model credits, as a file: every step with its revenue and its orders, then all of them. */
export function modelsTable(totals: ModelTotal[], currency: string): ChartTable {
  const steps = stepsOf(totals);
  return {
    columns: [
      { name: "Model" },
      ...steps.flatMap((step) => [
        { name: `${nameOf(step)}: attributed revenue (${currency})`, numeric: true },
        { name: `${nameOf(step)}: orders`, numeric: true },
      ]),
      ...[`Attributed revenue (${currency})`, "Orders", "Orders shared evenly"].map((name) => ({
        name,
        numeric: true,
      })),
    ],
    rows: totals.map((total) => ({
      key: total.model,
      cells: [
        modelLabels[total.model],
        ...steps.flatMap((step) => [unitsOf(revenueOf(total, step), currency), rounded(at(total, step)?.orders ?? 0)]),
        ...[unitsOf(total.revenue, currency), rounded(total.orders)],
        total.fallbacks.reduce((sum, { orders }) => sum + orders, 0),
      ],
    })),
  };
}

/** An order that several steps share counts in parts. */
const rounded = (orders: number) => Number(orders.toFixed(3));
