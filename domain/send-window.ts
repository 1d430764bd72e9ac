/** Hours of the shopper's day in which messages may leave, [fromHour, toHour) on a 24-hour clock. */
export type SendWindow = { fromHour: number; toHour: number };

/** The next instant at or after `now` inside the window in a time zone; `now` itself when the window is open or null. */
export function nextOpening(window: SendWindow | null, now: Date, timeZone: string): Date {
  if (!window || isOpen(window, hourIn(now, timeZone))) return now;
  const quarter = 15 * 60_000;
  let at = new Date(Math.ceil(now.getTime() / quarter) * quarter);
  for (let tries = 0; tries < 200 && !isOpen(window, hourIn(at, timeZone)); tries++)
    at = new Date(at.getTime() + quarter);
  return at;
}

function isOpen(window: SendWindow, hour: number): boolean {
  const { fromHour, toHour } = window;
  return fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
}

function hourIn(at: Date, timeZone: string): number {
  return Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(at));
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
