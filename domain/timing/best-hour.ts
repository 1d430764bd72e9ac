import { nextTime } from "./next-time.ts";

/** What was opened or clicked in each hour of the shopper's own day, 24 counts from midnight on. */
export type HourHistogram = readonly number[];

export type BestHour = { hour: number; from: "contact" | "cohort" | "set" };

export const enough = { contact: 5, cohort: 200 } as const;

/**
 * The hour in which somebody is most likely to read: learned from their own acts, where there are few from those of people
 * like them, else the hour that is set. An hour counts with half of each neighbour, because acts fall on both sides of the
 * full hour; of equals the one nearest to the set hour wins, then the earlier.
 */
export function bestHour(own: HourHistogram, cohort: HourHistogram, setHour: number): BestHour {
  if (total(own) >= enough.contact) return { hour: peakOf(own, setHour), from: "contact" };
  if (total(cohort) >= enough.cohort) return { hour: peakOf(cohort, setHour), from: "cohort" };
  return { hour: setHour, from: "set" };
}

function total(histogram: HourHistogram): number {
  return histogram.reduce((sum, count) => sum + count, 0);
}

function peakOf(histogram: HourHistogram, setHour: number): number {
  const at = (hour: number) => histogram[(hour + 24) % 24] ?? 0;
  const weight = (hour: number) => 2 * at(hour) + at(hour - 1) + at(hour + 1);
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return hours.reduce((best, hour) => {
    const more = weight(hour) - weight(best);
    return more > 0 || (more === 0 && apart(hour, setHour) < apart(best, setHour)) ? hour : best;
  });
}

function apart(hour: number, other: number): number {
  const distance = Math.abs(hour - other);
  return Math.min(distance, 24 - distance);
}

/** The first moment from `now` on that lies in an hour of the shopper's day. */
export function nextInHour(hour: number, now: Date, zone: string): Date {
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const begun = nextTime({ weekdays: [], hour, minute: 0 }, hourAgo, zone);
  return begun && begun > now ? begun : now;
}
