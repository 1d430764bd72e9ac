import type { DaySpan, SendRules } from "../send-rules.ts";

/** The same hours on every day but those that are changed. */
export const daily = (
  day: DaySpan | null,
  change: Partial<SendRules["days"]> = {},
  quiet: DaySpan | null = null,
): SendRules => ({
  days: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day, ...change },
  quiet,
});

/** From eight in the morning until nine in the evening. */
export const byDay: DaySpan = { from: 8 * 60, to: 21 * 60 };
