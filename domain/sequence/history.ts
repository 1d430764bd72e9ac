import { beginEdit, type EditHistory, edited, sameValue } from "../edit-history.ts";
import type { SequenceGraph } from "../sequence-graph.ts";

/** A sequence being edited, with what can be taken back and done again. */
export type GraphHistory = EditHistory<SequenceGraph>;

/** Changes with the same `run`, one after the other, are one change to whoever takes it back. */
export type HistoryAct = { kind: "change"; graph: SequenceGraph; run?: string } | { kind: "undo" } | { kind: "redo" };

export function beginHistory(graph: SequenceGraph): GraphHistory {
  return beginEdit(graph);
}

/** The history after an act. An act that changes nothing leaves everything as it is, what was taken back included. */
export function actOn(history: GraphHistory, act: HistoryAct): GraphHistory {
  if (act.kind !== "change") return edited(history, act);
  return edited(history, { kind: "change", value: act.graph, ...(act.run === undefined ? {} : { run: act.run }) });
}

/** Whether two graphs say the same, whatever the order of their keys. */
export function sameGraph(one: SequenceGraph, other: SequenceGraph): boolean {
  return sameValue(one, other);
}
