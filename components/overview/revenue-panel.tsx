"use client";

import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatMoney } from "#domain/money.ts";
import type { FiguresRead } from "#domain/overview-figures.ts";
import type { ChartTable } from "../chart/chart-table.ts";
import { unitsOf } from "../explore/cell-text.ts";
import { axisLook, dayText, moneyDomain, shortMoney, TipBox } from "../result/chart-parts.tsx";

type Props = { now: FiguresRead; before: FiguresRead; currency: string; height?: number };
type Drawn = { day: string; revenue: number; orders: number; earlier: number; earlierDay: string };

const drawnOf = ({ now, before }: Props): Drawn[] =>
  now.days.map((day, index) => ({
    ...day,
    earlier: before.days[index]?.revenue ?? 0,
    earlierDay: before.days[index]?.day ?? "",
  }));

/** Attributed revenue by day, with the days before as a dashed line. */
export function ComparedRevenue(props: Props) {
  const { currency, height = 190 } = props;
  const money = (amount: number) => formatMoney({ amount, currency }, "en");
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={drawnOf(props)}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          title="Attributed revenue by day; the arrow keys tell each day"
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="day" tickFormatter={(day: string) => dayText(day)} minTickGap={48} {...axisLook} dy={4} />
          <YAxis
            width={52}
            tickCount={4}
            domain={moneyDomain(
              drawnOf(props).flatMap(({ revenue, earlier }) => [revenue, earlier]),
              currency,
            )}
            tickFormatter={(amount: number) => shortMoney(amount, currency)}
            {...axisLook}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-strong)" }}
            content={({ active, payload }) => {
              const day: Drawn | undefined = payload?.[0]?.payload;
              if (!active || !day) return null;
              return (
                <TipBox
                  title={dayText(day.day, true)}
                  lines={[
                    ["Attributed revenue", money(day.revenue)],
                    ["Orders", String(day.orders)],
                    [`Before, ${dayText(day.earlierDay)}`, money(day.earlier)],
                  ]}
                />
              );
            }}
          />
          <Line
            dataKey="earlier"
            type="linear"
            stroke="var(--ink-faint)"
            strokeOpacity={0.6}
            strokeWidth={1.25}
            strokeDasharray="3 3"
            dot={false}
            isAnimationActive={false}
          />
          <Area
            dataKey="revenue"
            type="linear"
            stroke="var(--chart-1)"
            strokeWidth={1.75}
            fill="var(--chart-1)"
            fillOpacity={0.1}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The same as a table. */
export function comparedTable(props: Props): ChartTable {
  const { currency } = props;
  const money = (amount: number) => formatMoney({ amount, currency }, "en");
  return {
    columns: [
      { name: "Day" },
      { name: "Orders", numeric: true },
      { name: `Attributed revenue (${currency})`, numeric: true },
      { name: "Day before", numeric: true },
      { name: `Revenue before (${currency})`, numeric: true },
    ],
    rows: drawnOf(props)
      .map(({ day, orders, revenue, earlier, earlierDay }) => ({
        key: day,
        cells: [day, orders, unitsOf(revenue, currency), earlierDay, unitsOf(earlier, currency)],
        shown: [dayText(day, true), undefined, money(revenue), dayText(earlierDay), money(earlier)],
      }))
      .reverse(),
  };
}
