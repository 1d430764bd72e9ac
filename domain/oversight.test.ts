import { describe, expect, test } from "vitest";
import {
  defaultOversight,
  modeOf,
  type OversightFacts,
  type OversightPolicy,
  oversee,
  policyFaultsOf,
} from "./oversight.ts";

const policy: OversightPolicy = {
  ...defaultOversight,
  tenantMode: "monitored",
  sequenceMode: null,
  stepMode: null,
  stepDemoted: false,
};
const facts: OversightFacts = {
  findings: 0,
  confidence: 0.9,
  incentivePercent: 10,
  cart: { total: 20_000, currency: "EUR" },
  vip: true,
  versionReviews: 3,
  languageReviews: 0,
};
const euros = (amount: number) => [{ amount, currency: "EUR" }];

test.each([
  [{}, "monitored"],
  [{ sequenceMode: "gated" }, "gated"],
  [{ sequenceMode: "gated", stepMode: "autonomous" }, "autonomous"],
  [{ stepMode: "autonomous", stepDemoted: true }, "gated"],
] as const)("the most specific mode wins, and a demotion beats all: %j is %s", (said, mode) => {
  expect(modeOf({ ...policy, ...said })).toBe(mode);
});

describe("a draft waits for a person", () => {
  test.each([
    ["gated", 0, ["gated"]],
    ["monitored", 0, []],
    ["monitored", 1, ["finding"]],
    ["autonomous", 1, []],
  ] as const)("in %s mode with %d findings: %j", (tenantMode, findings, holds) => {
    expect(oversee({ ...policy, tenantMode, samplePercent: 0 }, { ...facts, findings }, "dec_1").holds).toEqual(holds);
  });

  test.each([
    [{ firstOfVersion: 4 }, ["first_of_version"]],
    [{ firstOfVersion: 3 }, []],
    [{ incentiveAbovePercent: 9 }, ["incentive"]],
    [{ incentiveAbovePercent: 10 }, []],
    [{ cartAbove: euros(19_999) }, ["cart_value"]],
    [{ cartAbove: euros(20_000) }, []],
    [{ cartAbove: [{ amount: 1, currency: "JPY" }] }, []],
    [{ confidenceBelow: 0.95 }, ["low_confidence"]],
    [{ confidenceBelow: 0.9 }, []],
    [{ vip: true }, ["vip"]],
    [{ newLanguage: true }, ["new_language"]],
    [{ vip: true, newLanguage: true }, ["vip", "new_language"]],
  ] as const)("by the rules that always ask for one, %j: %j", (rules, holds) => {
    const alwaysReview = {
      ...policy.alwaysReview,
      ...rules,
      cartAbove: "cartAbove" in rules ? [...rules.cartAbove] : [],
    };
    expect(oversee({ ...policy, alwaysReview }, facts, "dec_1").holds).toEqual(holds);
  });

  test("a demoted step says so, and waits", () => {
    const seen = oversee({ ...policy, stepMode: "autonomous", stepDemoted: true }, facts, "dec_1");
    expect(seen).toMatchObject({ mode: "gated", holds: ["demoted"] });
  });

  test("for two people above the second approver's limits, in every mode", () => {
    const secondApprover = { incentiveAbovePercent: null, cartAbove: euros(10_000) };
    const seen = oversee({ ...policy, tenantMode: "autonomous", secondApprover }, facts, "dec_1");
    expect(seen).toMatchObject({ approvals: 2, holds: expect.arrayContaining(["cart_value"]) });
    const small = { ...facts, cart: { total: 10_000, currency: "EUR" } };
    expect(oversee({ ...policy, secondApprover }, small, "dec_1")).toMatchObject({ approvals: 1, holds: [] });
  });
});

test("sampling draws the share that was asked for, only in autonomous mode, and the same drafts every time", () => {
  const sampling: OversightPolicy = { ...policy, tenantMode: "autonomous", samplePercent: 10 };
  const seeds = Array.from({ length: 5_000 }, (_, index) => `dec_${index}`);
  const drawn = seeds.filter((seed) => oversee(sampling, facts, seed).sampled);
  expect(drawn.length / seeds.length).toBeCloseTo(0.1, 1);
  expect(seeds.filter((seed) => oversee(sampling, facts, seed).holds.includes("sampled"))).toEqual(drawn);
  expect(seeds.some((seed) => oversee({ ...sampling, tenantMode: "monitored" }, facts, seed).sampled)).toBe(false);
});

test.each([
  ["gated", "send", ["send_at_deadline_when_gated"]],
  ["gated", "scripted", []],
  ["monitored", "send", []],
] as const)("a policy of %s mode that says %s at the deadline: %j", (tenantMode, deadlineAction, faults) => {
  expect(policyFaultsOf({ ...policy, tenantMode, deadlineAction })).toEqual(faults);
});
