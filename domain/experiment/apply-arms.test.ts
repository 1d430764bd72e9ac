import { expect, test } from "vitest";
import type { Arm } from "../experiment.ts";
import { classicLadder } from "../sequence.ts";
import { graphOfSteps } from "../sequence-graph.ts";
import { armPattern, changesOf, graphFor, isExposedAt, stepsFor, versionOf, wordsOverride } from "./apply-arms.ts";
import { firstMessageAt } from "./first-message.ts";

const steps = classicLadder({ freeShippingId: "inc_free", percentId: "inc_ten" });
const graph = graphOfSteps(steps);
const words = { subject: "Said", preheader: "", heading: "", paragraphs: ["So."], button: "Go" };
const chosen = (change: Arm["change"], experimentId = "exp_a") => ({
  experimentId,
  arm: { name: "b", kind: "variant" as const, share: 50, change },
});

test("delay, template and offer replace those of the step that is named, and of no other", () => {
  const changed = stepsFor(steps, changesOf([chosen({ stepId: "reminder", delayMinutes: 30, template: "help" })]));
  expect(changed[0]).toEqual({ ...steps[0], delayMinutes: 30, template: "help" });
  expect(changed.slice(1)).toEqual(steps.slice(1));
});

test("two experiments on two steps both have their say", () => {
  const both = [
    chosen({ stepId: "reminder", template: "help" }),
    chosen({ stepId: "percent-off", offer: { kind: "none" } }, "exp_b"),
  ];
  const changed = stepsFor(steps, changesOf(both));
  expect(changed.map(({ template }) => template)).toEqual(["help", "free-shipping", "percent-off"]);
  expect(changed[2]?.offer).toEqual({ kind: "none" });
});

test("in a graph a delay is the wait's that leads to the message", () => {
  const changed = graphFor(graph, changesOf([chosen({ stepId: "reminder", delayMinutes: 30 })]));
  expect(changed.steps.find((step) => step.id === "reminder-wait")).toMatchObject({ minutes: 30 });
  expect(changed.steps.slice(1)).toEqual(graph.steps.slice(1));
});

test("a step that is gone from a newer version changes nothing", () => {
  const arms = [chosen({ stepId: "gone", delayMinutes: 30, template: "help" })];
  expect(stepsFor(steps, changesOf(arms))).toEqual(steps);
  expect(graphFor(graph, changesOf(arms))).toEqual(graph);
});

test("a version arm names what is walked", () => {
  expect(versionOf([chosen(null), chosen({ versionId: "ver_b" })])).toBe("ver_b");
  expect(versionOf([chosen(null)])).toBeNull();
});

test("words go to contacts of their language alone, the tenant's own where none is said", () => {
  const arms = [chosen({ stepId: "reminder", words })];
  expect(wordsOverride(arms, { stepId: "reminder", language: "en", home: "en" })?.words).toEqual(words);
  expect(wordsOverride(arms, { stepId: "reminder", language: "de", home: "en" })).toBeNull();
  expect(wordsOverride(arms, { stepId: "percent-off", language: "en", home: "en" })).toBeNull();
  const german = [chosen({ stepId: "reminder", subject: "Gesagt", language: "de-AT" })];
  expect(wordsOverride(german, { stepId: "reminder", language: "de", home: "en" })?.subject).toBe("Gesagt");
});

test("patterns tell apart the arms that say otherwise, and only at their step", () => {
  const said = [
    chosen({ stepId: "reminder", subject: "Said" }),
    chosen({ stepId: "reminder", delayMinutes: 5 }, "exp_b"),
  ];
  expect(armPattern(said, "reminder")).toBe("exp_a:b");
  expect(armPattern(said, "percent-off")).toBeNull();
});

test("whoever comes to the step that any arm changes is exposed, also where their own arm leaves it", () => {
  const arms: Arm[] = [
    { name: "a", kind: "variant", share: 50, change: null },
    { name: "b", kind: "variant", share: 50, change: { stepId: "percent-off", template: "help" } },
  ];
  expect(isExposedAt(arms, "reminder", graph)).toBe(false);
  expect(isExposedAt(arms, "percent-off", graph)).toBe(true);
  const waits: Arm[] = [
    { name: "b", kind: "variant", share: 50, change: { stepId: "reminder-wait", delayMinutes: 5 } },
  ];
  expect(isExposedAt(waits, "reminder", graph)).toBe(true);
});

test("against nothing at all, the first message exposes", () => {
  const arms: Arm[] = [
    { name: "holdout", kind: "holdout", share: 10, change: null },
    { name: "a", kind: "variant", share: 90, change: null },
  ];
  expect(isExposedAt(arms, "reminder", null)).toBe(true);
});

test("a graph's first message is due when its waits are over", () => {
  const entered = new Date("2026-03-01T00:00:00Z");
  expect(firstMessageAt(graph, entered)).toEqual(new Date("2026-03-01T02:00:00Z"));
});
