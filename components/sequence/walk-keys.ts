import { type Slot, startSlot, targetAt } from "#domain/sequence/edit.ts";
import { leadsTo, type SequenceGraph } from "#domain/sequence-graph.ts";
import { endId, triggerId } from "./canvas/layout.ts";

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

/** Where an arrow key leads from a card: along a way, or to the next branch beside it. Cards are named as on the canvas. */
export function walkTo(graph: SequenceGraph, from: string, arrow: Arrow): string | null {
  if (arrow === "ArrowDown") {
    const [first] = slotsBehind(graph, from);
    return first ? cardIn(graph, first) : null;
  }
  const slot = slotBefore(graph, from);
  if (!slot) return null;
  if (arrow === "ArrowUp") return slot.stepId ?? triggerId;
  const branch = slot.branch + (arrow === "ArrowLeft" ? -1 : 1);
  const beside = slotsBehind(graph, slot.stepId ?? triggerId)[branch];
  return beside ? cardIn(graph, beside) : null;
}

/** The first place that leads to a card. */
export function slotBefore(graph: SequenceGraph, id: string): Slot | null {
  const slots = [startSlot, ...graph.steps.flatMap((step) => slotsBehind(graph, step.id))];
  return slots.find((slot) => cardIn(graph, slot) === id) ?? null;
}

function slotsBehind(graph: SequenceGraph, id: string): Slot[] {
  if (id === triggerId) return [startSlot];
  const step = graph.steps.find((one) => one.id === id);
  return step ? leadsTo(step).map((_, branch) => ({ stepId: id, branch })) : [];
}

function cardIn(graph: SequenceGraph, slot: Slot): string {
  return targetAt(graph, slot) ?? endId(slot);
}

/** The place one step earlier, by which a step moves up; null for the first. */
export function earlierSlot(graph: SequenceGraph, id: string): Slot | null {
  const before = slotBefore(graph, id);
  return before?.stepId ? slotBefore(graph, before.stepId) : null;
}

/** The place one step later, by which a step with one way on moves down; null for the last. */
export function laterSlot(graph: SequenceGraph, id: string): Slot | null {
  const step = graph.steps.find((one) => one.id === id);
  const ways = step ? leadsTo(step) : [];
  const [next] = ways;
  const following = graph.steps.find((one) => one.id === next);
  return ways.length === 1 && following && leadsTo(following).length > 0 ? { stepId: following.id, branch: 0 } : null;
}
