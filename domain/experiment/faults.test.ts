import { describe, expect, test } from "vitest";
import { type Arm, defaultPlan, type Plan } from "../experiment.ts";
import { classicLadder } from "../sequence.ts";
import { graphOfSteps } from "../sequence-graph.ts";
import { type ExperimentFaultName, type ExperimentWorld, experimentFaultsOf } from "./faults.ts";

const now = new Date("2026-03-01T00:00:00Z");
const steps = classicLadder({ freeShippingId: "inc_free", percentId: "inc_ten" });
const world: ExperimentWorld = {
  steps,
  graph: null,
  catalogue: {
    templates: new Set(["reminder", "help", "percent-off"]),
    channels: new Set(["email"]),
    incentives: new Map([
      ["inc_free", { hasBudget: true }],
      ["inc_spent", { hasBudget: false }],
    ]),
    members: new Set(),
  },
  versions: new Map([
    ["ver_frozen", { frozen: true }],
    ["ver_loose", { frozen: false }],
  ]),
  beside: [],
};
const plan = defaultPlan("EUR");
const asIs: Arm = { name: "as it is", kind: "variant", share: 45, change: null };
const other: Arm = { name: "b", kind: "variant", share: 45, change: { stepId: "reminder", template: "help" } };
const holdout: Arm = { name: "holdout", kind: "holdout", share: 10, change: null };
const arms = [asIs, other, holdout];
const found = (given: { arms?: Arm[]; plan?: Partial<Plan>; endsAt?: Date; world?: Partial<ExperimentWorld> }) =>
  experimentFaultsOf(
    { arms: given.arms ?? arms, plan: { ...plan, ...given.plan }, endsAt: given.endsAt ?? null },
    { ...world, ...given.world },
    now,
  );
const changing = (change: Arm["change"]): Arm[] => [asIs, { ...other, change }, holdout];

describe("an experiment's faults", () => {
  test("none are found in one that is whole", () => {
    expect(found({})).toEqual([]);
    expect(found({ arms: [{ ...asIs, share: 90 }, holdout] })).toEqual([]);
  });

  test.each<[ExperimentFaultName, string, Arm[]]>([
    ["too_few_arms", "arms", [{ ...holdout, share: 100 }]],
    ["shares_not_summing", "arms", [asIs, holdout]],
    ["share_not_a_percentage", "arms.0.share", [{ ...asIs, share: -5 }, { ...other, share: 95 }, holdout]],
    ["arm_without_name", "arms.1.name", [asIs, { ...other, name: " " }, holdout]],
    ["repeated_arm", "arms.1.name", [asIs, { ...other, name: "as it is" }, holdout]],
    ["second_holdout", "arms.2", [{ ...asIs, share: 80 }, holdout, { ...holdout, name: "again" }]],
    ["holdout_changes_something", "arms.2.change", [asIs, other, { ...holdout, change: other.change }]],
    [
      "no_baseline",
      "arms",
      [
        { ...other, share: 50 },
        { ...other, name: "c", share: 50, change: { versionId: "ver_frozen" } },
      ],
    ],
    ["arms_alike", "arms.1", [{ ...asIs, share: 45 }, { ...asIs, name: "b" }, holdout]],
    ["unknown_step", "arms.1.change.stepId", changing({ stepId: "gone", template: "help" })],
    ["arm_changes_nothing", "arms.1.change", changing({ stepId: "reminder", template: "reminder" })],
    ["unknown_template", "arms.1.change.template", changing({ stepId: "reminder", template: "none such" })],
    [
      "unknown_incentive",
      "arms.1.change.offer",
      changing({ stepId: "reminder", offer: { kind: "incentive", incentiveId: "x" } }),
    ],
    [
      "incentive_without_budget",
      "arms.1.change.offer",
      changing({ stepId: "reminder", offer: { kind: "incentive", incentiveId: "inc_spent" } }),
    ],
    ["channel_not_connected", "arms.1.change.channel", changing({ stepId: "reminder", channel: "sms" })],
    ["words_empty", "arms.1.change.subject", changing({ stepId: "reminder", subject: " " })],
    [
      "words_empty",
      "arms.1.change.words",
      changing({
        stepId: "reminder",
        words: { subject: "Here", preheader: "", heading: "Here", paragraphs: ["Here."], button: "Go" },
      }),
    ],
    ["wait_not_positive", "arms.1.change.delayMinutes", changing({ stepId: "reminder", delayMinutes: 0 })],
    ["unknown_version", "arms.1.change.versionId", changing({ versionId: "ver_gone" })],
    ["version_not_frozen", "arms.1.change.versionId", changing({ versionId: "ver_loose" })],
  ])("says %s at %s", (fault, field, wrong) => {
    expect(found({ arms: wrong })).toContainEqual({ fault, field });
  });

  test.each<[ExperimentFaultName, Partial<Plan>]>([
    ["minimum_effect_missing", { minimumEffect: null }],
    ["alpha_out_of_range", { alpha: 0 }],
    ["power_out_of_range", { power: 1 }],
    ["winsorise_out_of_range", { winsorise: 1 }],
    ["watch_days_out_of_range", { watchDays: 0 }],
    ["margin_percent_missing", { metric: "margin_per_enrolled" }],
    ["margin_percent_out_of_range", { marginPercent: 120 }],
    ["floor_out_of_range", { allocation: { kind: "thompson", floor: 0 } }],
    ["thompson_needs_a_share", { metric: "revenue_per_enrolled", allocation: { kind: "thompson", floor: 0.1 } }],
    ["minimum_days_out_of_range", { promotion: { kind: "when_sure", minimumDays: 0 } }],
    ["guardrail_limit_negative", { guardrails: [{ metric: "refund_rate", direction: "no_higher", limit: -1 }] }],
  ])("says %s of a plan", (fault, wrong) => {
    expect(found({ plan: wrong }).map((one) => one.fault)).toContain(fault);
  });

  test("an end that has passed is one", () => {
    expect(found({ endsAt: now })).toEqual([{ fault: "ends_in_the_past", field: "endsAt" }]);
  });

  test("two experiments may run beside one another, but not on the same field of a step, nor beside a whole version", () => {
    const beside = (change: Arm["change"]) => found({ world: { beside: [[asIs, { ...other, change }]] } });
    expect(beside({ stepId: "percent-off", template: "help" })).toEqual([]);
    expect(beside({ stepId: "reminder", delayMinutes: 90 })).toEqual([]);
    expect(beside({ stepId: "reminder", template: "percent-off" })).toEqual([
      { fault: "overlaps_running", field: "arms" },
    ]);
    expect(beside({ versionId: "ver_frozen" })).toEqual([{ fault: "overlaps_running", field: "arms" }]);
  });

  test("a delay in a graph needs a wait that leads to its message", () => {
    const graph = graphOfSteps(steps);
    const delayed = changing({ stepId: "reminder", delayMinutes: 30 });
    expect(found({ arms: delayed, world: { graph } })).toEqual([]);
    const bare = { ...graph, steps: graph.steps.filter((step) => step.kind !== "wait") };
    expect(found({ arms: delayed, world: { graph: bare } })).toContainEqual({
      fault: "no_wait_to_change",
      field: "arms.1.change.delayMinutes",
    });
  });
});
