import type { ExperimentView } from "#domain/experiment-view.ts";
import type { ChartTable } from "../../chart/chart-table.ts";
import { formatTime } from "../../ui/time.tsx";

type Held = ExperimentView["weights"][number];

/** From an instant on, each arm's share in percent of those who come then. */
export type SharePoint = { at: number; shares: Record<string, number> };

/** The shares as steps: each row of weights from its instant on, and the newest up to `until`. */
export function sharePoints(weights: Held[], until: string): { arms: string[]; points: SharePoint[] } {
  const arms = [...new Set(weights.flatMap(({ weights: held }) => held.map(({ arm }) => arm)))];
  const points = weights.map(({ at, weights: held }) => ({ at: Date.parse(at), shares: percentages(held) }));
  const last = points.at(-1);
  const end = Date.parse(until);
  return { arms, points: last && end > last.at ? [...points, { ...last, at: end }] : points };
}

function percentages(held: Held["weights"]): Record<string, number> {
  const whole = held.reduce((sum, { weight }) => sum + weight, 0);
  return Object.fromEntries(held.map(({ arm, weight }) => [arm, whole > 0 ? (weight / whole) * 100 : 0]));
}

const kinds: Record<Held["kind"], string> = { set: "Set by hand", thompson: "Moved by sampling" };

/** The chart as a table, the newest first. */
export function shareTable(weights: Held[], zone: string): ChartTable {
  const { arms } = sharePoints(weights, "");
  return {
    columns: [{ name: "From" }, { name: "By" }, ...arms.map((arm) => ({ name: `${arm}, %`, numeric: true }))],
    rows: [...weights].reverse().map(({ number, kind, at, weights: held }) => {
      const shares = percentages(held);
      const each = arms.map((arm) => shares[arm] ?? 0);
      return {
        key: String(number),
        cells: [at, kinds[kind], ...each.map((share) => Number(share.toFixed(3)))],
        shown: [formatTime(new Date(at), zone), undefined, ...each.map((share) => `${share.toFixed(1)}%`)],
      };
    }),
  };
}
