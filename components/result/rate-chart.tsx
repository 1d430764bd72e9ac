"use client";

import { Bar, BarChart, CartesianGrid, Cell, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { stepsUpTo } from "#domain/axis.ts";
import type { Rate } from "#domain/result-view.ts";
import { axisLook, percentText, TipBox } from "./chart-parts.tsx";

type Props<Group> = { title: string; rates: Rate<Group>[]; nameOf: (group: Group) => string };
type Drawn = { name: string; rate: number; error: [number, number]; trials: number; recovered: number; small: boolean };

/** Conversion rates side by side with their 95% intervals; small samples are grey. Its table twin stands below it. */
export function RateChart<Group>({ title, rates, nameOf }: Props<Group>) {
  const drawn: Drawn[] = rates.map(({ group, rate, interval, trials, recovered, small }) => ({
    name: nameOf(group),
    rate,
    error: [rate - interval.low, interval.high - rate],
    ...{ trials, recovered, small },
  }));
  const highest = Math.max(0.02, ...rates.map(({ small, rate, interval }) => (small ? rate : interval.high)));
  const ticks = stepsUpTo(highest);
  return (
    <div className="h-52 px-2 pt-4">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={drawn}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
          title={`${title}; the arrow keys tell each bar`}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" {...axisLook} dy={4} interval={0} />
          <YAxis
            width={44}
            ticks={ticks}
            domain={[0, ticks.at(-1) ?? highest]}
            allowDataOverflow
            tickFormatter={percentText}
            {...axisLook}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--hover)" }}
            content={({ active, payload }) => {
              const one: Drawn | undefined = payload?.[0]?.payload;
              if (!active || !one) return null;
              const [below, above] = one.error;
              return (
                <TipBox
                  title={one.name}
                  lines={[
                    ["Rate", percentText(one.rate)],
                    ["95% interval", `${percentText(one.rate - below)} to ${percentText(one.rate + above)}`],
                    ["Recovered", `${one.recovered} of ${one.trials}`],
                  ]}
                />
              );
            }}
          />
          <Bar dataKey="rate" maxBarSize={56} radius={[3, 3, 0, 0]} isAnimationActive={false}>
            {drawn.map((one) => (
              <Cell
                key={one.name}
                fill={one.small ? "var(--chart-5)" : "var(--chart-1)"}
                fillOpacity={one.small ? 0.5 : 0.32}
              />
            ))}
            <ErrorBar dataKey="error" width={6} strokeWidth={1.5} stroke="var(--ink-soft)" isAnimationActive={false} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
