"use client";

import { Bar, BarChart, CartesianGrid, Cell, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { stepsUpTo } from "#domain/axis.ts";
import { type CellView, figureOfCell } from "#domain/explore/cell-view.ts";
import type { CubeCell, Dimension } from "#domain/explore.ts";
import { axisLook, countText, shortMoney, TipBox } from "../result/chart-parts.tsx";
import { rateText } from "./cell-text.ts";
import { linesOfCell } from "./cube-table.ts";
import { valueLabel, viewLabels } from "./labels.ts";

type Props = {
  cells: CubeCell[];
  dimension: Dimension;
  show: CellView;
  currency: string;
  names: Record<string, string>;
  onChoose: (value: string) => void;
};
type Drawn = { name: string; value: number; error: [number, number]; cell: CubeCell; small: boolean };

const rowHeight = 34;

/** One measure by one dimension as lying bars, so that long names fit; rates carry their 95% interval, small samples are grey. */
export function BarsChart({ cells, dimension, show, currency, names, onChoose }: Props) {
  const drawn: Drawn[] = cells.map((cell) => {
    const { value, share, small } = figureOfCell(cell, show);
    const rate = value ?? 0;
    const error: [number, number] = share ? [rate - share.interval.low, share.interval.high - rate] : [0, 0];
    return { name: valueLabel(dimension, cell.values[0] ?? "", names), value: rate, error, cell, small };
  });
  const isRate = cells[0] ? figureOfCell(cells[0], show).share !== null : false;
  const kind = cells[0] ? figureOfCell(cells[0], show).kind : "count";
  const told = drawn.filter(({ small }) => !small);
  // One grey bar's interval would flatten all others; it is cut at the edge and stands in the table.
  const most = Math.max(
    ...(told.length > 0 ? told : drawn).map(({ value, error }) => value + error[1]),
    isRate ? 0.005 : 1,
  );
  const ticks = stepsUpTo(most);
  const text = (value: number) =>
    kind === "share" ? rateText(value) : kind === "money" ? shortMoney(value, currency) : countText(value);
  const bare = drawn.filter(({ value, small }) => value === 0 && (small || !isRate)).length;
  return (
    <>
      <div style={{ height: drawn.length * rowHeight + 34 }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            layout="vertical"
            data={drawn}
            margin={{ top: 0, right: 24, bottom: 0, left: 4 }}
            title={`${viewLabels[show]}; the arrow keys tell each bar`}
          >
            <CartesianGrid horizontal={false} stroke="var(--line)" />
            <XAxis
              type="number"
              domain={[0, ticks.at(-1) ?? 1]}
              ticks={ticks}
              allowDataOverflow
              tickFormatter={text}
              {...axisLook}
            />
            <YAxis
              type="category"
              dataKey="name"
              width={132}
              interval={0}
              tick={{ ...axisLook.tick, fill: "var(--ink-soft)" }}
              tickFormatter={(name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name)}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--hover)" }}
              content={({ active, payload }) => {
                const one: Drawn | undefined = payload?.[0]?.payload;
                return active && one ? <TipBox title={one.name} lines={linesOfCell(one.cell, show, currency)} /> : null;
              }}
            />
            <Bar
              dataKey="value"
              barSize={14}
              radius={[0, 3, 3, 0]}
              isAnimationActive={false}
              className="cursor-pointer"
              onClick={(_, index) => onChoose(drawn[index]?.cell.values[0] ?? "")}
            >
              {drawn.map((one) => (
                <Cell
                  key={one.cell.values.join("\n")}
                  fill={one.small ? "var(--chart-5)" : "var(--chart-1)"}
                  fillOpacity={one.small ? 0.4 : isRate ? 0.34 : 0.75}
                />
              ))}
              {isRate ? (
                <ErrorBar
                  dataKey="error"
                  direction="x"
                  width={5}
                  strokeWidth={1.5}
                  stroke="var(--ink-soft)"
                  isAnimationActive={false}
                />
              ) : null}
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      {bare > 0 ? <p className="px-1 pb-1 text-ink-soft text-xs">{bareText(bare, isRate)}</p> : null}
    </>
  );
}

/** Why there is nothing beside a name: nothing is no bar, and of few messages it is no rate either. */
function bareText(groups: number, isRate: boolean): string {
  const subject = groups === 1 ? "1 group has" : `${groups} groups have`;
  return isRate
    ? `${subject} no bar: nothing was counted, in fewer than 100 messages. The table has ${groups === 1 ? "it" : "them"}.`
    : `${subject} no bar: nothing was counted. The table has ${groups === 1 ? "it" : "them"}.`;
}
