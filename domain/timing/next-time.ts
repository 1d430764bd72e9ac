import { instantAt, wallClock } from "./zone.ts";

/** Weekdays count from Monday = 0; none means any. */
export type WallTime = { weekdays: number[]; hour: number; minute: number };

/** The first instant after another at which a zone's clocks show such a time; null when no day of the week may be it. */
export function nextTime(time: WallTime, after: Date, zone: string): Date | null {
  const today = wallClock(after, zone);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const weekday = (today.weekday + ahead) % 7;
    if (time.weekdays.length > 0 && !time.weekdays.includes(weekday)) continue;
    const at = instantAt(today.day + ahead, time.hour * 60 + time.minute, zone);
    if (at > after) return at;
  }
  return null;
}
