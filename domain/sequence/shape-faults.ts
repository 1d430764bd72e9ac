import { type GraphStep, leadsTo, type SequenceGraph } from "../sequence-graph.ts";
import type { GraphFault } from "./fault-names.ts";

type Steps = Map<string, GraphStep>;

/** What is wrong with how the steps hang together. */
export function shapeFaults(graph: SequenceGraph): GraphFault[] {
  const byId: Steps = new Map(graph.steps.toReversed().map((step) => [step.id, step]));
  const order = walkOrder(graph, byId);
  const reached = new Set(order.steps);
  return [
    ...repeated(graph),
    ...dangling(graph, byId),
    ...graph.steps.filter(({ id }) => !reached.has(id)).map(({ id }) => located("unreachable_step", id)),
    ...order.closing.map((id) => located("cycle", id)),
    ...(order.closing.length === 0 ? outOfOrder(graph, byId, order.steps) : []),
  ];
}

function located(fault: GraphFault["fault"], stepId: string, field: string | null = null): GraphFault {
  return { fault, stepId, field };
}

function repeated({ steps }: SequenceGraph): GraphFault[] {
  return steps
    .filter((step, place) => steps.findIndex((other) => other.id === step.id) < place)
    .map((step) => located("repeated_step_id", step.id, "id"));
}

function dangling({ start, steps }: SequenceGraph, byId: Steps): GraphFault[] {
  const lost = start === null ? steps.length > 0 : !byId.has(start);
  return [
    ...(lost ? [{ fault: "dangling_next" as const, stepId: null, field: "start" }] : []),
    ...steps.flatMap((step) =>
      leadsTo(step).flatMap((to, branch) =>
        to !== null && !byId.has(to) ? [located("dangling_next", step.id, branchField(step, branch))] : [],
      ),
    ),
  ];
}

function branchField(step: GraphStep, branch: number): string {
  if (step.kind === "split") return branch === 0 ? "yes" : "no";
  if (step.kind === "wait_for_event") return branch === 0 ? "came" : "timedOut";
  return step.kind === "experiment" ? `arms.${branch}.next` : "next";
}

/** The steps that can be reached, each before all that follow it, and those whose next closes a ring. */
function walkOrder(graph: SequenceGraph, byId: Steps): { steps: string[]; closing: string[] } {
  const done: string[] = [];
  const state = new Map<string, "open" | "done">();
  const closing = new Set<string>();
  const visit = (step: GraphStep) => {
    state.set(step.id, "open");
    for (const to of leadsTo(step)) {
      const next = to === null ? undefined : byId.get(to);
      if (next && state.get(next.id) === "open") closing.add(step.id);
      else if (next && !state.has(next.id)) visit(next);
    }
    state.set(step.id, "done");
    done.push(step.id);
  };
  const first = graph.start === null ? undefined : byId.get(graph.start);
  if (first) visit(first);
  return { steps: done.reverse(), closing: [...closing] };
}

/** A wait that counts from the entry and is over before one that stands before it would not wait at all. */
function outOfOrder(graph: SequenceGraph, byId: Steps, order: string[]): GraphFault[] {
  const latest = new Map<string, number>(graph.start === null ? [] : [[graph.start, 0]]);
  const found: GraphFault[] = [];
  for (const id of order) {
    const step = byId.get(id);
    let passed = latest.get(id) ?? 0;
    if (step?.kind === "wait" && step.from === "entry") {
      if (step.minutes > 0 && step.minutes <= passed) found.push(located("steps_out_of_order", id, "minutes"));
      passed = Math.max(passed, step.minutes);
    }
    for (const to of step ? leadsTo(step) : []) if (to !== null) latest.set(to, Math.max(latest.get(to) ?? 0, passed));
  }
  return found;
}
