import { Cron } from "croner";

export interface Schedule {
  /** The first tick later than `after` (ms), or null when there is none. */
  next(after: number): number | null;
  /** The last tick not later than `at` (ms) and later than `after`; null when there is none. */
  latest(after: number, at: number): number | null;
}

const shortest = 60_000;

/** Reads five fields or an alias such as `@daily`, with an optional leading `TZ=Area/City`. Throws on anything else. */
export function parseCron(text: string): Schedule {
  const match = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.+)$/.exec(text.trim());
  const fields = match?.[2] ?? "";
  if (!fields.startsWith("@") && fields.trim().split(/\s+/).length !== 5) {
    throw new Error(`cron "${text}" must have five fields`);
  }
  const cron = new Cron(fields, { timezone: match?.[1] ?? "UTC", mode: "auto" });
  const next = (after: number) => cron.nextRun(new Date(after))?.getTime() ?? null;
  if (next(0) === null) throw new Error(`cron "${text}" never fires`);
  return { next, latest: (after, at) => latestTick(next, after, at) };
}

/** Looks back in growing windows, so that a leap of years costs as little as one of minutes. */
function latestTick(next: Schedule["next"], after: number, at: number): number | null {
  let window = shortest;
  while (true) {
    const start = Math.max(after, at - window);
    let tick = next(start);
    if (tick !== null && tick <= at) {
      for (let later = next(tick); later !== null && later <= at; later = next(later)) tick = later;
      return tick;
    }
    if (start === after) return null;
    window *= 4;
  }
}
