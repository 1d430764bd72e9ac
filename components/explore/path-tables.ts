import type { SurvivalPoint } from "#domain/explore/survival.ts";
import { type FunnelRow, shareOf } from "#domain/explore.ts";
import { type Figure, queryOfFigure, type Stage } from "#domain/figure-row.ts";
import type { ChartTable } from "../chart/chart-table.ts";
import { countText } from "../result/chart-parts.tsx";
import { rateText, shareText } from "./cell-text.ts";

const stageLabels: Record<Stage, string> = {
  enrolled: "Enrolled",
  sent: "Written to",
  delivered: "Delivered",
  clicked: "Clicked",
  recovered: "Recovered",
  ordered: "Ordered at all",
};

type Days = { from: string; to: string; currency: string };
export type FunnelStage = { stage: Stage; name: string; count: number; lines: [string, string][] };

export const rowsHref = (figure: Figure) => `/results/rows?${new URLSearchParams(queryOfFigure(figure))}`;

const way = ["enrolled", "sent", "delivered", "clicked", "recovered"] as const;

/** The stages of those written to, each with its share of all of them and of the stage before. */
export function funnelStages(rows: FunnelRow[]): FunnelStage[] {
  const variants = rows.filter((row) => row.armKind === "variant");
  const count = (stage: Stage) => variants.reduce((sum, row) => sum + row[stage], 0);
  if (count("enrolled") === 0) return [];
  return way.map((stage, index) => {
    const before = way[index - 1];
    const lines: [string, string][] = [["Enrollments", countText(count(stage))]];
    if (before) {
      lines.push(["Of all", shareText(shareOf(count(stage), count("enrolled")))]);
      lines.push([`Of ${stageLabels[before].toLowerCase()}`, shareText(shareOf(count(stage), count(before)))]);
    }
    return { stage, name: stageLabels[stage], count: count(stage), lines };
  });
}

export function funnelTable(stages: FunnelStage[], days: Days): ChartTable {
  const all = stages[0]?.count ?? 0;
  const percent = (rate: number | null) => (rate === null ? "–" : rateText(rate));
  return {
    columns: [
      { name: "Stage" },
      { name: "Enrollments", numeric: true },
      ...["Of all", "95% from", "95% to", "Of the stage before"].map((name) => ({ name, numeric: true })),
    ],
    rows: stages.map(({ stage, name, count }, index) => {
      const whole = shareOf(count, all);
      const step = shareOf(count, stages[index - 1]?.count ?? count);
      return {
        key: stage,
        faint: whole.small,
        href: rowsHref({ kind: "enrollments", stage, arm: "variant", sequence: null, ...days }),
        cells: [name, count, whole.rate, whole.interval.low, whole.interval.high, step.rate],
        shown: [
          ...[undefined, countText(count), percent(whole.rate), percent(whole.interval.low)],
          ...[percent(whole.interval.high), index === 0 ? "–" : percent(step.rate)],
        ],
      };
    }),
  };
}

export function timeTable({ variant, holdout }: { variant: SurvivalPoint[]; holdout: SurvivalPoint[] }): ChartTable {
  const arms: [string, SurvivalPoint[]][] = [
    ["Written to", variant],
    ["Holdout", holdout],
  ];
  return {
    columns: [
      { name: "Arm" },
      ...["Within hours", "Ordered", "95% from", "95% to", "Still watched"].map((name) => ({ name, numeric: true })),
    ],
    rows: arms.flatMap(([name, points]) =>
      points.map((point) => {
        const ordered = [1 - point.surviving, 1 - point.high, 1 - point.low];
        return {
          key: `${name} ${point.hours}`,
          faint: point.atRisk < 100,
          cells: [name, point.hours, ...ordered, point.atRisk],
          shown: [undefined, `${point.hours}`, ...ordered.map(rateText), countText(point.atRisk)],
        };
      }),
    ),
  };
}
