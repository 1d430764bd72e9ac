import { describe, expect, test } from "vitest";
import { type Arm, defaultPlan } from "../experiment.ts";
import { contributionMargin, netOf } from "./metric.ts";
import { planOf } from "./planning.ts";

const a: Arm = { name: "a", kind: "variant", share: 50, change: null };
const b: Arm = { name: "b", kind: "variant", share: 50, change: { stepId: "reminder", template: "help" } };
const plan = { ...defaultPlan("EUR"), cuped: false };

describe("the contribution margin", () => {
  test("is what is left at list price after the goods and the discount", () => {
    // 100 at list, 10 off, goods cost 60 of the 100: 100 − 60 − 10.
    expect(contributionMargin({ total: 9_000, discount: 1_000, refunded: 0 }, { marginPercent: 40 })).toBe(3_000);
    expect(contributionMargin({ total: 9_000, discount: 1_000, refunded: 0 }, { productCost: 5_500 })).toBe(3_500);
  });

  test("takes refunds back with their goods, and knows no order below zero", () => {
    expect(contributionMargin({ total: 9_000, discount: 1_000, refunded: 9_000 }, { marginPercent: 40 })).toBe(0);
    expect(contributionMargin({ total: 9_000, discount: 1_000, refunded: 4_500 }, { marginPercent: 40 })).toBe(1_500);
    expect(netOf({ total: -500, refunded: 0 })).toBe(0);
    expect(netOf({ total: 500, refunded: 900 })).toBe(0);
    expect(netOf({ total: 500, refunded: -100 })).toBe(500);
  });
});

describe("planning from the tenant's own traffic", () => {
  const traffic = { weeklyContacts: 1_400, contacts: 4_000, mean: 0.1, variance: 0.09 };

  test("gives the sample size of a two-proportion test, and more days for whoever looks each day", () => {
    const plans = planOf(traffic, { arms: [a, b], plan });
    if (plans.kind === "unknown") throw new Error(plans.reason);
    // R: power.prop.test(p1 = .10, p2 = .12, power = .8) asks for 3,841 in each arm.
    expect(Math.abs(plans.units - 2 * 3_841)).toBeLessThan(20);
    expect(plans.days).toBe(Math.ceil(plans.units / 200));
    expect(plans.daysWatched).toBeGreaterThan(plans.days ?? 0);
    const powers = plans.outlook.map((one) => one.power);
    expect(powers).toEqual([...powers].sort((one, other) => one - other));
    expect(plans.outlook.at(-1)?.detectableRelative).toBeLessThan(0.2);
  });

  test.each([
    ["no_traffic", { ...traffic, weeklyContacts: 0 }, [a, b]],
    ["no_outcome", { ...traffic, mean: 0, variance: 0 }, [a, b]],
    ["no_baseline", traffic, [a]],
    // A fifth more than 90 % is more than everybody.
    ["effect_beyond_all", { ...traffic, mean: 0.9, variance: 0.09 }, [a, b]],
  ] as const)("says %s instead of a number", (reason, given, arms) => {
    expect(planOf(given, { arms: [...arms], plan })).toEqual({ kind: "unknown", reason });
  });
});
