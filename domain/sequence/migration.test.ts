import { expect, test } from "vitest";
import { refusalToMove, type Underway } from "./migration.ts";
import { graph, message, wait } from "./testing/graphs.ts";

const from = graph([message("one", "pause"), wait("pause", 60, "two"), message("two", null)]);
const longer = graph([
  message("one", "pause"),
  wait("pause", 90, "two"),
  message("two", "more"),
  message("more", null),
]);
const before = graph([message("new", "one"), message("one", "pause"), wait("pause", 60, "two"), message("two", null)]);
const without = graph([message("one", "two"), message("two", null)]);
const at = (change: Partial<Underway> = {}): Underway => ({
  ...{ stepId: "pause", decided: [0], testsVersions: false },
  ...change,
});

test.each([
  ["steps were added behind", at(), longer, null],
  ["nothing was decided yet", at({ stepId: null, decided: [] }), before, null],
  ["a message was put before those that were decided on", at(), before, "messages_elsewhere"],
  ["its step is gone", at(), without, "step_gone"],
  ["its step is gone, and it does not stand there", at({ stepId: "two" }), without, null],
  ["an experiment chose its version", at({ testsVersions: true }), longer, "tests_versions"],
] as const)("when %s, a run is moved as the rule says", (_, run, to, refusal) => {
  expect(refusalToMove(run, { from, to })).toBe(refusal);
});
