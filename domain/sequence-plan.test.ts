import { expect, test } from "vitest";
import type { Step } from "./sequence.ts";
import { delayFrom, delayParts, nextStep, outcomeOf } from "./sequence-plan.ts";

const step = (id: string, delayMinutes = 60): Step => ({
  ...{ id, delayMinutes, purpose: "reminder", template: "reminder", offer: { kind: "none" }, oversight: null },
});

test.each([
  [90, 90, "minutes"],
  [120, 2, "hours"],
  [1440, 24, "hours"],
  [4320, 3, "days"],
])("a delay of %i minutes reads as %i %s, and back", (minutes, count, unit) => {
  expect(delayParts(minutes)).toEqual({ count, unit });
  expect(delayFrom(count, delayParts(minutes).unit)).toBe(minutes);
});

test("a new step comes last, later than the one before, under an id of its own", () => {
  const added = nextStep([step("step-2", 120), step("other", 240)]);
  expect(added).toMatchObject({ id: "step-3", delayMinutes: 240 + 1440 });
  expect(nextStep([]).delayMinutes).toBe(120);
});

test("counts a step by its id through versions, wherever it stands", () => {
  const version = { number: 1, graph: null, frozen: true, updatedAt: "", by: null, enrolled: 0 };
  const versions = [
    { ...version, id: "ver_2", steps: [step("new"), step("kept")] },
    { ...version, id: "ver_1", steps: [step("kept")] },
  ];
  const counts = { sent: 10, clicked: 4, recovered: 1 };
  const outcomes = [
    { versionId: "ver_1", position: 0, ...counts },
    { versionId: "ver_2", position: 1, ...counts },
    { versionId: "ver_2", position: 0, ...counts },
  ];
  expect(outcomeOf({ versions, outcomes }, "kept")).toEqual({ sent: 20, clicked: 8, recovered: 2 });
});
