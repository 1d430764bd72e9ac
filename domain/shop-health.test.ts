import { expect, test } from "vitest";
import { silenceOf } from "./shop-health.ts";

const steady = (count: number) => Array.from({ length: 168 }, () => count);
const quietFor = (hours: number, perHour: number[]) => perHour.map((count, hour) => (hour < hours ? 0 : count));

test("a shop that never sent anything is not silent, it has not begun", () => {
  expect(silenceOf({ perHour: steady(0), hoursSinceLast: null })).toEqual({ silent: false, expected: 0 });
});

test("a shop with ten events an hour is silent after one hour without any", () => {
  expect(silenceOf({ perHour: quietFor(1, steady(10)), hoursSinceLast: 1.2 })).toEqual({ silent: true, expected: 10 });
  expect(silenceOf({ perHour: steady(10), hoursSinceLast: 0.9 }).silent).toBe(false);
});

test("a shop with one event an hour is given seven hours", () => {
  expect(silenceOf({ perHour: quietFor(6, steady(1)), hoursSinceLast: 6.5 }).silent).toBe(false);
  expect(silenceOf({ perHour: quietFor(7, steady(1)), hoursSinceLast: 7.5 }).silent).toBe(true);
});

test("a night in which nothing ever comes raises no alarm, the morning after it does", () => {
  const dayOnly = Array.from({ length: 168 }, (_, hour) => (hour % 24 < 8 ? 0 : 20));
  expect(silenceOf({ perHour: dayOnly, hoursSinceLast: 8 })).toEqual({ silent: false, expected: 0 });
  expect(silenceOf({ perHour: quietFor(9, dayOnly), hoursSinceLast: 9 })).toEqual({ silent: true, expected: 20 });
});

test("a shop that rarely sends is never called silent for a quiet week", () => {
  const rare = steady(0).map((_, hour) => (hour === 150 ? 1 : 0));
  expect(silenceOf({ perHour: rare, hoursSinceLast: 150 }).silent).toBe(false);
});

test("nothing for the whole week tells nothing of the rhythm", () => {
  expect(silenceOf({ perHour: steady(0), hoursSinceLast: 400 })).toEqual({ silent: false, expected: 0 });
});
