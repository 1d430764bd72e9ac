import type { CellFigure } from "#domain/explore/cell-view.ts";
import type { Share } from "#domain/explore.ts";
import { currencyDigits, formatMoney } from "#domain/money.ts";
import { countText, percentText, shortMoney } from "../result/chart-parts.tsx";

/** A rate as people read it, never without what it rests on: "4.2% (3.1–5.6%), 42 of 1,000". */
export function shareText(share: Share): string {
  if (share.rate === null) return "nothing yet";
  return `${rateText(share.rate)} (${intervalText(share)}), ${countText(share.count)} of ${countText(share.of)}`;
}

/** Rates below a percent need a second digit to be told apart. */
export function rateText(rate: number): string {
  if (rate > 0 && rate < 0.01)
    return new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 2 }).format(rate);
  return percentText(rate);
}

export function intervalText({ interval }: Share): string {
  return `${rateText(interval.low)} to ${rateText(interval.high)}`;
}

/** A rate in a small square: its interval stands under it, and of a small sample only what was counted is told. */
export function squareTexts(share: Share): { text: string; under?: string } {
  if (share.rate === null) return { text: "" };
  if (share.small) return { text: `${share.count}/${share.of}` };
  const whole = (rate: number) => (rate * 100).toFixed(rate < 0.1 ? 1 : 0);
  return { text: rateText(share.rate), under: `${whole(share.interval.low)}–${whole(share.interval.high)}` };
}

/** A figure in a few letters, for a cell or an axis. */
export function shortFigure(figure: CellFigure, currency: string): string {
  const { kind, value } = figure;
  if (value === null) return "–";
  if (kind === "share") return rateText(value);
  return kind === "money" ? shortMoney(value, currency) : countText(value);
}

/** A figure in full, with its interval where it is a rate. */
export function fullFigure(figure: CellFigure, currency: string): string {
  const { kind, value, share } = figure;
  if (share) return shareText(share);
  if (value === null) return "nothing yet";
  return kind === "money" ? formatMoney({ amount: Math.round(value), currency }, "en") : countText(value);
}

/** Money as a plain number of units, for a file. */
export function unitsOf(amount: number, currency: string): number {
  const digits = currencyDigits(currency);
  return Number((amount / 10 ** digits).toFixed(digits + 2));
}
