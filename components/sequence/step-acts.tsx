"use client";

import { createContext, useContext } from "react";
import type { Slot } from "#domain/sequence/edit.ts";
import type { Trail } from "#domain/sequence/trail.ts";
import type { GraphStep, GraphStepKind, SequenceGraph } from "#domain/sequence-graph.ts";
import type { Names } from "./step-words.ts";

/** Everything that can be done to a sequence, alike on the canvas, in the list and by keyboard. */
export type StepActs = {
  select: (id: string | null) => void;
  insert: (slot: Slot, kind: GraphStepKind) => void;
  paste: (slot: Slot) => void;
  copy: (id: string) => void;
  remove: (id: string) => void;
  move: (id: string, slot: Slot) => void;
  connect: (slot: Slot, to: string | null) => void;
  change: (step: GraphStep, field: string) => void;
  setGraph: (graph: SequenceGraph, field: string) => void;
  /** Opens the menu of what can stand in a place; null closes it. */
  offer: (slot: Slot | null) => void;
};

/** What every card needs to know. `selected` "trigger" is the beginning. */
export type Shown = {
  graph: SequenceGraph;
  names: Names;
  selected: string | null;
  offered: Slot | null;
  faults: ReadonlyMap<string, string[]>;
  readOnly: boolean;
  mayPaste: boolean;
  /** The way that one walk took, where one is shown. */
  trail?: Trail | null;
};

type Builder = { acts: StepActs; shown: Shown };

const BuilderContext = createContext<Builder | null>(null);

export const BuilderProvider = BuilderContext.Provider;

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("a card stands outside of a builder");
  return builder;
}

/** How a step stands in the walk that is shown: on its way, where it is or ended, or beside it; null when none is shown. */
export function standingOf(shown: Shown, stepId: string): "passed" | "last" | "aside" | null {
  if (!shown.trail) return null;
  if (shown.trail.last === stepId) return "last";
  return shown.trail.steps.has(stepId) ? "passed" : "aside";
}

export const standingLooks = {
  passed: "border-accent",
  last: "border-accent ring-2 ring-accent/40",
  aside: "border-dashed shadow-none",
};

export const sameSlot = (one: Slot | null, other: Slot | null) =>
  one !== null && other !== null && one.stepId === other.stepId && one.branch === other.branch;
