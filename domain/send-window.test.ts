import { expect, test } from "vitest";
import { isTimeZone, nextOpening } from "./send-window.ts";

const day = { fromHour: 8, toHour: 21 };

test.each([
  ["is open at noon", day, "2026-03-10T12:00:00Z", "UTC", "2026-03-10T12:00:00Z"],
  ["opens in the morning", day, "2026-03-10T03:10:00Z", "UTC", "2026-03-10T08:00:00Z"],
  ["opens next morning", day, "2026-03-10T21:00:00Z", "UTC", "2026-03-11T08:00:00Z"],
  ["counts by the shopper's zone", day, "2026-03-10T12:00:00Z", "Asia/Kolkata", "2026-03-10T12:00:00Z"],
  ["may lie over midnight", { fromHour: 20, toHour: 6 }, "2026-03-10T12:00:00Z", "UTC", "2026-03-10T20:00:00Z"],
  ["follows the clock change in spring", day, "2026-03-29T00:30:00Z", "Europe/Berlin", "2026-03-29T06:00:00Z"],
  ["follows the clock change in autumn", day, "2026-10-24T22:30:00Z", "Europe/Berlin", "2026-10-25T07:00:00Z"],
  ["opens at a half-hour zone's own hour", day, "2026-03-10T20:00:00Z", "Asia/Kolkata", "2026-03-11T02:30:00Z"],
])("a send window %s", (_rule, window, now, zone, opening) => {
  expect(nextOpening(window, new Date(now), zone)).toEqual(new Date(opening));
});

test("no window is always open, and only real zones are zones", () => {
  const now = new Date("2026-03-10T03:10:00Z");
  expect(nextOpening(null, now, "UTC")).toBe(now);
  expect([isTimeZone("Europe/Riga"), isTimeZone("Mars/Base")]).toEqual([true, false]);
});
