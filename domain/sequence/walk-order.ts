import type { Step } from "../sequence.ts";
import { leadsTo, type MessageStep, messageSteps, type SequenceGraph } from "../sequence-graph.ts";
import { templateRefOf } from "../template-ref.ts";

/** The same graph with its steps in the order in which they are walked, so that positions of messages read from the top. */
export function inWalkOrder(graph: SequenceGraph): SequenceGraph {
  const byId = new Map(graph.steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const done: typeof graph.steps = [];
  const visit = (id: string | null) => {
    const step = id === null || seen.has(id) ? undefined : byId.get(id);
    if (!step) return;
    seen.add(step.id);
    for (const to of leadsTo(step).toReversed()) visit(to);
    done.push(step);
  };
  visit(graph.start);
  return { ...graph, steps: done.reverse() };
}

/**
 * A graph's messages as the steps of its version, by position. `delayMinutes` says how long after the entry each comes at
 * the earliest, for people to read: when a message is due, the walk says.
 */
export function messagesAsSteps(graph: SequenceGraph): Step[] {
  const earliest = earliestMinutes(graph);
  return messageSteps(graph).map((message) => ({
    ...{ id: message.id, delayMinutes: earliest.get(message.id) ?? 0, template: templateOf(message) },
    ...{ purpose: message.purpose, offer: message.offer, oversight: message.oversight },
  }));
}

function templateOf({ id, template }: MessageStep): Step["template"] {
  const known = template === null ? null : templateRefOf(template);
  if (!known) throw new Error(`message ${id} wears no template that we have`);
  return known;
}

function earliestMinutes(graph: SequenceGraph): Map<string, number> {
  const earliest = new Map<string, number>(graph.start === null ? [] : [[graph.start, 0]]);
  for (const step of inWalkOrder(graph).steps) {
    const at = earliest.get(step.id) ?? 0;
    leadsTo(step).forEach((to, branch) => {
      if (to === null) return;
      const missed = step.kind === "wait_for_event" && branch === 1 ? step.timeoutMinutes : 0;
      const waited = step.kind === "wait" ? waitedUntil(step, at) : at + missed;
      earliest.set(to, Math.min(earliest.get(to) ?? waited, waited));
    });
  }
  return earliest;
}

function waitedUntil({ minutes, from }: { minutes: number; from: "entry" | "here" }, at: number): number {
  return from === "entry" ? Math.max(at, minutes) : at + minutes;
}
