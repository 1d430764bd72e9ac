import { type Day, daysOf, type Period, periodOf } from "./period.ts";

/** Calendar days of a tenant's time zone, both included. */
export type DaySpan = { from: Day; to: Day };

/** What a URL says of days: a period that ends today, or two days, which count where both are real and in order. */
export type SpanAsked = { period?: string; from?: string; to?: string };
export type ChosenSpan = DaySpan & { period: Period | null };

const dayLength = 86_400_000;
/** Longer than this is asked by years. */
const mostDays = 1_100;

/** The days that are asked for; the last 30 where what is said makes no sense. Days after today are cut off. */
export function spanOf(asked: SpanAsked, now: Date, timeZone: string): ChosenSpan {
  const today = daysOf("7d", now, timeZone).at(-1) ?? "";
  const { from, to } = asked;
  if (from && to && isDay(from) && isDay(to) && from <= to && from <= today && lengthOf({ from, to }) <= mostDays)
    return { period: null, from, to: to > today ? today : to };
  const period = periodOf(asked.period);
  return { period, from: daysOf(period, now, timeZone)[0] ?? today, to: today };
}

/** The as many days right before. */
export function spanBefore(span: DaySpan): DaySpan {
  const days = lengthOf(span);
  return { from: plusDays(span.from, -days), to: plusDays(span.from, -1) };
}

/** How many days a span has. */
export function lengthOf({ from, to }: DaySpan): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength) + 1;
}

/** The day so many days later. No zone is involved: a day is a day, however long its clocks made it. */
export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;
}
