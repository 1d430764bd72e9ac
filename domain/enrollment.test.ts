import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseArm, enrollmentRefusal, hasConsent } from "./enrollment.ts";
import type { Arm } from "./experiment.ts";

const arms: Arm[] = [
  { name: "holdout", kind: "holdout", share: 10, change: null },
  { name: "sequence", kind: "variant", share: 90, change: null },
];

describe("chooseArm", () => {
  test("gives a contact the same arm for ever", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (experiment, address) => {
        expect(chooseArm(experiment, address, arms)).toEqual(chooseArm(experiment, address, arms));
      }),
    );
  });

  test("keeps to the shares over many contacts", () => {
    const held = Array.from({ length: 20_000 }, (_, index) =>
      chooseArm("exp_a", `shopper${index}@example.com`, arms),
    ).filter((arm) => arm?.kind === "holdout");
    // Four standard deviations of a binomial with p = 0.1 and n = 20,000 are 170.
    expect(Math.abs(held.length - 2_000)).toBeLessThan(170);
  });

  test("assigns independently between experiments", () => {
    const both = Array.from({ length: 20_000 }, (_, index) => `shopper${index}@example.com`).filter(
      (address) =>
        chooseArm("exp_a", address, arms)?.kind === "holdout" && chooseArm("exp_b", address, arms)?.kind === "holdout",
    );
    expect(Math.abs(both.length - 200)).toBeLessThan(57);
  });

  test("moves nobody out of the holdout when its share grows", () => {
    const wider: Arm[] = [
      { name: "holdout", kind: "holdout", share: 30, change: null },
      { name: "sequence", kind: "variant", share: 70, change: null },
    ];
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        if (chooseArm("exp_a", address, arms)?.kind === "holdout")
          expect(chooseArm("exp_a", address, wider)?.kind).toBe("holdout");
      }),
    );
  });

  test("answers null only when there is no arm", () => {
    expect(chooseArm("exp_a", "a@example.com", [])).toBeNull();
  });
});

describe("enrollmentRefusal", () => {
  const may = { hasContact: true, suppressed: false, consent: true, published: true, enrolledBefore: false };

  test("lets an eligible cart in", () => {
    expect(enrollmentRefusal(may)).toBeNull();
  });

  test.each([
    ["no_contact", { hasContact: false }],
    ["sequence_withdrawn", { published: false }],
    ["already_enrolled", { enrolledBefore: true }],
    ["suppressed", { suppressed: true }],
    ["no_consent", { consent: false }],
  ])("refuses with %s", (reason, change) => {
    expect(enrollmentRefusal({ ...may, ...change })).toBe(reason);
  });
});

test.each([
  ["explicit", "granted", true],
  ["explicit", null, false],
  ["explicit", "withdrawn", false],
  ["not_withdrawn", "granted", true],
  ["not_withdrawn", null, true],
  ["not_withdrawn", "withdrawn", false],
] as const)("under the rule %s, consent %s may be written to: %s", (rule, latest, may) => {
  expect(hasConsent(rule, latest)).toBe(may);
});
