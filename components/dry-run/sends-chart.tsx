"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { axisLook, countText, dayText, TipBox } from "../result/chart-parts.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import type { SendDays } from "./send-days.ts";

const colours = ["var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)"];
const colourOf = (place: number) => colours[place % colours.length];
const strength = (place: number) => (place < colours.length ? 1 : 0.55);

/** Messages by day, one colour for each step; the table beside it says the same. */
export function SendsChart({ days, steps }: SendDays) {
  return (
    <div aria-hidden>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 px-4 pt-3 text-ink-soft text-xs">
        {steps.map((step, place) => (
          <li key={step.id} className="flex items-center gap-1.5">
            <span className="size-2.5 rounded-sm" style={{ background: colourOf(place), opacity: strength(place) }} />
            {step.title}
          </li>
        ))}
      </ul>
      <div className="h-60 px-2 py-2">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart accessibilityLayer={false} data={days} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="day" tickFormatter={(day: string) => dayText(day)} minTickGap={40} {...axisLook} dy={4} />
            <YAxis width={44} tickCount={4} allowDecimals={false} {...axisLook} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--hover)" }}
              content={({ active, payload }) => {
                const day: SendDays["days"][number] | undefined = payload?.[0]?.payload;
                if (!active || !day) return null;
                const lines = steps.map(({ id, title }): [string, string] => [title, countText(day.counts[id] ?? 0)]);
                return <TipBox title={dayText(day.day, true)} lines={lines} />;
              }}
            />
            {steps.map(({ id, title }, place) => (
              <Bar
                key={id}
                name={title}
                dataKey={(day: SendDays["days"][number]) => day.counts[id] ?? 0}
                stackId="sends"
                fill={colourOf(place)}
                fillOpacity={strength(place)}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

export function SendsTable({ days, steps }: SendDays) {
  return (
    <div className="max-h-96 overflow-y-auto">
      <Table label="Messages by day and step">
        <TableHead>
          <HeadCell>Day</HeadCell>
          {steps.map((step) => (
            <HeadCell key={step.id} numeric>
              {step.title}
            </HeadCell>
          ))}
          <HeadCell numeric>All</HeadCell>
        </TableHead>
        <TableBody>
          {days.map(({ day, counts, all }) => (
            <Row key={day}>
              <Cell>{dayText(day, true)}</Cell>
              {steps.map(({ id }) => (
                <Cell key={id} numeric>
                  {countText(counts[id] ?? 0)}
                </Cell>
              ))}
              <Cell numeric>{countText(all)}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
