import { describe, expect, test } from "vitest";
import { type Arm, defaultPlan, type Plan } from "../experiment.ts";
import { inversePropensityMean } from "../statistics/allocation.ts";
import { momentsOf } from "../statistics/sample.ts";
import { analyse, type ResultRows } from "./analysis.ts";
import { stepOfExperiment } from "./conclusion.ts";
import { type ArmSums, estimatesOf } from "./estimates.ts";
import { reallocate } from "./reallocation.ts";
import { daysBetween } from "./series.ts";
import { verdictText } from "./told.ts";

const now = new Date("2026-03-21T12:00:00Z");
const a: Arm = { name: "a", kind: "variant", share: 50, change: null };
const b: Arm = { name: "b", kind: "variant", share: 50, change: { stepId: "reminder", template: "help" } };
const plan: Plan = { ...defaultPlan("EUR"), cuped: false };

const sums = (arm: string, units: number, y: number, given: Partial<ArmSums> = {}): ArmSums => ({
  ...{ arm, number: 0, units, y, ySquares: y, x: 0, xSquares: 0, xy: 0 },
  ...given,
});
const rowsOf = (days: ResultRows["days"], given: Partial<ResultRows> = {}): ResultRows => ({
  days,
  guardrails: [],
  exposed: [],
  weights: [
    {
      number: 0,
      weights: [
        { arm: "a", weight: 50 },
        { arm: "b", weight: 50 },
      ],
    },
  ],
  winsorised: null,
  apart: { otherCurrencies: [], modelCosts: [] },
  today: "2026-03-20",
  ...given,
});
const on = (day: string, ...all: ArmSums[]) => all.map((one) => ({ day, ...one }));
const read = (days: ResultRows["days"], given: Partial<ResultRows> = {}, arms = [a, b], said = plan) =>
  analyse({ arms, plan: said, endsAt: null }, rowsOf(days, given), now);

describe("the verdict", () => {
  test("is that nobody came, and nothing is NaN, while there is no traffic", () => {
    const analysis = read([]);
    expect(analysis.verdict).toEqual({ kind: "nobody_yet" });
    expect(JSON.stringify(analysis)).not.toMatch(/null,"high"|NaN/);
    expect(analysis.series).toEqual([]);
  });

  test("names an arm with zero traffic instead of comparing it", () => {
    const thirds = [
      { ...a, share: 100 },
      { ...b, share: 0 },
    ];
    const weights = [
      {
        number: 0,
        weights: [
          { arm: "a", weight: 100 },
          { arm: "b", weight: 0 },
        ],
      },
    ];
    const { verdict, comparisons } = read(on("2026-03-01", sums("a", 500, 50)), { weights }, thirds);
    expect(verdict).toEqual({ kind: "arm_without_traffic", arms: ["b"] });
    expect(comparisons[0]?.relative).toEqual({ kind: "none", scale: "relative", reason: "empty_arm" });
  });

  test("is blocked by a sample ratio that is off, however clear the difference", () => {
    const { verdict, sampleRatio } = read(on("2026-03-01", sums("a", 5_000, 400), sums("b", 6_000, 900)));
    expect(sampleRatio).toMatchObject({ kind: "checked", mismatch: true });
    expect(verdict.kind).toBe("sample_ratio_off");
  });

  test("does not take shares that were changed on the way for a ratio that is off", () => {
    const weights = [
      {
        number: 0,
        weights: [
          { arm: "a", weight: 50 },
          { arm: "b", weight: 50 },
        ],
      },
      {
        number: 1,
        weights: [
          { arm: "a", weight: 20 },
          { arm: "b", weight: 80 },
        ],
      },
    ];
    const later = [sums("a", 2_000, 200, { number: 1 }), sums("b", 8_000, 800, { number: 1 })];
    const analysis = read(on("2026-03-01", sums("a", 5_000, 500), sums("b", 5_000, 500), ...later), { weights });
    expect(analysis.sampleRatio).toMatchObject({ mismatch: false });
    expect(analysis.method).toBe("inverse_propensity");
    expect(analysis.arms.map((arm) => [arm.assigned, Math.round(arm.expected)])).toEqual([
      [7_000, 7_000],
      [13_000, 13_000],
    ]);
  });

  test("is a win when the always-valid interval leaves out zero, on the scale that was chosen", () => {
    const { verdict, comparisons } = read(on("2026-03-01", sums("a", 10_000, 1_000), sums("b", 10_000, 1_300)));
    expect(verdict).toMatchObject({ kind: "wins", arm: "b", against: "a", scale: "relative" });
    expect(verdict.kind === "wins" && verdict.lift).toBeCloseTo(0.3, 10);
    expect(comparisons[0]?.absolute).toMatchObject({ scale: "absolute" });
    expect(comparisons[0]?.absolute.kind === "read" && comparisons[0].absolute.lift).toBeCloseTo(0.03, 10);
    expect(verdictText(verdict, defaultPlan("EUR"))).toContain("b wins over a: 30.0% relative");
  });

  test("is the baseline's when every other arm did worse, and none that matters when all intervals are narrow", () => {
    const worse = read(on("2026-03-01", sums("a", 10_000, 1_300), sums("b", 10_000, 1_000)));
    expect(worse.verdict).toMatchObject({ kind: "baseline_wins", arm: "a" });
    const same = read(on("2026-03-01", sums("a", 200_000, 20_000), sums("b", 200_000, 20_100)));
    expect(same.verdict).toEqual({ kind: "no_difference", within: 0.2, scale: "relative" });
  });

  test("says about how many more days it takes, fewer the longer it has run", () => {
    const at = (units: number, today: string) =>
      read(on("2026-03-01", sums("a", units, units / 10), sums("b", units, units / 10 + 5)), { today });
    const [early, later] = [at(500, "2026-03-05"), at(2_000, "2026-03-20")];
    expect(early.verdict.kind).toBe("not_enough");
    const days = [early, later].map(({ verdict }) => (verdict.kind === "not_enough" ? verdict.daysLeft : null));
    expect(days[0]).toBeGreaterThan(days[1] ?? 0);
    expect(verdictText(later.verdict, later)).toMatch(/^Not enough yet: about \d+ more days\.$/);
  });

  test("corrects for three arms as Holm does, so that what wins alone need not win among many", () => {
    const c: Arm = { ...b, name: "c", change: { stepId: "reminder", template: "loyalty" } };
    const weights = [{ number: 0, weights: ["a", "b", "c"].map((arm) => ({ arm, weight: 1 })) }];
    const days = on("2026-03-01", sums("a", 9_000, 900), sums("b", 9_000, 1_062), sums("c", 9_000, 915));
    const { comparisons } = read(days, { weights }, [a, b, c]);
    const [first, second] = comparisons;
    expect(first?.adjusted).toBeCloseTo((first?.p ?? 0) * 2, 12);
    expect(second?.adjusted).toBeGreaterThanOrEqual(second?.p ?? 1);
  });

  test("is inconclusive when the end came first", () => {
    const days = on("2026-03-01", sums("a", 100, 10), sums("b", 100, 11));
    expect(analyse({ arms: [a, b], plan, endsAt: now }, rowsOf(days), now).verdict).toEqual({ kind: "inconclusive" });
  });
});

test("a broken guardrail stands before a win, pauses, and keeps the rule from promoting", () => {
  const guardrails = ["a", "b"].map((arm) => ({
    ...{ arm, metric: "unsubscribe_rate" as const, units: 10_000 },
    ...{ sum: arm === "b" ? 600 : 100, sumOfSquares: arm === "b" ? 600 : 100 },
  }));
  const said: Plan = { ...plan, promotion: { kind: "when_sure", minimumDays: 1 } };
  const days = on("2026-03-01", sums("a", 10_000, 1_000), sums("b", 10_000, 1_300));
  const broken = read(days, { guardrails }, [a, b], said);
  expect(broken.guardrails[0]).toMatchObject({ state: "broken", limit: 0.01 });
  expect(broken.verdict).toEqual({ kind: "guardrail_broken", arm: "b", metric: "unsubscribe_rate" });
  const running = { plan: said, endsAt: null, state: "running" as const };
  expect(stepOfExperiment(running, broken, now)).toMatchObject({ kind: "pause", arm: "b" });
  const kept = read(days, {}, [a, b], said);
  expect(stepOfExperiment(running, kept, now)).toEqual({ kind: "promote", arm: "b", reason: "rule_met" });
  expect(stepOfExperiment({ ...running, plan }, kept, now)).toEqual({ kind: "none" });
  const early = { ...running, plan: { ...said, promotion: { kind: "when_sure" as const, minimumDays: 28 } } };
  expect(stepOfExperiment(early, kept, now)).toEqual({ kind: "none" });
});

test("the series has a point for each calendar day, over a change of clocks and where nothing happened", () => {
  const { series, days } = read(on("2026-03-28", sums("a", 50, 5), sums("b", 50, 5)), { today: "2026-03-31" });
  expect(series.map((point) => point.day)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31"]);
  expect(days).toBe(4);
  expect(daysBetween("2026-12-31", "2027-01-01")).toEqual(["2026-12-31", "2027-01-01"]);
  expect(series.at(-1)?.lifts[0]).toMatchObject({ arm: "b", lift: 0 });
});

test("the series ends where the analysis stands", () => {
  const days = [
    ...on("2026-03-01", sums("a", 900, 90), sums("b", 900, 95)),
    ...on("2026-03-02", sums("a", 900, 91), sums("b", 900, 120)),
  ];
  const { series, comparisons } = read(days);
  const whole = comparisons[0]?.relative;
  expect(series.at(-1)?.lifts[0]?.interval).toEqual(whole?.kind === "read" ? whole.watched : null);
});

test("sums weighed by inverse propensity agree with the estimate from each contact", () => {
  const weights = [
    {
      number: 0,
      weights: [
        { arm: "a", weight: 50 },
        { arm: "b", weight: 50 },
      ],
    },
    {
      number: 1,
      weights: [
        { arm: "a", weight: 10 },
        { arm: "b", weight: 90 },
      ],
    },
  ];
  const units = [
    ...Array.from({ length: 40 }, (_, place) => ({ arm: "b", share: 0.5, value: place % 3 === 0 ? 700 : 0 })),
    ...Array.from({ length: 70 }, (_, place) => ({ arm: "b", share: 0.9, value: place % 5 === 0 ? 1_900 : 0 })),
  ];
  const cell = (number: number, share: number): ArmSums => {
    const values = units.filter((one) => one.share === share).map((one) => one.value);
    const y = values.reduce((sum, value) => sum + value, 0);
    return sums("b", values.length, y, { number, ySquares: values.reduce((sum, value) => sum + value * value, 0) });
  };
  const { samples, method } = estimatesOf([cell(0, 0.5), cell(1, 0.9)], {
    ...{ arms: ["a", "b"], weights, useCuped: false, isShare: false },
  });
  const wanted = inversePropensityMean(units, "b");
  const {
    mean,
    variance,
    units: count,
  } = momentsOf(samples.get("b") ?? { kind: "mean", units: 0, sum: 0, sumOfSquares: 0 });
  expect(method).toBe("inverse_propensity");
  expect(mean).toBeCloseTo(wanted.mean, 8);
  expect(Math.sqrt(variance / count)).toBeCloseTo(wanted.error, 8);
});

test("Thompson's weights keep the holdout's share and every variant's floor, and move nothing for little", () => {
  const arms: Arm[] = [
    { name: "holdout", kind: "holdout", share: 10, change: null },
    { ...a, share: 45 },
    { ...b, share: 45 },
  ];
  const held = arms.map((arm) => ({ arm: arm.name, weight: arm.share }));
  const outcomes = [
    { arm: "a", units: 2_000, successes: 100 },
    { arm: "b", units: 2_000, successes: 300 },
  ];
  const moved = reallocate(arms, { outcomes, floor: 0.1, held });
  expect(moved?.[0]).toEqual({ arm: "holdout", weight: 10 });
  expect(moved?.[1]?.weight).toBeCloseTo(9, 6);
  expect(moved?.[2]?.weight).toBeCloseTo(81, 6);
  expect(reallocate(arms, { outcomes: [], floor: 0.1, held })).toBeNull();
});

test("an arm's own share has Wilson's interval: none of fifty is not surely none", () => {
  const { arms } = read(on("2026-03-01", sums("a", 50, 0), sums("b", 50, 5)));
  expect(arms[0]?.interval.low).toBe(0);
  expect(arms[0]?.interval.high).toBeCloseTo(0.0713, 3);
  expect(arms[1]?.interval.low).toBeGreaterThan(0);
});
