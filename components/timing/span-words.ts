import type { DaySpan } from "#domain/timing/send-rules.ts";

/** A minute of the day as a clock shows it: 510 is 08:30. */
export function clockText(minute: number): string {
  return `${`${Math.floor(minute / 60)}`.padStart(2, "0")}:${`${minute % 60}`.padStart(2, "0")}`;
}

/** The halves of hours that a span may begin or end at, and whatever it begins or ends at now. */
export function minutesToChoose(from: number, to: number, now: number): number[] {
  const halves = Array.from({ length: (to - from) / 30 + 1 }, (_, half) => from + half * 30);
  return [...new Set([...halves, now])].sort((one, other) => one - other);
}

/** What is wrong with a span, as people would say it; null when it is sound. */
export function spanFault({ from, to }: DaySpan): string | null {
  return from === to ? "It has no hours in it" : null;
}
