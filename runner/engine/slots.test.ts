import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

const a = { key: "a", limit: 1 };
const wide = { key: "wide", limit: 2 };

test("takes all places or none, and names the key that is full", () => {
  const slots = createSlots();
  expect(slots.take([a, wide], false)).toBeNull();
  expect(slots.take([a, wide], false)).toBe("a");
  expect(slots.take([wide], false)).toBeNull();
  expect(slots.take([wide], false)).toBe("wide");
  slots.release([a, wide]);
  expect(slots.take([a, wide], false)).toBeNull();
});

test("newcomers do not overtake those that wait; the one that was woken goes in", () => {
  const slots = createSlots();
  slots.park("a");
  expect(slots.take([a], false)).toBe("a");
  slots.unpark("a");
  slots.park("a");
  expect(slots.take([a], true)).toBeNull();
});

test("forgets those that were said to wait and are gone", () => {
  const slots = createSlots();
  slots.park("a");
  slots.forget("a");
  expect(slots.isParked("a")).toBe(false);
  expect(slots.take([a], false)).toBeNull();
});
