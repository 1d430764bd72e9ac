const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;
const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const mostOffsets = 50_000;

/**
 * How far a zone's clocks are ahead of UTC at an instant, in ms. Since 1972 clocks change at whole quarters of an hour
 * only, so one answer serves its quarter: remembering them makes 100,000 walks affordable (2 µs each without).
 */
export function offsetAt(zone: string, at: number): number {
  const quarter = Math.floor(at / quarterMs);
  const key = `${zone}|${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostOffsets) offsets.clear();
  const offset = readOffset(zone, quarter * quarterMs);
  offsets.set(key, offset);
  return offset;
}

function readOffset(zone: string, at: number): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - at) / minuteMs) * minuteMs;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en-US", { ...numeric, hourCycle: "h23", calendar: "gregory", timeZone });
  formats.set(timeZone, format);
  return format;
}

/** What a clock on the wall says: whole days since 1970, weekday from Monday = 0, and minutes of the day. */
export type WallClock = { day: number; weekday: number; minute: number };

export function wallClock(at: Date, zone: string): WallClock {
  const local = at.getTime() + offsetAt(zone, at.getTime());
  const day = Math.floor(local / dayMs);
  return { day, weekday: weekdayOf(day), minute: Math.floor((local - day * dayMs) / minuteMs) };
}

/** Monday = 0; 1970 began on a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/**
 * The instant at which a zone's clocks show a day and minute. A time that comes twice in autumn is the first of the two; one
 * that is left out in spring is as much later as clocks go forward (Temporal's "compatible" reading).
 */
export function instantAt(day: number, minute: number, zone: string): Date {
  const local = day * dayMs + minute * minuteMs;
  const [before, after] = [offsetAt(zone, local - dayMs), offsetAt(zone, local + dayMs)];
  const fits = [before, after].map((offset) => [local - offset, offset] as const);
  const shown = fits.filter(([at, offset]) => offsetAt(zone, at) === offset).map(([at]) => at);
  return new Date(shown.length > 0 ? Math.min(...shown) : local - before);
}

/** Whether a name is a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
