import type { LiftReading } from "#domain/experiment/compare.ts";
import { isShareMetric } from "#domain/experiment/metric.ts";
import type { ExperimentMetric, GuardrailMetric } from "#domain/experiment.ts";
import { formatMoney } from "#domain/money.ts";
import type { Interval } from "#domain/statistics/frequentist.ts";
import type { Scale } from "#domain/statistics/lift.ts";
import { liftFaultLabels } from "./labels.ts";

/** What a number of an experiment is in: a share of contacts, or minor units of a currency. */
export type Unit = { share: boolean; currency: string };

export const unitOf = (metric: ExperimentMetric, currency: string): Unit => ({
  share: isShareMetric(metric),
  currency,
});

export const guardrailUnit = (metric: GuardrailMetric, currency: string): Unit => ({
  share: metric !== "discount_cost",
  currency,
});

const digits = (share: number) => (Math.abs(share) < 0.0995 ? 2 : 1);

/** "12.3%", "€4.56". */
export function meanText(value: number, { share, currency }: Unit): string {
  return share
    ? `${(value * 100).toFixed(digits(value))}%`
    : formatMoney({ amount: Math.round(value), currency }, "en");
}

/** A lift with its sign, and its scale said: "+12.3%" is relative, "+1.2 points" or "+€0.40" absolute. */
export function liftText(lift: number, scale: Scale, unit: Unit): string {
  const { figure, name } = sizeOf(lift, scale, unit);
  return `${signOf(figure, lift)}${figure}${name}`;
}

/** Both ends, with points named once. */
export function intervalText({ low, high }: Interval, scale: Scale, unit: Unit): string {
  const [from, to] = [sizeOf(low, scale, unit), liftText(high, scale, unit)];
  const named = from.name === " points" ? "" : from.name;
  return `${signOf(from.figure, low)}${from.figure}${named} to ${to}`;
}

/** What choosing an arm loses on average if it is the worse one; never told as nothing. */
export function lossText(loss: number, scale: Scale, unit: Unit): string {
  const { figure, name } = sizeOf(loss, scale, unit);
  if (/[1-9]/.test(figure)) return `−${figure}${name}`;
  return `< ${figure.replace(/0(\D*)$/, "1$1")}${name}`;
}

function sizeOf(lift: number, scale: Scale, { share, currency }: Unit): { figure: string; name: string } {
  const size = Math.abs(lift);
  if (scale === "relative") return { figure: (size * 100).toFixed(1), name: "%" };
  if (share) return { figure: (size * 100).toFixed(2), name: " points" };
  return { figure: formatMoney({ amount: Math.round(size), currency }, "en"), name: "" };
}

/** What rounds to nothing has lost nothing. */
const signOf = (figure: string, lift: number) => (lift < 0 && /[1-9]/.test(figure) ? "−" : "+");

export function readingText(reading: LiftReading, unit: Unit): string {
  return reading.kind === "none"
    ? liftFaultLabels[reading.reason]
    : `${liftText(reading.lift, reading.scale, unit)} (interval ${intervalText(reading.watched, reading.scale, unit)})`;
}

/** A chance in percent; the ends are never told as certain. */
export function chanceText(chance: number): string {
  if (chance > 0.999) return "> 99.9%";
  return chance < 0.001 ? "< 0.1%" : `${(chance * 100).toFixed(1)}%`;
}

export function pText(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

/** Percent from a fraction as a form shows it, free of what binary fractions leave. */
export const percentOf = (fraction: number): number => Number((fraction * 100).toFixed(6));
