"use client";

import { type KeyboardEvent, useState } from "react";
import { cn } from "../ui/cn.ts";
import { type HeatCell, HeatLegend, HeatSquare } from "./heat-square.tsx";

type Props = {
  label: string;
  rows: string[];
  columns: string[];
  cells: HeatCell[][];
  /** Names of rows take this much. */
  nameWidth?: number;
  cellWidth?: number;
  cellHeight?: number;
  /** What a hatched square rests on too few of. */
  noun: string;
  /** The figure of the strongest colour; null where nothing has any. */
  most: string | null;
  /** Whether squares are sums, whose colours are what they are, and not rates, of which few are drawn towards the average. */
  sums?: boolean;
  /** Whether the last row and the last column stand apart, as those of all others together. */
  apart?: { row: boolean; column: boolean };
  onChoose?: (row: number, column: number) => void;
};

const headHeight = 20;
const gap = 2;
const apartBy = 8;

/** Rows against columns, coloured by strength. Arrow keys walk over it; the line below tells the cell that is chosen. */
export function HeatMap(props: Props) {
  const { rows, columns, cells, nameWidth = 112, cellWidth = 64, cellHeight = 34 } = props;
  const [at, setAt] = useState<[number, number] | null>(null);
  const [row, column] = at ?? [-1, -1];
  const chosen = cells[row]?.[column];
  const spans = cells.flat().some(({ under }) => under !== undefined);
  const left = (place: number) =>
    nameWidth + place * cellWidth + (props.apart?.column && place >= columns.length - 1 ? apartBy : 0);
  const top = (place: number) =>
    headHeight + place * cellHeight + (props.apart?.row && place >= rows.length - 1 ? apartBy : 0);
  const [width, height] = [left(columns.length), top(rows.length)];
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === "Enter" && chosen && chosen.strength !== null) return props.onChoose?.(row, column);
    if (!step) return;
    event.preventDefault();
    const [down, right] = at ? step : [0, 0];
    setAt([clamp(Math.max(0, row) + down, rows.length), clamp(Math.max(0, column) + right, columns.length)]);
  };
  return (
    <>
      <fieldset
        aria-label={`${props.label}; the arrow keys walk over it`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a chart that is walked by the arrow keys must be reachable
        tabIndex={0}
        onKeyDown={walk}
        className="min-w-0 overflow-x-auto rounded-sm"
      >
        <svg
          data-chart
          aria-hidden
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          className="block"
          onPointerLeave={() => setAt(null)}
        >
          {columns.map((name, place) => (
            <text
              key={name}
              x={left(place) + cellWidth / 2}
              y={13}
              textAnchor="middle"
              fontSize={11}
              fill="var(--ink-faint)"
            >
              {cut(name, Math.floor(cellWidth / 6))}
            </text>
          ))}
          {rows.map((name, place) => (
            <text key={name} x={0} y={top(place) + cellHeight / 2 + 4} fontSize={11} fill="var(--ink-soft)">
              {cut(name, Math.floor(nameWidth / 6))}
            </text>
          ))}
          {cells.flatMap((line, down) =>
            line.map((cell, right) => (
              <HeatSquare
                key={`${rows[down]} ${columns[right]}`}
                cell={cell}
                chosen={down === row && right === column}
                x={left(right) + gap / 2}
                y={top(down) + gap / 2}
                width={cellWidth - gap}
                height={cellHeight - gap}
                onPoint={() => setAt([down, right])}
                onChoose={props.onChoose && cell.strength !== null ? () => props.onChoose?.(down, right) : undefined}
              />
            )),
          )}
        </svg>
      </fieldset>
      <p aria-live="polite" className={cn("mt-1 min-h-5 text-xs", chosen ? "text-ink-soft" : "text-ink-faint")}>
        {chosen ? (
          <>
            <span className="font-medium text-ink">{`${rows[row]}, ${columns[column]}`}</span>: {chosen.full}
            {chosen.small ? " · small sample" : ""}
          </>
        ) : (
          `Point at a square, or use the arrow keys.${spans ? " Small figures are the 95% interval in percent." : ""}`
        )}
      </p>
      <HeatLegend {...{ cells }} noun={props.noun} most={props.most} sums={props.sums} />
    </>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const clamp = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));
const cut = (text: string, letters: number) =>
  text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;
