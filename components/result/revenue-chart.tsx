"use client";

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatMoney } from "#domain/money.ts";
import type { DayRevenue } from "#domain/result-view.ts";
import { axisLook, dayText, moneyDomain, shortMoney, TipBox } from "./chart-parts.tsx";

/** Credited revenue by day, in the tenant's days. Days without any are zero, not missing. */
export function RevenueChart(props: { days: DayRevenue[]; currency: string; height?: number }) {
  const { days, currency, height = 240 } = props;
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart
          data={days}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          title="Attributed revenue by day; the arrow keys tell each day"
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="day" tickFormatter={(day: string) => dayText(day)} minTickGap={48} {...axisLook} dy={4} />
          <YAxis
            width={52}
            tickCount={4}
            domain={moneyDomain(
              props.days.map(({ revenue }) => revenue),
              currency,
            )}
            tickFormatter={(amount: number) => shortMoney(amount, currency)}
            {...axisLook}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-strong)" }}
            content={({ active, payload }) => {
              const day: DayRevenue | undefined = payload?.[0]?.payload;
              if (!active || !day) return null;
              const revenue = formatMoney({ amount: day.revenue, currency }, "en");
              return (
                <TipBox
                  title={dayText(day.day, true)}
                  lines={[
                    ["Recovered", revenue],
                    ["Orders", String(day.orders)],
                  ]}
                />
              );
            }}
          />
          <Area
            dataKey="revenue"
            type="linear"
            stroke="var(--chart-1)"
            strokeWidth={1.75}
            fill="var(--chart-1)"
            fillOpacity={0.1}
            isAnimationActive={false}
            dot={false}
            activeDot={{ r: 3.5, strokeWidth: 0 }}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}
