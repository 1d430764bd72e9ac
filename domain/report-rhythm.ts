import { type DaySpan, plusDays } from "./day-span.ts";
import { type Day, dayIn } from "./period.ts";

export const reportRhythms = ["off", "weekly", "monthly"] as const;
/** How often a member is mailed what was won back. */
export type ReportRhythm = (typeof reportRhythms)[number];

/** A report that is due: the days that it tells, and the name by which it goes once. */
export type ReportOccasion = { name: string; span: DaySpan };

const morning = 8;

/**
 * The report that is due at `now`: the last whole week, Monday to Sunday, or the last whole month, from eight in the morning of
 * the first day after it on, by the tenant's clocks. Null before that hour of that day. A report that could not leave on its
 * day leaves later in the same week or month: its name is that of its days.
 */
export function reportOccasion(rhythm: ReportRhythm, now: Date, timeZone: string): ReportOccasion | null {
  if (rhythm === "off") return null;
  const today = dayIn(now, timeZone);
  const first = rhythm === "weekly" ? mondayOf(today) : `${today.slice(0, 7)}-01`;
  if (today === first && hourIn(now, timeZone) < morning) return null;
  const to = plusDays(first, -1);
  const span = { from: rhythm === "weekly" ? plusDays(first, -7) : `${to.slice(0, 7)}-01`, to };
  return { name: `report ${rhythm} ${span.from}`, span };
}

/** The Monday of a day's week. */
function mondayOf(day: Day): Day {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(day, -sinceMonday);
}

function hourIn(now: Date, timeZone: string): number {
  return Number(new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format(now));
}
