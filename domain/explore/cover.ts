/** A span of the rollups to add (1) or to take away (-1). */
export type CoverSpan = { grain: "day" | "month"; span: string; sign: 1 | -1 };

const dayLength = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The first day of a day's month. */
export const monthOf = (day: string) => `${day.slice(0, 7)}-01`;

/** The last day of a day's month. */
export function monthEnd(day: string): string {
  const start = new Date(at(monthOf(day)));
  return dayOf(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0));
}

/**
 * The fewest spans that add up to the days from `from` to `to`, both included. A month of which only a piece is asked is
 * taken by its days or as the whole month less its other days, whichever is less to read; nothing stands after `last`.
 */
export function coverOf(from: string, to: string, last: string): CoverSpan[] {
  const spans: CoverSpan[] = [];
  if (from > to) return spans;
  for (let month = monthOf(from); month <= to; month = dayOf(at(monthEnd(month)) + dayLength)) {
    const end = monthEnd(month);
    const until = end < last ? end : last;
    const inside = daysBetween(from > month ? from : month, to < end ? to : end);
    const outside = [
      ...(from > month ? daysBetween(month, dayOf(at(from) - dayLength)) : []),
      ...(to < until ? daysBetween(dayOf(at(to) + dayLength), until) : []),
    ];
    if (outside.length + 1 < inside.length) {
      spans.push({ grain: "month", span: month, sign: 1 });
      spans.push(...outside.map((span) => ({ grain: "day" as const, span, sign: -1 as const })));
    } else spans.push(...inside.map((span) => ({ grain: "day" as const, span, sign: 1 as const })));
  }
  return spans;
}

/** Whole months only, for what is kept by month. */
export function monthsOf(from: string, to: string): CoverSpan[] {
  const spans: CoverSpan[] = [];
  for (let month = monthOf(from); month <= to; month = dayOf(at(monthEnd(month)) + dayLength))
    spans.push({ grain: "month", span: month, sign: 1 });
  return spans;
}

/** All days between two, both included. */
export function daysBetween(from: string, to: string): string[] {
  const count = Math.max(0, Math.round((at(to) - at(from)) / dayLength) + 1);
  return Array.from({ length: count }, (_, index) => dayOf(at(from) + index * dayLength));
}
