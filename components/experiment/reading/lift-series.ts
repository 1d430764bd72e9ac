import type { Analysis } from "#domain/experiment/analysis.ts";
import type { ChartTable } from "../../chart/chart-table.ts";
import { dayText } from "../../result/chart-parts.tsx";
import { intervalText, liftText, type Unit } from "../figures.ts";

export type LiftPoint = {
  day: string;
  assigned: number;
  lifts: Record<string, { lift: number; band: [number, number] }>;
};

/** The arms that the chart draws, and a point for each day with what was known of them. */
export function liftPoints({ series }: Pick<Analysis, "series">): { arms: string[]; points: LiftPoint[] } {
  const arms = [...new Set(series.flatMap(({ lifts }) => lifts.map(({ arm }) => arm)))];
  const points = series.map(({ day, assigned, lifts }) => {
    const known = lifts.flatMap(({ arm, lift, interval }): [string, LiftPoint["lifts"][string]][] =>
      lift === null || interval === null ? [] : [[arm, { lift, band: [interval.low, interval.high] }]],
    );
    return { day, assigned, lifts: Object.fromEntries(known) };
  });
  return { arms, points };
}

/**
 * What the axis spans: the newest intervals with room around them. The first days' may be so wide that everything else
 * would be a line; they go beyond the edge, and the table says them.
 */
export function liftTicks(points: LiftPoint[]): number[] {
  const newest = points.at(-1)?.lifts ?? {};
  const ends = Object.values(newest).flatMap(({ band }) => band);
  const half = roundUp(Math.max(0.0001, ...ends.map(Math.abs)) * 1.2);
  return [-half, -half / 2, 0, half / 2, half];
}

/** The next of 1, 2, 4 or 6 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 6].find((times) => times * power >= value) ?? 10) * power;
}

/** The chart as a table, newest day first. */
export function liftTable({ series, scale }: Analysis, unit: Unit): ChartTable {
  const arms = liftPoints({ series }).arms;
  return {
    columns: [
      { name: "Day" },
      { name: "Assigned", numeric: true },
      ...arms.flatMap((arm) => [
        { name: `${arm}: ${scale} lift`, numeric: true },
        { name: `${arm}: interval`, numeric: true },
      ]),
    ],
    rows: [...series].reverse().map(({ day, assigned, lifts }) => {
      const of = (arm: string) => lifts.find((one) => one.arm === arm);
      return {
        key: day,
        cells: [day, assigned, ...arms.flatMap((arm) => [of(arm)?.lift ?? null, spelled(of(arm)?.interval)])],
        shown: [
          dayText(day, true),
          undefined,
          ...arms.flatMap((arm) => {
            const { lift = null, interval = null } = of(arm) ?? {};
            return lift === null || interval === null
              ? [undefined, undefined]
              : [liftText(lift, scale, unit), intervalText(interval, scale, unit)];
          }),
        ],
      };
    }),
  };
}

const spelled = (interval: { low: number; high: number } | null | undefined) =>
  interval ? `${interval.low} to ${interval.high}` : null;
