const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;

/** Waits after the first, second, … failed attempt, as the real server keeps them; the last one repeats. */
const waits = [
  15 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  20 * minute,
  40 * minute,
  hour,
  2 * hour,
];
const lastWait = 2 * hour;
const jitter = 30 * second;

/** When to try again after attempt number `attempt` (from 0) failed. */
export function retryAt(attempt: number, now: number, chance: number): number {
  return now + (waits[attempt] ?? lastWait) + Math.floor(chance * jitter);
}

/** A `retry-after` header: seconds or a date, held between one second and a day. Null when it says neither. */
export function retryAfterAt(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const at = Number.isNaN(seconds) ? Date.parse(header) : now + seconds * second;
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(at, now + second), now + 24 * hour);
}

/**
 * When to call again an app that could not be reached: within two seconds of real time, however fast the clock runs,
 * because a restarting app is back soon and the clock's speed must not turn this into a busy loop.
 */
export function reachAgainAt(faults: number, now: number, speed: number): number {
  return Math.round(now + Math.min(100 * 2 ** faults, 2 * second) * speed);
}
