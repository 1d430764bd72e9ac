import type { SequenceGraph } from "../sequence-graph.ts";

/** A sequence being edited, with what can be taken back and done again. `run` names the field that is being typed into. */
export type GraphHistory = {
  past: SequenceGraph[];
  present: SequenceGraph;
  future: SequenceGraph[];
  run: string | null;
};

/** Changes with the same `run`, one after the other, are one change to whoever takes it back. */
export type HistoryAct = { kind: "change"; graph: SequenceGraph; run?: string } | { kind: "undo" } | { kind: "redo" };

const mostKept = 200;

export function beginHistory(graph: SequenceGraph): GraphHistory {
  return { past: [], present: graph, future: [], run: null };
}

/** The history after an act. An act that changes nothing leaves everything as it is, what was taken back included. */
export function actOn(history: GraphHistory, act: HistoryAct): GraphHistory {
  if (act.kind === "undo") return undo(history);
  if (act.kind === "redo") return redo(history);
  if (sameGraph(act.graph, history.present)) return history;
  const goesOn = act.run !== undefined && act.run === history.run;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-mostKept);
  return { past, present: act.graph, future: [], run: act.run ?? null };
}

function undo({ past, present, future }: GraphHistory): GraphHistory {
  const last = past.at(-1);
  if (!last) return { past, present, future, run: null };
  return { past: past.slice(0, -1), present: last, future: [present, ...future], run: null };
}

function redo({ past, present, future }: GraphHistory): GraphHistory {
  const [first, ...rest] = future;
  if (!first) return { past, present, future, run: null };
  return { past: [...past, present], present: first, future: rest, run: null };
}

/** Whether two graphs say the same, whatever the order of their keys: Postgres keeps its own. */
export function sameGraph(one: SequenceGraph, other: SequenceGraph): boolean {
  return one === other || canonicalText(one) === canonicalText(other);
}

/** One text for one value: keys in the order of the alphabet. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
