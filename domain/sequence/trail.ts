import { leadsTo, type SequenceGraph } from "../sequence-graph.ts";

/** The way that a walk took through a graph: its steps, the last of them, and the branches between (`step:branch`). */
export type Trail = { steps: ReadonlySet<string>; last: string | null; ways: ReadonlySet<string> };

export const wayKey = (stepId: string | null, branch: number): string => `${stepId ?? "trigger"}:${branch}`;

/** The trail of steps in the order in which they were come to; what ends a way without a word of its own is added. */
export function trailOf(graph: SequenceGraph, visited: string[], finished: boolean): Trail {
  const order = visited.filter((id, place) => id !== visited[place - 1]);
  const ways = new Set<string>();
  if (order.length > 0 && order[0] === graph.start) ways.add(wayKey(null, 0));
  order.forEach((id, place) => {
    const step = graph.steps.find((one) => one.id === id);
    const next = order[place + 1];
    const branch = step && next ? leadsTo(step).indexOf(next) : -1;
    if (branch >= 0) ways.add(wayKey(id, branch));
  });
  const last = order.at(-1) ?? null;
  const step = graph.steps.find((one) => one.id === last);
  const only = finished && step ? leadsTo(step) : [];
  const end = only.length === 1 ? graph.steps.find(({ id, kind }) => id === only[0] && kind === "end") : undefined;
  if (end) ways.add(wayKey(last, 0));
  return { steps: new Set([...order, ...(end ? [end.id] : [])]), last: end?.id ?? last, ways };
}
