import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthOf } from "./day-span.ts";
import { dayIn } from "./period.ts";
import { reportOccasion } from "./report-rhythm.ts";

const spanAt = (rhythm: "weekly" | "monthly", at: string, zone = "Europe/Berlin") =>
  reportOccasion(rhythm, new Date(at), zone)?.span ?? null;

test("a week is told from eight on Monday on, by the tenant's clocks", () => {
  expect(spanAt("weekly", "2026-03-09T06:59:00Z")).toBeNull();
  expect(spanAt("weekly", "2026-03-09T07:00:00Z")).toEqual({ from: "2026-03-02", to: "2026-03-08" });
  expect(spanAt("weekly", "2026-03-08T17:59:00Z", "Pacific/Kiritimati")).toBeNull();
  expect(spanAt("weekly", "2026-03-08T18:00:00Z", "Pacific/Kiritimati")).toEqual({
    from: "2026-03-02",
    to: "2026-03-08",
  });
});

test("a month is told from eight on its successor's first day on, with all of its days", () => {
  expect(spanAt("monthly", "2026-03-01T06:00:00Z")).toBeNull();
  expect(spanAt("monthly", "2026-03-01T08:00:00Z")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(spanAt("monthly", "2026-01-17T08:00:00Z")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
});

test("whoever wants none has none", () => {
  expect(reportOccasion("off", new Date("2026-03-09T12:00:00Z"), "UTC")).toBeNull();
});

test("every week and every month has one occasion, with days that are over, in every zone", () => {
  const zones = fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu");
  const instants = fc.date({
    min: new Date("2025-01-01T00:00:00Z"),
    max: new Date("2027-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, zones, (now, zone) => {
      for (const rhythm of ["weekly", "monthly"] as const) {
        const found = reportOccasion(rhythm, now, zone);
        if (!found) continue;
        expect(found.span.to < dayIn(now, zone)).toBe(true);
        expect(found.name).toBe(`report ${rhythm} ${found.span.from}`);
        const days = lengthOf(found.span);
        expect(rhythm === "weekly" ? days === 7 : days >= 28 && days <= 31).toBe(true);
      }
    }),
  );
});
