import { dayIn } from "./period.ts";

export const digestChoices = ["off", "daily", "hourly"] as const;
/** How often a reviewer hears by mail what waits: not at all, each morning, or each hour in which something waits. */
export type DigestChoice = (typeof digestChoices)[number];

/** What waits for a person: how much, the nearest deadline, and the same for each step. Instants are ISO 8601. */
export type Waiting = {
  count: number;
  nextDueAt: string | null;
  steps: { sequence: string; position: number; count: number; nextDueAt: string | null }[];
};

const morning = 9;

/**
 * Names the one occasion for which a digest is due at `now`, or null. Each occasion is told once: hours on a whole hour
 * of the world's clock, mornings from nine in the tenant's zone on, so that no change of clocks leaves one out.
 */
export function digestOccasion(choice: DigestChoice, now: Date, timeZone: string): string | null {
  if (choice === "off") return null;
  if (choice === "hourly") return now.toISOString().slice(0, 13);
  const hour = Number(new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format(now));
  return hour >= morning ? dayIn(now, timeZone) : null;
}
