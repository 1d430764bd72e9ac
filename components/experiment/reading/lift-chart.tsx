"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Analysis } from "#domain/experiment/analysis.ts";
import { ChartPanel } from "../../chart/chart-panel.tsx";
import { axisLook, dayText, TipBox } from "../../result/chart-parts.tsx";
import { intervalText, liftText, unitOf } from "../figures.ts";
import { metricLabels } from "../labels.ts";
import { colourOf, strokeOf } from "./arm-colours.ts";
import { type LiftPoint, liftPoints, liftTable, liftTicks } from "./lift-series.ts";

/** What a look at the end of each day would have shown: every arm's lift over the baseline, with its interval. */
export function LiftChart({ analysis, minimumEffect }: { analysis: Analysis; minimumEffect: number | null }) {
  const { scale, metric, currency, series, baseline } = analysis;
  const unit = unitOf(metric, currency);
  const [first, last] = [series[0]?.day, series.at(-1)?.day];
  return (
    <ChartPanel
      title="Lift over time"
      description={`Over ${baseline ?? "the baseline"}, on the ${scale} scale. Zero outside the band means a difference, at every look.`}
      period={first && last ? `${dayText(first)} to ${dayText(last)}` : ""}
      source={`${metricLabels[metric]}, ${scale}; always-valid intervals at ${Number(((1 - analysis.alpha) * 100).toFixed(2))}%.`}
      table={liftTable(analysis, unit)}
      empty="Nobody has been assigned yet"
      className="overflow-hidden"
    >
      <Drawing analysis={analysis} minimumEffect={minimumEffect} />
    </ChartPanel>
  );
}

function Drawing({ analysis, minimumEffect }: { analysis: Analysis; minimumEffect: number | null }) {
  const { scale, metric, currency } = analysis;
  const unit = unitOf(metric, currency);
  const { arms, points } = liftPoints(analysis);
  const ticks = liftTicks(points);
  const tick = (lift: number) => (lift === 0 ? "0" : liftText(lift, scale, unit).replace(/\.0+(?=\D)/, ""));
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 px-1 pb-2 text-ink-soft text-xs">
        {arms.map((arm, place) => (
          <li key={arm} className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-sm" style={{ background: colourOf(place) }} />
            {arm}
          </li>
        ))}
        {minimumEffect === null ? null : (
          <li className="flex items-center gap-1.5">
            <span aria-hidden className="w-4 border-t border-dashed border-ink-faint" />
            Least effect that matters
          </li>
        )}
      </ul>
      <div className="h-64">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            accessibilityLayer
            title="Lift over time; the arrow keys walk over its days"
            data={points}
            margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="day" tickFormatter={(day: string) => dayText(day)} minTickGap={48} {...axisLook} dy={4} />
            <YAxis
              width={72}
              ticks={ticks}
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
              allowDataOverflow
              // A space that breaks would put the unit on a line of its own.
              tickFormatter={(value: number) => tick(value).replaceAll(" ", "\u00a0")}
              {...axisLook}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-strong)" }}
              content={({ active, payload }) => {
                const point: LiftPoint | undefined = payload?.[0]?.payload;
                if (!active || !point) return null;
                const lines = arms.map((arm): [string, string] => {
                  const found = point.lifts[arm];
                  const [low, high] = found?.band ?? [0, 0];
                  return found
                    ? [arm, `${liftText(found.lift, scale, unit)} (${intervalText({ low, high }, scale, unit)})`]
                    : [arm, "nothing known"];
                });
                return <TipBox title={`${dayText(point.day, true)}, ${point.assigned} assigned`} lines={lines} />;
              }}
            />
            <ReferenceLine y={0} stroke="var(--ink-faint)" />
            {minimumEffect === null ? null : (
              <ReferenceLine y={minimumEffect} stroke="var(--ink-faint)" strokeDasharray="4 4" />
            )}
            {arms.map((arm, place) => (
              <Area
                key={`${arm} band`}
                dataKey={(point: LiftPoint) => point.lifts[arm]?.band}
                stroke="none"
                fill={colourOf(place)}
                fillOpacity={0.14}
                isAnimationActive={false}
                activeDot={false}
              />
            ))}
            {arms.map((arm, place) => (
              <Line
                key={arm}
                dataKey={(point: LiftPoint) => point.lifts[arm]?.lift}
                stroke={colourOf(place)}
                strokeDasharray={strokeOf(place)}
                strokeWidth={1.75}
                dot={points.length < 3 ? { r: 3 } : false}
                isAnimationActive={false}
              />
            ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}
