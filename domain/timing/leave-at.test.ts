import fc from "fast-check";
import { expect, test } from "vitest";
import { bestHour, nextInHour } from "./best-hour.ts";
import { leaveAt, type Timing } from "./leave-at.ts";
import { backOnSiteUntil, cappedUntil, withinCaps } from "./pressure.ts";
import { type Contender, supersededBy, winnerOf } from "./priority.ts";
import { mayLeave } from "./send-rules.ts";
import { byDay, daily } from "./testing/rules.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const rules = daily(byDay);
const timing: Timing = {
  ...{ dueAt: now, timeZone: "Europe/Berlin", rules, caps: [{ messages: 1, hours: 12 }], sentAt: [], hour: null },
  ...{ quiet: { quietMinutes: 60, mostHours: 6 }, lastSeenAt: null },
};

test.each([
  ["at once", {}, hours(0), null],
  ["after the cap, in the window", { sentAt: [hours(-1)] }, new Date("2026-03-11T07:00:00Z"), "outside_send_window"],
  ["when the cap allows", { sentAt: [hours(-10)] }, hours(2), "frequency_capped"],
  ["once the shopper has gone", { lastSeenAt: hours(-0.25) }, hours(0.75), "back_on_site"],
  ["at the best hour", { hour: 18 }, new Date("2026-03-10T17:00:00Z"), "best_hour"],
  ["now, within the best hour", { hour: 13 }, hours(0), null],
  ["not a day later for a best hour that was missed", { hour: 11, dueAt: hours(-24) }, hours(0), null],
  ["without a best hour that the window never opens in", { hour: 3 }, hours(0), null],
] satisfies [string, Partial<Timing>, Date, string | null][])("a message leaves %s", (_rule, change, at, reason) => {
  expect(leaveAt({ ...timing, ...change }, now)).toEqual({ at, reason });
});

test("a message leaves never when nothing is ever open", () => {
  const shut = { days: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }, quiet: null };
  expect(leaveAt({ ...timing, rules: shut, hour: 9 }, now)).toBeNull();
});

const anyCap = fc.record({ messages: fc.integer({ min: 1, max: 3 }), hours: fc.integer({ min: 1, max: 72 }) });
const anyTiming = fc.record({
  caps: fc.array(anyCap, { maxLength: 3 }),
  wishes: fc.array(fc.integer({ min: 0, max: 60 * 24 * 10 }), { minLength: 1, maxLength: 25 }),
  hour: fc.option(fc.integer({ min: 0, max: 23 }), { nil: null }),
  timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"),
  start: fc.date({ min: new Date("2026-03-01"), max: new Date("2026-11-01"), noInvalidDate: true }),
});

test("no stretch of a cap's length ever holds more than the cap, over all sequences, and all leave within the window", () => {
  fc.assert(
    fc.property(anyTiming, ({ caps, wishes, hour, timeZone, start }) => {
      const sentAt: Date[] = [];
      for (const wish of wishes.toSorted((one, other) => one - other)) {
        const dueAt = new Date(start.getTime() + wish * 60_000);
        const asked = new Date(Math.max(dueAt.getTime(), sentAt.at(-1)?.getTime() ?? 0));
        const leave = leaveAt({ ...timing, caps, dueAt, hour, timeZone, sentAt }, asked);
        if (!leave) throw new Error("a window that opens daily never opened");
        expect(mayLeave(rules, leave.at, timeZone)).toBe(true);
        sentAt.push(leave.at);
      }
      for (const { messages, hours: span } of caps)
        for (const last of sentAt) {
          const since = last.getTime() - span * 3_600_000;
          expect(sentAt.filter((at) => at.getTime() > since && at <= last).length).toBeLessThanOrEqual(messages);
        }
    }),
    { numRuns: 150 },
  );
});

test("after the moment a cap names, a message keeps to it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -200, max: 0 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 72 }),
      (sent, messages, span) => {
        const cap = { messages, hours: span };
        const until = cappedUntil(cap, sent.map(hours), now);
        const inSpan = sent.map(hours).filter((at) => at.getTime() > until.getTime() - span * 3_600_000);
        expect(inSpan.length).toBeLessThan(messages);
      },
    ),
  );
});

test("of several caps the strictest counts, and none leaves the time as it is", () => {
  const caps = [
    { messages: 1, hours: 2 },
    { messages: 2, hours: 48 },
  ];
  expect(withinCaps(caps, [hours(-1)], now)).toEqual(hours(1));
  expect(withinCaps(caps, [hours(-1), hours(-5)], now)).toEqual(hours(43));
  expect(withinCaps([], [hours(-1)], now)).toEqual(now);
});

test("whoever is back on the site is left alone, but not for ever", () => {
  const rule = { quietMinutes: 60, mostHours: 2 };
  expect(backOnSiteUntil(rule, { lastSeenAt: hours(-2), dueAt: now }, now)).toEqual(now);
  expect(backOnSiteUntil(rule, { lastSeenAt: hours(0), dueAt: hours(-1.5) }, now)).toEqual(hours(0.5));
  expect(backOnSiteUntil(rule, { lastSeenAt: hours(0), dueAt: hours(-3) }, now)).toEqual(now);
  expect(backOnSiteUntil(null, { lastSeenAt: hours(0), dueAt: now }, now)).toEqual(now);
});

const histogram = (counts: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);
test.each([
  ["their own acts", { 20: 5 }, { 9: 900 }, { hour: 20, from: "contact" }],
  ["people like them, where their own are few", { 20: 4 }, { 9: 900 }, { hour: 9, from: "cohort" }],
  ["the set hour, where both are few", { 20: 4 }, { 9: 199 }, { hour: 10, from: "set" }],
  ["the middle of a busy evening", { 18: 3, 19: 3, 20: 3 }, {}, { hour: 19, from: "contact" }],
  ["hours around midnight", { 23: 3, 0: 3, 1: 3 }, {}, { hour: 0, from: "contact" }],
  ["the set hour among equals", { 8: 3, 10: 3, 12: 3 }, {}, { hour: 10, from: "contact" }],
] as const)("the best hour goes by %s", (_rule, own, cohort, expected) => {
  expect(bestHour(histogram(own), histogram(cohort), 10)).toEqual(expected);
});

test.each([
  ["today", "2026-03-10T12:00:00Z", 18, "2026-03-10T17:00:00Z"],
  ["now, within the hour", "2026-03-10T17:59:00Z", 18, "2026-03-10T17:59:00Z"],
  ["tomorrow, once it is over", "2026-03-10T18:00:00Z", 18, "2026-03-11T17:00:00Z"],
  ["by the new time, over the spring change", "2026-03-28T19:00:00Z", 18, "2026-03-29T16:00:00Z"],
  ["by the new time, over the autumn change", "2026-10-24T19:00:00Z", 18, "2026-10-25T17:00:00Z"],
])("an hour comes %s", (_rule, from, hour, at) => {
  expect(nextInHour(hour, new Date(from), "Europe/Berlin")).toEqual(new Date(at));
});

const contender = fc.record({
  enrollmentId: fc.integer({ min: 0, max: 9 }).map((id) => `enr_${id}`),
  sequenceId: fc.constantFrom("seq_a", "seq_b"),
  priority: fc.integer({ min: 1, max: 3 }),
  since: fc.integer({ min: -2, max: 2 }).map(hours),
});
const contenders = fc.uniqueArray(contender, { selector: (one) => one.enrollmentId, maxLength: 6 });

test("one enrollment wins and all others are superseded, in whatever order they are named", () => {
  fc.assert(
    fc.property(contenders, fc.infiniteStream(fc.nat()), (named, keys) => {
      const shuffled = named.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
      const winner = winnerOf(named);
      expect(winnerOf(shuffled.map(({ one }) => one))).toEqual(winner);
      expect(supersededBy(named)).toHaveLength(Math.max(0, named.length - 1));
      for (const one of named) expect(one.priority >= (winner?.priority ?? 0)).toBe(true);
    }),
  );
});

test("the more important sequence wins over the newer, the newer over the older", () => {
  const one: Contender = { enrollmentId: "enr_1", sequenceId: "seq_a", priority: 1, since: hours(-5) };
  const newer = { ...one, enrollmentId: "enr_0", since: hours(-1) };
  expect(winnerOf([one, { ...newer, priority: 2 }])?.enrollmentId).toBe("enr_1");
  expect(winnerOf([one, newer])?.enrollmentId).toBe("enr_0");
  expect(supersededBy([one, newer])).toEqual([{ enrollmentId: "enr_1", bySequenceId: "seq_a" }]);
});
