"use client";

import {
  Area,
  Bar,
  BarChart,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { stepsUpTo } from "#domain/axis.ts";
import type { SurvivalPoint } from "#domain/explore/survival.ts";
import { axisLook, countText, TipBox } from "../result/chart-parts.tsx";
import { rateText } from "./cell-text.ts";
import type { FunnelStage } from "./path-tables.ts";

/** How far enrollments came, each stage beside its share of all of them. */
export function FunnelChart({ stages, rowHeight = 38 }: { stages: FunnelStage[]; rowHeight?: number }) {
  return (
    <div style={{ height: stages.length * rowHeight + 12 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          layout="vertical"
          data={stages}
          margin={{ top: 0, right: 64, bottom: 0, left: 4 }}
          title="How far enrollments came; the arrow keys tell each stage"
        >
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            type="category"
            dataKey="name"
            width={108}
            tick={{ ...axisLook.tick, fill: "var(--ink-soft)" }}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--hover)" }}
            content={({ active, payload }) => {
              const stage: FunnelStage | undefined = payload?.[0]?.payload;
              return active && stage ? <TipBox title={stage.name} lines={stage.lines} /> : null;
            }}
          />
          <Bar
            dataKey="count"
            barSize={18}
            radius={3}
            fill="var(--chart-1)"
            fillOpacity={0.7}
            isAnimationActive={false}
          >
            <LabelList
              dataKey="count"
              position="right"
              fontSize={11}
              fill="var(--ink)"
              formatter={(count: unknown) => countText(Number(count))}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type Step = {
  hours: number;
  variant?: number;
  holdout?: number;
  band?: [number, number];
  points: [string, SurvivalPoint][];
};

/** Both arms on the same hours. Shares of those who ordered, which is what survival leaves. */
function stepsOf(variant: SurvivalPoint[], holdout: SurvivalPoint[]): Step[] {
  const others = new Map(holdout.map((point) => [point.hours, point]));
  const longest = variant.length >= holdout.length ? variant : holdout;
  const mine = new Map(variant.map((point) => [point.hours, point]));
  return [
    { hours: 0, variant: 0, ...(holdout.length > 0 ? { holdout: 0 } : {}), band: [0, 0], points: [] },
    ...longest.map(({ hours }) => {
      const [own, other] = [mine.get(hours), others.get(hours)];
      return {
        hours,
        ...(own ? { variant: 1 - own.surviving, band: [1 - own.high, 1 - own.low] as [number, number] } : {}),
        ...(other ? { holdout: 1 - other.surviving } : {}),
        points: [
          ...(own ? [["Written to", own] as [string, SurvivalPoint]] : []),
          ...(other ? [["Holdout", other] as [string, SurvivalPoint]] : []),
        ],
      };
    }),
  ];
}

const hoursText = (hours: number) => (hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`);

/** The share of carts that ordered within so many hours, with Greenwood's interval around those written to. */
export function TimeChart({ variant, holdout }: { variant: SurvivalPoint[]; holdout: SurvivalPoint[] }) {
  const steps = stepsOf(variant, holdout);
  const most = Math.max(0.01, ...steps.map(({ band, holdout: other = 0 }) => Math.max(band?.[1] ?? 0, other)));
  const shares = stepsUpTo(most);
  return (
    <div className="h-64">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={steps}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
          title="Share of carts that ordered, by hours since abandonment; the arrow keys tell each step"
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="hours"
            type="number"
            domain={[0, "dataMax"]}
            ticks={ticksOf(steps.at(-1)?.hours ?? 24)}
            tickFormatter={hoursText}
            {...axisLook}
          />
          <YAxis width={44} ticks={shares} domain={[0, shares.at(-1) ?? 1]} tickFormatter={rateText} {...axisLook} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-strong)" }}
            content={({ active, payload }) => {
              const step: Step | undefined = payload?.[0]?.payload;
              if (!active || !step) return null;
              return <TipBox title={`Within ${hoursText(step.hours)}`} lines={step.points.flatMap(linesOfPoint)} />;
            }}
          />
          <Area
            dataKey="band"
            type="stepAfter"
            stroke="none"
            fill="var(--chart-1)"
            fillOpacity={0.14}
            isAnimationActive={false}
          />
          <Line
            dataKey="holdout"
            type="stepAfter"
            stroke="var(--chart-2)"
            strokeWidth={1.75}
            strokeDasharray="5 3"
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="variant"
            type="stepAfter"
            stroke="var(--chart-1)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function linesOfPoint([name, point]: [string, SurvivalPoint]): [string, string][] {
  return [
    [name, rateText(1 - point.surviving)],
    ["95% interval", `${rateText(1 - point.high)} to ${rateText(1 - point.low)}`],
    ["Still watched", countText(point.atRisk)],
  ];
}

/** Whole days, few enough to be read. */
function ticksOf(hours: number): number[] {
  const every = hours <= 48 ? 12 : hours <= 168 ? 24 : hours <= 400 ? 72 : 120;
  return Array.from({ length: Math.floor(hours / every) + 1 }, (_, index) => index * every);
}
