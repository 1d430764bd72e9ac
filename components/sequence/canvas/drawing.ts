import type { Slot } from "#domain/sequence/edit.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import type { StepFigures } from "#domain/sequence-draft.ts";
import { messageSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { branchNames } from "../step-words.ts";
import type { Card } from "./cards.tsx";
import { card, type Layout, type PlacedCard, type PlacedWay, plusOf, triggerId } from "./layout.ts";
import type { Way } from "./way-edge.tsx";

export type Figures = { entered: number | null; steps: ReadonlyMap<string, StepFigures> };

/** The figures of a version's messages by the id of their step: they are kept by the message's place. */
export function figuresByStep(live: SequenceGraph, figures: StepFigures[]): Map<string, StepFigures> {
  const messages = messageSteps(live);
  return new Map(figures.flatMap((one) => (messages[one.position] ? [[messages[one.position]?.id ?? "", one]] : [])));
}

/** React Flow lets no press through to cards that can neither be dragged nor selected. */
const pressable = { pointerEvents: "all" } as const;

/** Cards and ways as the canvas wants them. */
export function cardsOf(graph: SequenceGraph, layout: Layout, figures: Figures): Card[] {
  return layout.cards.flatMap((placed): Card[] => {
    const size =
      placed.kind === "end" ? { width: card.end, height: card.end } : { width: card.width, height: card.height };
    const fixed = { id: placed.id, position: { x: placed.x, y: placed.y }, ...size, measured: size, style: pressable };
    if (placed.kind === "trigger")
      return [{ ...fixed, type: "trigger", draggable: false, data: { entered: figures.entered } }];
    if (placed.slot) return [{ ...fixed, type: "end", draggable: false, data: { slot: placed.slot } }];
    const step = stepOf(graph, placed.id);
    return step ? [{ ...fixed, type: "step", data: { step, figures: figures.steps.get(step.id) ?? null } }] : [];
  });
}

export function waysOf(graph: SequenceGraph, layout: Layout, dropSlot: Slot | null): Way[] {
  return layout.ways.map(({ id, slot, to, lane }): Way => {
    const name = branchNames(stepOf(graph, slot.stepId) ?? undefined)[slot.branch] ?? null;
    const dropHere = dropSlot?.stepId === slot.stepId && dropSlot.branch === slot.branch;
    const data = { slot, lane, name, ends: to.startsWith("end:"), dropHere };
    return { id, type: "way", source: slot.stepId ?? triggerId, sourceHandle: String(slot.branch), target: to, data };
  });
}

const dropReach = 130;

/** The place whose plus is nearest to the middle of a card that is being dragged; null when none is near. */
export function slotNear(layout: Layout, at: { x: number; y: number }): Slot | null {
  const middle = { x: at.x + card.width / 2, y: at.y + card.height / 2 };
  const far = (way: PlacedWay) => {
    const plus = plusOf(layout, way);
    return Math.hypot(plus.x - middle.x, plus.y - middle.y);
  };
  const [nearest] = layout.ways.toSorted((one, other) => far(one) - far(other));
  return nearest && far(nearest) < dropReach ? nearest.slot : null;
}

/** Where to look first: all of it when it is legible at once, else its beginning. */
export function firstView(cards: PlacedCard[], pane: { width: number; height: number }) {
  const right = Math.max(...cards.map(({ x }) => x + card.width));
  const left = Math.min(...cards.map(({ x }) => x));
  const bottom = Math.max(...cards.map(({ y }) => y + card.height));
  const fits = Math.min(pane.width / (right - left + 80), pane.height / (bottom + 72));
  const zoom = Math.min(1, Math.max(0.88, fits));
  const middle = fits >= zoom ? (left + right) / 2 : (cards[0]?.x ?? 0) + card.width / 2;
  return { x: pane.width / 2 - middle * zoom, y: 36, zoom };
}
