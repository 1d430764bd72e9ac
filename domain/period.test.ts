import { expect, test } from "vitest";
import { dayIn, daysOf, fillDays, periodOf } from "./period.ts";

test("a day belongs to the tenant's time zone, not to UTC", () => {
  const late = new Date("2026-03-01T23:30:00Z");
  expect(dayIn(late, "Europe/Berlin")).toBe("2026-03-02");
  expect(dayIn(late, "America/New_York")).toBe("2026-03-01");
});

test("a period ends today and skips no day when clocks change", () => {
  const days = daysOf("7d", new Date("2026-03-31T10:00:00Z"), "Europe/Berlin");
  expect(days).toEqual([
    "2026-03-25",
    "2026-03-26",
    "2026-03-27",
    "2026-03-28",
    "2026-03-29",
    "2026-03-30",
    "2026-03-31",
  ]);
});

test("days without a row get an empty one, in order", () => {
  const rows = [{ day: "2026-03-30", revenue: 5 }];
  expect(fillDays(["2026-03-29", "2026-03-30"], rows, (day) => ({ day, revenue: 0 }))).toEqual([
    { day: "2026-03-29", revenue: 0 },
    { day: "2026-03-30", revenue: 5 },
  ]);
});

test("a text that names no period means 30 days", () => {
  expect(periodOf("forever")).toBe("30d");
  expect(periodOf("90d")).toBe("90d");
});
