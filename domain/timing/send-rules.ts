import { type Channel, type Weekday, weekdays } from "../sequence-graph.ts";
import { wallClock } from "./zone.ts";

/** Minutes of the wall clock's day, [from, to), in whole quarters; with `from` after `to` it lies over midnight into the next day. */
export type DaySpan = { from: number; to: number };

/** When messages may leave: on each weekday one span or nothing, and never within the quiet hours, whatever the day says. */
export type SendRules = { days: Record<Weekday, DaySpan | null>; quiet: DaySpan | null };

/** By channel; null sets no bounds. */
export type SendRulesByChannel = Record<Channel, SendRules | null>;

const quarterMs = 15 * 60_000;
const quartersOfNineDays = 9 * 24 * 4;

/** Whether a message may leave at an instant, by the clock on the shopper's wall. */
export function mayLeave(rules: SendRules | null, at: Date, zone: string): boolean {
  if (!rules) return true;
  const { weekday, minute } = wallClock(at, zone);
  return isOpenAt(rules, weekday, minute);
}

function isOpenAt(rules: SendRules, weekday: number, minute: number): boolean {
  if (rules.quiet && (covers(rules.quiet, minute) || coversNextDay(rules.quiet, minute))) return false;
  const [today, yesterday] = [spanOf(rules, weekday), spanOf(rules, (weekday + 6) % 7)];
  return (today !== null && covers(today, minute)) || (yesterday !== null && coversNextDay(yesterday, minute));
}

/**
 * The first instant at or after `at` when a message may leave; null when that is never. Goes by quarters of an hour, as
 * spans and clock changes do, so that a time that a change leaves out or repeats needs no rule of its own.
 */
export function nextLeave(rules: SendRules | null, at: Date, zone: string): Date | null {
  if (mayLeave(rules, at, zone)) return at;
  const first = Math.ceil(at.getTime() / quarterMs);
  for (let ahead = 0; ahead <= quartersOfNineDays; ahead++) {
    const then = new Date((first + ahead) * quarterMs);
    if (mayLeave(rules, then, zone)) return then;
  }
  return null;
}

/**
 * The minutes of an ordinary week, from Monday's midnight on, in which messages may leave: [from, to) without the quiet
 * hours, for pictures and for asking whether it is ever open.
 */
export function weekdaySpans(rules: SendRules): { weekday: number; from: number; to: number }[] {
  const open: { weekday: number; from: number; to: number }[] = [];
  for (let weekday = 0; weekday < 7; weekday++)
    for (let minute = 0; minute < 1440; minute += 15) {
      if (!isOpenAt(rules, weekday, minute)) continue;
      const last = open.at(-1);
      if (last?.weekday === weekday && last.to === minute) last.to = minute + 15;
      else open.push({ weekday, from: minute, to: minute + 15 });
    }
  return open;
}

function spanOf(rules: SendRules, weekday: number): DaySpan | null {
  const name = weekdays[weekday];
  return name ? rules.days[name] : null;
}

/** From and to alike: the whole day from then on. */
function covers({ from, to }: DaySpan, minute: number): boolean {
  return minute >= from && (from >= to || minute < to);
}

function coversNextDay({ from, to }: DaySpan, minute: number): boolean {
  return from >= to && minute < to;
}
