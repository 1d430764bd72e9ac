export const periods = ["7d", "30d", "90d", "365d"] as const;
/** How far back a chart looks, in calendar days that end today. */
export type Period = (typeof periods)[number];

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

/** The period that a text names; 30 days when it names none. */
export function periodOf(text: string | null | undefined): Period {
  return periods.find((period) => period === text) ?? "30d";
}

/** The calendar day of an instant in a time zone. */
export function dayIn(at: Date, timeZone: string): Day {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return format.format(at);
}

/** All calendar days of a period in a time zone, oldest first, today last. */
export function daysOf(period: Period, now: Date, timeZone: string): Day[] {
  const count = Number.parseInt(period, 10);
  const today = Date.parse(`${dayIn(now, timeZone)}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** One row for each day, with `empty` where a day has none. */
export function fillDays<Row extends { day: Day }>(days: Day[], rows: Row[], empty: (day: Day) => Row): Row[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  return days.map((day) => byDay.get(day) ?? empty(day));
}
