import { leadsTo, type SequenceGraph } from "../sequence-graph.ts";

const minute = 60_000;

/**
 * When somebody who entered at an instant would come to the first message of a graph: by the nearest branch, waiting out
 * what is waited for. Times of day and conditions are left out of account, since nobody walks the way.
 */
export function firstMessageAt(graph: SequenceGraph, enteredAt: Date): Date {
  const ahead = [{ id: graph.start, at: enteredAt.getTime() }];
  const seen = new Set<string>();
  for (let place = ahead.shift(); place; place = ahead.shift()) {
    const { id, at } = place;
    const step = graph.steps.find((one) => one.id === id);
    if (!step || seen.has(step.id)) continue;
    if (step.kind === "message") return new Date(at);
    seen.add(step.id);
    const next = at + waitOf(step, { at, entered: enteredAt.getTime() });
    ahead.push(...leadsTo(step).map((to) => ({ id: to, at: next })));
    ahead.sort((a, b) => a.at - b.at);
  }
  return enteredAt;
}

function waitOf(step: SequenceGraph["steps"][number], { at, entered }: { at: number; entered: number }): number {
  if (step.kind === "wait_for_event") return step.timeoutMinutes * minute;
  if (step.kind !== "wait") return 0;
  return step.from === "entry" ? Math.max(0, entered + step.minutes * minute - at) : step.minutes * minute;
}
