import { expect, test } from "vitest";
import { digestOccasion } from "./digest.ts";

const hours = (from: string, count: number) =>
  Array.from({ length: count }, (_, hour) => new Date(Date.parse(from) + hour * 3_600_000));
const occasions = (choice: "daily" | "hourly" | "off", zone: string, at: Date[]) =>
  new Set(at.flatMap((now) => digestOccasion(choice, now, zone) ?? []));

test.each([
  ["Europe/Berlin", "2026-03-28T00:00:00+01:00"],
  ["Europe/Berlin", "2026-10-24T00:00:00+02:00"],
  ["Pacific/Kiritimati", "2026-06-01T00:00:00+14:00"],
  ["America/New_York", "2026-03-07T00:00:00-05:00"],
])("in %s each of three days has one morning, also when the clocks change (%s)", (zone, from) => {
  expect(occasions("daily", zone, hours(from, 71)).size).toBe(3);
});

test("a morning begins at nine in the tenant's zone", () => {
  expect(digestOccasion("daily", new Date("2026-06-01T06:59:00Z"), "Europe/Berlin")).toBeNull();
  expect(digestOccasion("daily", new Date("2026-06-01T07:00:00Z"), "Europe/Berlin")).toBe("2026-06-01");
});

test("who wants a digest each hour has one for each, who wants none has none", () => {
  expect(occasions("hourly", "UTC", hours("2026-06-01T00:10:00Z", 24)).size).toBe(24);
  expect(occasions("off", "UTC", hours("2026-06-01T00:10:00Z", 24)).size).toBe(0);
});
