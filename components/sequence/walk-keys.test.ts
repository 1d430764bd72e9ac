import { expect, test } from "vitest";
import { newGraphStep } from "#domain/sequence/new-step.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { earlierSlot, laterSlot, walkTo } from "./walk-keys.ts";

const steps: SequenceGraph["steps"] = [
  { id: "wait", kind: "wait", minutes: 60, from: "here", next: "split" },
  { id: "split", kind: "split", when: null, yes: "yes", no: null },
  newGraphStep("message", "yes"),
];
const graph: SequenceGraph = {
  ...{ version: 2, trigger: { kind: "cart_abandoned" }, entry: null, exits: [] },
  ...{ start: "wait", steps },
};

test("arrows walk down by the first branch, up to where one came from, and to the branch beside", () => {
  expect(walkTo(graph, "trigger", "ArrowDown")).toBe("wait");
  expect(walkTo(graph, "split", "ArrowDown")).toBe("yes");
  expect(walkTo(graph, "yes", "ArrowRight")).toBe("end:split:1");
  expect(walkTo(graph, "end:split:1", "ArrowLeft")).toBe("yes");
  expect(walkTo(graph, "end:split:1", "ArrowUp")).toBe("split");
  expect(walkTo(graph, "wait", "ArrowUp")).toBe("trigger");
});

test("nothing lies above the beginning, below an end, or beside an only way", () => {
  expect(walkTo(graph, "trigger", "ArrowUp")).toBeNull();
  expect(walkTo(graph, "end:yes:0", "ArrowDown")).toBeNull();
  expect(walkTo(graph, "wait", "ArrowRight")).toBeNull();
});

test("a step moves up before the one above it and down behind the one below, within the sequence", () => {
  expect(earlierSlot(graph, "split")).toEqual({ stepId: null, branch: 0 });
  expect(earlierSlot(graph, "wait")).toBeNull();
  expect(laterSlot(graph, "wait")).toEqual({ stepId: "split", branch: 0 });
  expect(laterSlot(graph, "yes")).toBeNull();
});
