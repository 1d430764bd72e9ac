"use client";

import { Area, AreaChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { ExperimentView } from "#domain/experiment-view.ts";
import { ChartPanel } from "../../chart/chart-panel.tsx";
import { axisLook, TipBox } from "../../result/chart-parts.tsx";
import { formatTime } from "../../ui/time.tsx";
import { colourOf } from "./arm-colours.ts";
import { type SharePoint, sharePoints, shareTable } from "./share-series.ts";

type Props = { experiment: Pick<ExperimentView, "weights" | "plan" | "arms">; until: string; zone: string };

/** How the shares of the arms moved: by hand, or towards the better arm by Thompson sampling. */
export function ShareChart({ experiment: { weights, plan }, until, zone }: Props) {
  const first = weights[0]?.at ?? until;
  const dayOf = (at: string) => formatTime(new Date(at), zone, "date");
  const floor = plan.allocation.kind === "thompson" ? Math.round(plan.allocation.floor * 100) : null;
  return (
    <ChartPanel
      title="Shares over time"
      description={
        floor === null
          ? "Who comes is assigned by the shares of that time; who was assigned stays."
          : `Thompson sampling moves them towards the better arm; every variant keeps ${floor}% of what the holdout leaves. The weights of each assignment are kept.`
      }
      period={`${dayOf(first)} to ${dayOf(until)}`}
      source={
        floor === null
          ? "Shares as they were set."
          : "Shares as they held at each assignment; means are weighed by them (inverse propensity)."
      }
      table={shareTable(weights, zone)}
      className="overflow-hidden"
    >
      <Drawing {...{ weights, until, zone }} />
    </ChartPanel>
  );
}

function Drawing({ weights, until, zone }: Pick<ExperimentView, "weights"> & { until: string; zone: string }) {
  const { arms, points } = sharePoints(weights, until);
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 px-1 pb-2 text-ink-soft text-xs">
        {arms.map((arm, place) => (
          <li key={arm} className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-sm" style={{ background: fillOf(place) }} />
            {arm}
          </li>
        ))}
      </ul>
      <div className="h-48">
        <ResponsiveContainer width="100%" height="100%">
          <AreaChart
            accessibilityLayer
            title="Shares of the arms over time; the arrow keys walk over their changes"
            data={points}
            margin={{ top: 4, right: 12, bottom: 0, left: 0 }}
          >
            <XAxis
              dataKey="at"
              type="number"
              domain={[from, to]}
              ticks={[0, 1, 2, 3, 4].map((quarter) => from + ((to - from) * quarter) / 4)}
              tickFormatter={(at: number) => shortDay(at, zone)}
              interval="preserveStartEnd"
              minTickGap={24}
              {...axisLook}
              dy={4}
            />
            <YAxis
              width={52}
              domain={[0, 100]}
              ticks={[0, 25, 50, 75, 100]}
              tickFormatter={(share: number) => `${share}%`}
              {...axisLook}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-strong)" }}
              content={({ active, payload }) => {
                const point: SharePoint | undefined = payload?.[0]?.payload;
                if (!active || !point) return null;
                const lines = arms.map((arm): [string, string] => [arm, `${(point.shares[arm] ?? 0).toFixed(1)}%`]);
                return <TipBox title={`From ${formatTime(new Date(point.at), zone)}`} lines={lines} />;
              }}
            />
            {arms.map((arm, place) => (
              <Area
                key={arm}
                dataKey={(point: SharePoint) => point.shares[arm] ?? 0}
                stackId="shares"
                type="stepAfter"
                stroke="var(--surface)"
                strokeWidth={1}
                fill={fillOf(place)}
                fillOpacity={0.8}
                isAnimationActive={false}
                activeDot={false}
              />
            ))}
          </AreaChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}

const fillOf = (place: number) => (place === 0 ? "var(--chart-5)" : colourOf(place - 1));

const shortDay = (at: number, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: zone }).format(at);
