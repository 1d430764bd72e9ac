import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf } from "#domain/sequence/blocks.ts";
import { arbitraryGraph } from "#domain/sequence/testing/arbitrary-graph.ts";
import { leadsTo, type SequenceGraph } from "#domain/sequence-graph.ts";
import { card, layOut, type PlacedCard } from "./layout.ts";

const width = (placed: PlacedCard) => (placed.kind === "end" ? card.end : card.width);
const overlap = (one: PlacedCard, other: PlacedCard) =>
  one.x < other.x + width(other) && other.x < one.x + width(one) && Math.abs(one.y - other.y) < card.height;

test("no two cards overlap, every step has one, and every branch has its way", () => {
  fc.assert(
    fc.property(arbitraryGraph, (graph) => {
      const { cards, ways } = layOut(blocksOf(graph));
      const clashes = cards.flatMap((one, place) => cards.slice(place + 1).filter((other) => overlap(one, other)));
      expect(clashes).toEqual([]);
      const steps = cards.filter((placed) => placed.kind === "step").map((placed) => placed.id);
      expect(steps.toSorted()).toEqual(graph.steps.map((step) => step.id).toSorted());
      expect(ways).toHaveLength(1 + graph.steps.reduce((sum, step) => sum + leadsTo(step).length, 0));
    }),
  );
});

const wait = (id: string, next: string | null) => ({ id, kind: "wait", minutes: 60, from: "here", next }) as const;
const graph: SequenceGraph = {
  ...{ version: 2, trigger: { kind: "cart_abandoned" }, entry: null, exits: [], start: "split" },
  steps: [
    { id: "split", kind: "split", when: null, yes: "a", no: "b" },
    wait("a", "met"),
    wait("b", "met"),
    wait("met", null),
  ],
};

test("what follows where branches meet stands below both, in the middle", () => {
  const at = new Map(layOut(blocksOf(graph)).cards.map((placed) => [placed.id, placed]));
  expect(at.get("met")?.x).toBe(at.get("split")?.x);
  expect(at.get("a")?.y).toBe(at.get("b")?.y);
  expect(at.get("met")?.y).toBeGreaterThan(at.get("a")?.y ?? 0);
});

test("a branch that goes straight to the meeting point has a lane beside the other", () => {
  const short = { ...graph, steps: graph.steps.map((step) => (step.kind === "split" ? { ...step, no: "met" } : step)) };
  const { cards, ways } = layOut(blocksOf({ ...short, steps: short.steps.filter(({ id }) => id !== "b") }));
  const a = cards.find((placed) => placed.id === "a");
  const lane = ways.find((way) => way.slot.stepId === "split" && way.slot.branch === 1)?.lane;
  expect(lane).toBeGreaterThan((a?.x ?? 0) + card.width);
});
