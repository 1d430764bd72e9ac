export const deliveryStates = ["waiting", "held", "delivered", "failed"] as const;
/** `held` waits for its endpoint to be resumed; `failed` was tried for a day and is left, to be replayed. */
export type DeliveryState = (typeof deliveryStates)[number];

export const pauseReasons = ["person", "dead", "gone"] as const;
/** Who paused an endpoint: somebody, its silence of a day, or its own answer that it is gone. */
export type PauseReason = (typeof pauseReasons)[number];

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The waits after each try that failed: eight tries over a good day. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour];

export const mostTries = waits.length + 1;

/** How long two secrets sign after a rotation. */
export const overlapHours = 24;

/** How long events and what became of them are kept, and removed endpoints. */
export const keptDays = 30;

/**
 * When to try again after so many tries, or null when it is enough. `chance` in [0, 1) spreads what failed together over a
 * fifth of the wait; an answer that names a later instant is heard.
 */
export function nextTryAt(
  tries: number,
  now: Date,
  told: { chance: number; afterSeconds: number | null },
): Date | null {
  const wait = waits[tries - 1];
  if (wait === undefined) return null;
  const spread = wait * (0.9 + 0.2 * told.chance);
  return new Date(now.getTime() + Math.max(spread, (told.afterSeconds ?? 0) * second));
}

/** An endpoint's tries in a row that failed, and since when. */
export type Failing = { failures: number; since: Date };

const deadAfter = { hours: 24, failures: 8 };

/** Whether an endpoint counts as dead: for a day nothing was taken, in eight tries or more. */
export function isDead({ failures, since }: Failing, now: Date): boolean {
  return failures >= deadAfter.failures && now.getTime() - since.getTime() >= deadAfter.hours * hour;
}

const patience = 10;
const longestQuiet = 30 * minute;

/** Until when an endpoint is left alone that fails again and again, however much waits for it; null while it is patience. */
export function quietUntil(failures: number, now: Date): Date | null {
  if (failures < patience) return null;
  return new Date(now.getTime() + Math.min(minute * 2 ** (failures - patience), longestQuiet));
}
