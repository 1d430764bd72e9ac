import fc from "fast-check";
import { expect, test } from "vitest";
import { nextTime } from "./next-time.ts";
import { instantAt, isTimeZone, wallClock } from "./zone.ts";

const berlin = "Europe/Berlin";
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const at = (date: string, time: string, zone: string) => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return instantAt(dayOf(date), hour * 60 + minute, zone)
    .toISOString()
    .slice(0, 16);
};

test.each([
  ["an ordinary day", "2026-03-10", "09:00", berlin, "2026-03-10T08:00"],
  ["just before the spring change", "2026-03-29", "01:59", berlin, "2026-03-29T00:59"],
  ["an hour that spring leaves out, as much later", "2026-03-29", "02:30", berlin, "2026-03-29T01:30"],
  ["just after the spring change", "2026-03-29", "03:00", berlin, "2026-03-29T01:00"],
  ["the evening of the spring change", "2026-03-29", "20:00", berlin, "2026-03-29T18:00"],
  ["just before the autumn change", "2026-10-25", "01:59", berlin, "2026-10-24T23:59"],
  ["an hour that autumn repeats, the first time", "2026-10-25", "02:30", berlin, "2026-10-25T00:30"],
  ["just after the autumn change", "2026-10-25", "03:00", berlin, "2026-10-25T02:00"],
  ["New York in spring", "2026-03-08", "02:15", "America/New_York", "2026-03-08T07:15"],
  ["New York in autumn", "2026-11-01", "01:15", "America/New_York", "2026-11-01T05:15"],
  ["the south's spring", "2026-10-04", "02:30", "Australia/Sydney", "2026-10-03T16:30"],
  ["a change of half an hour", "2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45"],
  ["a midnight that does not come", "2026-04-24", "00:30", "Africa/Cairo", "2026-04-23T22:30"],
  ["three quarters of an hour", "2026-03-10", "09:00", "Asia/Kathmandu", "2026-03-10T03:15"],
  ["no changes at all", "2026-03-29", "02:30", "Asia/Kolkata", "2026-03-28T21:00"],
])("the wall clock's %s", (_rule, date, time, zone, expected) => {
  expect(at(date, time, zone)).toBe(expected);
});

test.each([
  ["later today", [], 9, "2026-03-10T06:00:00Z", "2026-03-10T08:00:00Z"],
  ["tomorrow, when it is that time now", [], 9, "2026-03-10T08:00:00Z", "2026-03-11T08:00:00Z"],
  ["on the next Monday", [0], 9, "2026-03-10T06:00:00Z", "2026-03-16T08:00:00Z"],
  ["over the spring change", [], 9, "2026-03-28T12:00:00Z", "2026-03-29T07:00:00Z"],
  ["over the autumn change", [], 9, "2026-10-24T12:00:00Z", "2026-10-25T08:00:00Z"],
  ["on the same weekday a week on", [1], 9, "2026-03-10T09:00:00Z", "2026-03-17T08:00:00Z"],
  ["on the spring change's own day", [6], 2, "2026-03-27T12:00:00Z", "2026-03-29T01:00:00Z"],
])("the next time comes %s", (_rule, weekdays, hour, after, expected) => {
  expect(nextTime({ weekdays, hour, minute: 0 }, new Date(after), berlin)).toEqual(new Date(expected));
});

const zones = [
  "UTC",
  berlin,
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "America/St_Johns",
];
const moment = fc.date({ min: new Date("2025-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });

test("what a clock shows is what the system's own calendar says, at every moment", () => {
  const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (now, zone) => {
      const { weekday, minute } = wallClock(now, zone);
      const parts = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
      const [hour, rest] = [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, "0"));
      expect(new Intl.DateTimeFormat("en-US", parts).format(now)).toBe(`${names[weekday]} ${hour}:${rest}`);
    }),
  );
});

test("an instant's own wall clock leads back to it, or to the first of two alike", () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (now, zone) => {
      const minute = Math.floor(now.getTime() / 60_000) * 60_000;
      const clock = wallClock(new Date(minute), zone);
      const back = instantAt(clock.day, clock.minute, zone);
      expect(wallClock(back, zone)).toEqual(clock);
      expect([0, 30, 60]).toContain((minute - back.getTime()) / 60_000);
    }),
  );
});

test("only real zones are zones", () => {
  expect([isTimeZone("Europe/Riga"), isTimeZone("Mars/Base")]).toEqual([true, false]);
});
