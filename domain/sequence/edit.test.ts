import fc from "fast-check";
import { expect, test } from "vitest";
import { type GraphStep, leadsTo, type SequenceGraph } from "../sequence-graph.ts";
import {
  clipOf,
  connect,
  insertAt,
  moveTo,
  pasteAt,
  reachedFrom,
  removeStep,
  renamed,
  slotsOf,
  startSlot,
  targetAt,
} from "./edit.ts";
import { shapeFaults } from "./shape-faults.ts";
import { arbitraryGraph } from "./testing/arbitrary-graph.ts";

const wait = (id: string, next: string | null): GraphStep => ({ id, kind: "wait", minutes: 60, from: "here", next });
const fork = (id: string, yes: string | null, no: string | null): GraphStep => ({
  id,
  kind: "split",
  when: null,
  yes,
  no,
});
const of = (start: string | null, ...steps: GraphStep[]): SequenceGraph => ({
  ...{ version: 2, trigger: { kind: "cart_abandoned" }, entry: null, exits: [] },
  ...{ start, steps },
});
const ids = (graph: SequenceGraph) => graph.steps.map((step) => step.id);
const diamond = of("w", wait("w", "f"), fork("f", "a", "b"), wait("a", "met"), wait("b", "met"), wait("met", null));

test("a step put between two leads to the second, and a split to it by yes", () => {
  const put = insertAt(diamond, { stepId: "w", branch: 0 }, fork("new", "ignored", "ignored"));
  expect(targetAt(put, { stepId: "w", branch: 0 })).toBe("new");
  expect(put.steps.find((step) => step.id === "new")).toMatchObject({ yes: "f", no: null });
  expect(ids(put)).toEqual(["w", "new", "f", "a", "b", "met"]);
});

test("taking a step out closes the gap", () => {
  expect(removeStep(diamond, "a").steps.find((step) => step.id === "f")).toMatchObject({ yes: "met", no: "b" });
  expect(removeStep(diamond, "w").start).toBe("f");
});

test("taking a split out keeps its first branch, and what only the other led to goes with it", () => {
  const left = removeStep(diamond, "f");
  expect(ids(left)).toEqual(["w", "a", "met"]);
  expect(targetAt(left, { stepId: "w", branch: 0 })).toBe("a");
});

test("a split is copied with its branches, up to where they meet", () => {
  const clip = clipOf(diamond, "f");
  expect(clip?.steps.map((step) => step.id)).toEqual(["f", "a", "b"]);
  expect(clip?.exits).toEqual([
    { stepId: "a", branch: 0 },
    { stepId: "b", branch: 0 },
  ]);
});

test("a pasted split leads by all its branches to what stood in its place", () => {
  const clip = clipOf(diamond, "f");
  const pasted = clip && pasteAt(diamond, startSlot, renamed(clip, ["f2", "a2", "b2"]));
  expect(pasted?.start).toBe("f2");
  expect(pasted?.steps.filter((step) => ["a2", "b2"].includes(step.id)).flatMap(leadsTo)).toEqual(["w", "w"]);
});

test("a moved step leaves no gap, and one moved into itself stays", () => {
  const moved = moveTo(diamond, "w", { stepId: "met", branch: 0 });
  expect(moved.start).toBe("f");
  expect(targetAt(moved, { stepId: "met", branch: 0 })).toBe("w");
  expect(moveTo(diamond, "f", { stepId: "a", branch: 0 })).toBe(diamond);
});

test("connecting leads a branch to a step that is there, or ends it", () => {
  expect(targetAt(connect(diamond, { stepId: "b", branch: 0 }, "a"), { stepId: "b", branch: 0 })).toBe("a");
  expect(connect(diamond, startSlot, null).start).toBeNull();
});

const sound = (graph: SequenceGraph) =>
  shapeFaults(graph).filter(({ fault }) => fault === "dangling_next" && graph.start !== null);

test("no act leaves a way that leads nowhere, or loses a step that it was not told to take", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.nat(), fc.nat(), (graph, one, other) => {
      const slots = slotsOf(graph);
      const slot = slots[one % slots.length] ?? startSlot;
      const id = graph.steps[other % graph.steps.length]?.id ?? "";
      const inserted = insertAt(graph, slot, wait("new", null));
      expect(sound(inserted)).toEqual([]);
      expect([...reachedFrom(inserted, inserted.start)]).toEqual(
        expect.arrayContaining([...reachedFrom(graph, graph.start)]),
      );
      expect(sound(moveTo(graph, id, slot))).toEqual([]);
      expect(ids(moveTo(graph, id, slot)).toSorted()).toEqual(ids(graph).toSorted());
      expect(sound(removeStep(graph, id))).toEqual([]);
      expect(ids(removeStep(graph, id))).not.toContain(id);
    }),
  );
});

test("an inserted step taken out again leaves the graph as it was", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.nat(), (graph, one) => {
      const slots = slotsOf(graph);
      const slot = slots[one % slots.length] ?? startSlot;
      expect(removeStep(insertAt(graph, slot, wait("new", null)), "new")).toEqual(graph);
    }),
  );
});
