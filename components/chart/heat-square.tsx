import { cn } from "../ui/cn.ts";

/** `strength` from 0 to 1 colours a cell, null leaves it empty; `full` is told when it is pointed at. */
export type HeatCell = { strength: number | null; text: string; under?: string; full: string; small: boolean };

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

export function HeatSquare({ cell, chosen, x, y, width, height, onPoint, onChoose }: SquareProps) {
  const { strength, small, text, under } = cell;
  const ink = strength === null || small ? "var(--ink-soft)" : inkOn(strength);
  const numbers = { textAnchor: "middle", style: { fontVariantNumeric: "tabular-nums" } } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the group around it does the same by keyboard
    <g onPointerEnter={onPoint} onClick={onChoose} className={cn(onChoose && "cursor-pointer")}>
      <rect
        {...{ x, y, width, height }}
        rx={3}
        fill={strength === null ? "var(--sunken)" : "var(--chart-1)"}
        fillOpacity={strength === null ? 1 : opacityOf(strength, small)}
      />
      {small ? (
        <path d={hatchOf({ x, y, width, height })} stroke="var(--surface)" strokeWidth={1.5} fill="none" />
      ) : null}
      {chosen ? <rect {...{ x, y, width, height }} rx={3} fill="none" stroke="var(--ink)" strokeWidth={1.5} /> : null}
      {width >= 36 ? (
        <text {...numbers} x={x + width / 2} y={y + height / 2 + (under ? -1 : 4)} fontSize={11} fill={ink}>
          {text}
        </text>
      ) : null}
      {under && width >= 36 ? (
        <text {...numbers} x={x + width / 2} y={y + height / 2 + 10} fontSize={8.5} fill={ink}>
          {under}
        </text>
      ) : null}
    </g>
  );
}

/** What rests on few cases stays pale whatever it is, so that its figure can be read and it outshines nothing. */
const opacityOf = (strength: number, small: boolean) => (small ? 0.06 + strength * 0.34 : 0.08 + strength * 0.82);

/** By day the strongest colours alone are dark enough for letters of the ground's colour, by night they are light earlier. */
function inkOn(strength: number): string {
  if (strength <= 0.62) return "var(--ink)";
  return strength > 0.85 ? "var(--on-accent)" : "light-dark(var(--ink), var(--on-accent))";
}

/** Lines from below left to above right; drawn one by one, for a picture of the chart knows no patterns of the page. */
function hatchOf({ x, y, width, height }: Pick<SquareProps, "x" | "y" | "width" | "height">): string {
  const lines: string[] = [];
  for (let sum = 5; sum < width + height; sum += 6) {
    const [fromX, fromY] = [Math.max(0, sum - height), Math.min(height, sum)];
    const [toX, toY] = [Math.min(width, sum), Math.max(0, sum - width)];
    lines.push(`M${x + fromX} ${y + fromY}L${x + toX} ${y + toY}`);
  }
  return lines.join("");
}

type LegendProps = { cells: HeatCell[][]; noun: string; most: string | null; sums?: boolean };

/** What the colours of a heat map say, and what its hatched squares do not. */
export function HeatLegend({ cells, noun, most, sums = false }: LegendProps) {
  const all = cells.flat().filter(({ strength }) => strength !== null);
  const hatched = all.some(({ small }) => small);
  if (all.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-ink-soft text-xs">
      {most === null ? null : (
        <li className="flex items-center gap-1.5">
          <Swatch strengths={[0, 0.33, 0.66, 1]} small={false} />
          <span className="tabular">0 to {most}</span>
        </li>
      )}
      {hatched ? (
        <li className="flex items-start gap-1.5">
          <Swatch strengths={[0.2, 0.9]} small />
          <span>
            Fewer than 100 {noun}: what was counted, in a paler colour{sums ? "" : " drawn towards the average"}. Too
            few to tell such squares apart.
          </span>
        </li>
      ) : null}
    </ul>
  );
}

function Swatch({ strengths, small }: { strengths: number[]; small: boolean }) {
  return (
    <svg aria-hidden width={strengths.length * 14} height={12} className="mt-0.5 shrink-0">
      {strengths.map((strength, place) => (
        <g key={strength}>
          <rect x={place * 14} width={14} height={12} fill="var(--chart-1)" fillOpacity={opacityOf(strength, small)} />
          {small ? (
            <path
              d={hatchOf({ x: place * 14, y: 0, width: 14, height: 12 })}
              stroke="var(--surface)"
              strokeWidth={1.5}
              fill="none"
            />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
