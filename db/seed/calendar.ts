import { shop } from "./cast.ts";
import { chance } from "./chance.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const historyDays = 90;

// How lively the shop is: evenings and Sundays, hardly at night.
const byHour = [3, 1, 1, 1, 1, 2, 4, 7, 9, 10, 11, 12, 13, 11, 10, 10, 11, 13, 16, 20, 22, 20, 14, 7];
const byWeekday: Record<string, number> = { Mon: 1, Tue: 0.95, Wed: 0.9, Thu: 1, Fri: 0.85, Sat: 0.9, Sun: 1.3 };

const local = new Intl.DateTimeFormat("en-GB", {
  timeZone: shop.timeZone,
  weekday: "short",
  hour: "2-digit",
  hourCycle: "h23",
});

function liveliness(at: number): number {
  const parts = local.formatToParts(at);
  const weekday = parts.find((part) => part.type === "weekday")?.value ?? "Mon";
  const hourOfDay = Number(parts.find((part) => part.type === "hour")?.value ?? 12);
  return ((byHour[hourOfDay] ?? 10) / 22) * ((byWeekday[weekday] ?? 1) / 1.3);
}

export type Moment = { number: number; at: Date };

/** `count` moments within the history: busier in the evening, on Sundays and lately. A number keeps its chances. */
export function moments(kind: string, count: number, now: Date): Moment[] {
  const chosen: Moment[] = [];
  for (let number = 0; chosen.length < count; number++) {
    const back = chance(number, `${kind} when`);
    const at = now.getTime() - back * historyDays * day;
    const growth = 0.75 + 0.25 * (1 - back);
    if (chance(number, `${kind} kept`) < liveliness(at) * growth) chosen.push({ number, at: new Date(at) });
  }
  return chosen;
}
