import fc from "fast-check";
import { expect, test } from "vitest";
import { isDead, mostTries, nextTryAt, quietUntil } from "./webhook-delivery.ts";

const now = new Date("2026-03-05T09:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const waitOf = (tries: number, chance: number, afterSeconds: number | null = null) => {
  const at = nextTryAt(tries, now, { chance, afterSeconds });
  return at && at.getTime() - now.getTime();
};

test("tries go on for a good day and then end", () => {
  const waits = Array.from({ length: mostTries - 1 }, (_, index) => waitOf(index + 1, 0.5) ?? Number.NaN);
  const day = 24 * 3_600_000;
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(day);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(1.5 * day);
  expect(waitOf(mostTries, 0.5)).toBeNull();
});

test("chance moves a try by a tenth at most, and a told wait is never cut short", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: mostTries - 1 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.option(fc.integer({ min: 0, max: 86_400 })),
      (tries, chance, afterSeconds) => {
        const middle = waitOf(tries, 0.5) ?? 0;
        const wait = waitOf(tries, chance, afterSeconds) ?? 0;
        expect(wait).toBeGreaterThanOrEqual((afterSeconds ?? 0) * 1_000);
        expect(wait).toBeGreaterThanOrEqual(middle * 0.9 - 1);
        expect(wait).toBeLessThanOrEqual(Math.max(middle * 1.1 + 1, (afterSeconds ?? 0) * 1_000));
      },
    ),
  );
});

test.each([
  ["a day of eight tries", 8, 24, true],
  ["a day of many", 400, 24, true],
  ["less than a day, however many", 400, 23.9, false],
  ["too few tries, however long", 7, 200, false],
])("%s: an endpoint is dead only where both limits are reached", (_, failures, hours, dead) => {
  expect(isDead({ failures, since: now }, later(hours))).toBe(dead);
});

test("an endpoint is left alone from its tenth failure on, for longer each time and never beyond half an hour", () => {
  expect(quietUntil(9, now)).toBeNull();
  const minutes = [10, 11, 12, 15, 40, 4_000].map((failures) => {
    const until = quietUntil(failures, now);
    return until && (until.getTime() - now.getTime()) / 60_000;
  });
  expect(minutes).toEqual([1, 2, 4, 30, 30, 30]);
});
