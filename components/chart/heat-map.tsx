"use client";

import { type KeyboardEvent, useState } from "react";
import { cn } from "../ui/cn.ts";

/** `strength` from 0 to 1 colours a cell, null leaves it empty; `full` is told when it is pointed at. */
export type HeatCell = { strength: number | null; text: string; under?: string; full: string; small: boolean };

type Props = {
  label: string;
  rows: string[];
  columns: string[];
  cells: HeatCell[][];
  /** Names of rows take this much. */
  nameWidth?: number;
  cellWidth?: number;
  cellHeight?: number;
  /** What a grey square rests on too few of. */
  noun: string;
  onChoose?: (row: number, column: number) => void;
};

const headHeight = 20;
const gap = 2;

/** Rows against columns, coloured by strength. Arrow keys walk over it; the line below tells the cell that is chosen. */
export function HeatMap(props: Props) {
  const { rows, columns, cells, nameWidth = 112, cellWidth = 64, cellHeight = 34 } = props;
  const [at, setAt] = useState<[number, number] | null>(null);
  const [row, column] = at ?? [-1, -1];
  const chosen = cells[row]?.[column];
  const width = nameWidth + columns.length * cellWidth;
  const height = headHeight + rows.length * cellHeight;
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === "Enter" && chosen) return props.onChoose?.(row, column);
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
              x={nameWidth + (place + 0.5) * cellWidth}
              y={13}
              textAnchor="middle"
              fontSize={11}
              fill="var(--ink-faint)"
            >
              {cut(name, Math.floor(cellWidth / 6))}
            </text>
          ))}
          {rows.map((name, place) => (
            <text key={name} x={0} y={headHeight + (place + 0.5) * cellHeight + 4} fontSize={11} fill="var(--ink-soft)">
              {cut(name, Math.floor(nameWidth / 6))}
            </text>
          ))}
          {cells.flatMap((line, down) =>
            line.map((cell, right) => (
              <HeatSquare
                key={`${rows[down]} ${columns[right]}`}
                cell={cell}
                chosen={down === row && right === column}
                x={nameWidth + right * cellWidth + gap / 2}
                y={headHeight + down * cellHeight + gap / 2}
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
          `Point at a square, or use the arrow keys. Small figures are the 95% interval; grey squares rest on fewer than 100 ${props.noun} and tell only what was counted.`
        )}
      </p>
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

type SquareProps = {
  cell: HeatCell;
  chosen: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  onPoint: () => void;
  onChoose?: () => void;
};

function HeatSquare({ cell, chosen, x, y, width, height, onPoint, onChoose }: SquareProps) {
  const { strength, small, text, under } = cell;
  const dark = strength !== null && strength > 0.62 && !small;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the group around it does the same by keyboard
    <g onPointerEnter={onPoint} onClick={onChoose} className={cn(onChoose && "cursor-pointer")}>
      <rect
        {...{ x, y, width, height }}
        rx={3}
        fill={strength === null ? "var(--sunken)" : small ? "var(--chart-5)" : "var(--chart-1)"}
        fillOpacity={strength === null ? 1 : small ? 0.25 : 0.08 + strength * 0.82}
        stroke={chosen ? "var(--ink)" : "none"}
        strokeWidth={1.5}
      />
      {width >= 36 ? (
        <text
          x={x + width / 2}
          y={y + height / 2 + (under ? -1 : 4)}
          textAnchor="middle"
          fontSize={11}
          fill={dark ? "var(--on-accent)" : small ? "var(--ink-faint)" : "var(--ink)"}
          style={{ fontVariantNumeric: "tabular-nums" }}
        >
          {text}
        </text>
      ) : null}
      {under && width >= 36 ? (
        <text
          x={x + width / 2}
          y={y + height / 2 + 10}
          textAnchor="middle"
          fontSize={8.5}
          fill={dark ? "var(--on-accent)" : "var(--ink-soft)"}
          style={{ fontVariantNumeric: "tabular-nums" }}
        >
          {under}
        </text>
      ) : null}
    </g>
  );
}
