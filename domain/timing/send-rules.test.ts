import fc from "fast-check";
import { expect, test } from "vitest";
import { weekdays } from "../sequence-graph.ts";
import { type DaySpan, mayLeave, nextLeave } from "./send-rules.ts";
import { daily } from "./testing/rules.ts";

const berlin = "Europe/Berlin";
const span = (from: string, to: string): DaySpan => ({ from: minutes(from), to: minutes(to) });
const minutes = (time: string) => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
};
const day = span("08:00", "21:00");
const working = daily(day, { sat: span("10:00", "18:00"), sun: null });

test.each([
  ["is open at noon", daily(day), "2026-03-10T11:00Z", "2026-03-10T11:00Z"],
  ["opens in the morning", daily(day), "2026-03-10T03:10Z", "2026-03-10T07:00Z"],
  ["closes on the minute", daily(day), "2026-03-10T20:00Z", "2026-03-11T07:00Z"],
  ["opens later on Saturday", working, "2026-03-14T06:00Z", "2026-03-14T09:00Z"],
  ["stays shut on Sunday", working, "2026-03-14T18:00Z", "2026-03-16T07:00Z"],
  [
    "keeps quiet within its hours",
    daily(span("00:00", "24:00"), {}, span("22:00", "09:00")),
    "2026-03-10T22:30Z",
    "2026-03-11T08:00Z",
  ],
  ["lies over midnight", daily(span("20:00", "02:00")), "2026-03-10T00:30Z", "2026-03-10T00:30Z"],
  [
    "lies over midnight into a day off",
    daily(span("20:00", "02:00"), { sun: null }),
    "2026-03-14T23:30Z",
    "2026-03-14T23:30Z",
  ],
  ["opens by the new time after the spring change", daily(day), "2026-03-29T00:30Z", "2026-03-29T06:00Z"],
  ["opens by the old time before it", daily(day), "2026-03-28T05:00Z", "2026-03-28T07:00Z"],
  ["opens by the new time after the autumn change", daily(day), "2026-10-25T00:30Z", "2026-10-25T07:00Z"],
  [
    "opens as soon as clocks have jumped over its hour",
    daily(span("02:30", "05:00")),
    "2026-03-29T00:00Z",
    "2026-03-29T01:00Z",
  ],
  ["is open in both of autumn's hours", daily(span("02:00", "03:00")), "2026-10-25T01:30Z", "2026-10-25T01:30Z"],
  [
    "is quiet in both of autumn's hours",
    daily(span("00:00", "24:00"), {}, span("02:00", "03:00")),
    "2026-10-25T00:15Z",
    "2026-10-25T02:00Z",
  ],
  [
    "has no quiet hour that clocks jump over",
    daily(span("00:00", "24:00"), {}, span("02:00", "03:00")),
    "2026-03-29T00:45Z",
    "2026-03-29T00:45Z",
  ],
])("a send window %s", (_rule, rules, now, opening) => {
  expect(nextLeave(rules, new Date(now), berlin)).toEqual(new Date(opening));
});

test("without rules it is always open, with nothing open never", () => {
  const now = new Date("2026-03-10T03:10:00Z");
  expect(nextLeave(null, now, berlin)).toBe(now);
  expect(nextLeave(daily(null), now, berlin)).toBeNull();
  expect(nextLeave(daily(day, {}, span("07:00", "22:00")), now, berlin)).toBeNull();
});

const zones = ["UTC", berlin, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo"];
const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
const quarter = fc.integer({ min: 0, max: 95 }).map((quarters) => quarters * 15);
const anySpan = fc.record({ from: quarter, to: quarter.map((to) => to + 15) }).filter(({ from, to }) => from !== to);
const anyRules = fc.record({
  days: fc.tuple(...weekdays.map(() => fc.option(anySpan, { nil: null }))).map((spans) => {
    const [mon = null, tue = null, wed = null, thu = null, fri = null, sat = null, sun = null] = spans;
    return { mon, tue, wed, thu, fri, sat, sun };
  }),
  quiet: fc.option(anySpan, { nil: null }),
});

test("never leaves outside the window, and never waits past the first minute inside", () => {
  fc.assert(
    fc.property(anyRules, moment, fc.constantFrom(...zones), (rules, now, zone) => {
      const at = nextLeave(rules, now, zone);
      if (at === null) return;
      expect(mayLeave(rules, at, zone)).toBe(true);
      expect(at >= now).toBe(true);
      for (let minute = now.getTime(), tries = 0; minute < at.getTime() && tries < 500; minute += 7 * 60_000, tries++)
        expect(mayLeave(rules, new Date(minute), zone)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test("opens at a half-hour zone's own hour", () => {
  const evening = new Date("2026-03-10T20:00Z");
  expect(nextLeave(daily(day), evening, "Asia/Kolkata")).toEqual(new Date("2026-03-11T02:30Z"));
});
