import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeClock, instantAt, realTime } from "./clock.ts";
import { parseCron } from "./cron.ts";
import { parseMoment, parseSpan } from "./duration.ts";

const at = (text: string) => Date.parse(text);
const text = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

describe("spans", () => {
  const spans: [string, number | null][] = [
    ["10s", 10_000],
    ["1m", 60_000],
    ["1h30m", 5_400_000],
    ["1d 2h", 93_600_000],
    ["2w", 1_209_600_000],
    ["500ms", 500],
    ["1.5h", 5_400_000],
    ["", null],
    ["10", null],
    ["soon", null],
    ["-5s", null],
  ];
  test.each(spans)("%s is %s ms", (span, ms) => {
    expect(parseSpan(span)).toBe(ms);
  });

  test("a moment is a span from now or a date, and nothing else", () => {
    expect(parseMoment("1h", 1_000)).toBe(3_601_000);
    expect(parseMoment("2030-01-01T00:00:00Z", 0)).toBe(at("2030-01-01T00:00:00Z"));
    expect(parseMoment("tomorrow", 0)).toBeNull();
  });
});

describe("the clock", () => {
  test("is real time until it is moved", () => {
    expect(instantAt(realTime, 12_345)).toBe(12_345);
  });

  test("never runs backwards by advancing or by another speed", () => {
    const change = fc.record({
      advanceMs: fc.nat(1e10),
      speed: fc.integer({ min: 1, max: 100_000 }),
      wait: fc.nat(1e6),
    });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let state = realTime;
        let real = 1_700_000_000_000;
        let last = instantAt(state, real);
        for (const { advanceMs, speed, wait } of changes) {
          real += wait;
          state = changeClock(state, { advanceMs, speed }, real);
          const now = instantAt(state, real);
          if (now < last) return false;
          last = now;
        }
        return true;
      }),
    );
  });

  test("is set, then advanced, then goes at its speed", () => {
    const state = changeClock(realTime, { set: 5_000, advanceMs: 1_000, speed: 10 }, 100);
    expect(instantAt(state, 100)).toBe(6_000);
    expect(instantAt(state, 200)).toBe(7_000);
  });
});

describe("crons", () => {
  const ticks: [string, string, string][] = [
    ["*/5 * * * *", "2026-03-01T10:02:00Z", "2026-03-01T10:05:00.000Z"],
    ["@daily", "2026-03-01T10:02:00Z", "2026-03-02T00:00:00.000Z"],
    ["TZ=Europe/Riga 0 9 * * 1-5", "2026-03-27T12:00:00Z", "2026-03-30T06:00:00.000Z"],
    ["TZ=America/New_York 0 9 * * *", "2026-01-01T00:00:00Z", "2026-01-01T14:00:00.000Z"],
  ];
  test.each(ticks)("%s after %s fires at %s", (cron, after, expected) => {
    expect(text(parseCron(cron).next(at(after)))).toBe(expected);
  });

  test("the latest of many missed ticks is found, also over years", () => {
    const schedule = parseCron("0 * * * *");
    expect(text(schedule.latest(at("2020-01-01T00:00:00Z"), at("2026-01-01T00:30:00Z")))).toBe(
      "2026-01-01T00:00:00.000Z",
    );
    expect(schedule.latest(at("2026-01-01T00:10:00Z"), at("2026-01-01T00:30:00Z"))).toBeNull();
  });

  test.each(["* * * *", "* * * * * *", "61 * * * *", "TZ=Mars/Base * * * * *", "0 0 31 2 *"])("refuses %s", (cron) => {
    expect(() => parseCron(cron)).toThrow();
  });
});
