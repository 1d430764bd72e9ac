import { type GraphStep, leadsTo, messageSteps, type SequenceGraph } from "../sequence-graph.ts";

/** The place among the messages of the one that comes next on the way, by the nearest branch; null when none does. */
export function nextPosition(graph: SequenceGraph, from: string | null): number | null {
  const messages = messageSteps(graph).map(({ id }) => id);
  const ahead = [from];
  const seen = new Set<string>();
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    const step = id === null || seen.has(id) ? undefined : graph.steps.find((one) => one.id === id);
    if (!step) continue;
    if (step.kind === "message") return messages.indexOf(step.id);
    seen.add(step.id);
    ahead.push(...leadsTo(step));
  }
  return null;
}

/** Whether a walk ever asks what is known of its cart and person, or what became of a message beyond its having left. */
export function asksFacts({ exits, steps }: SequenceGraph): boolean {
  const asks = (step: GraphStep) => step.kind === "split" || (step.kind === "message" && step.resendOf !== null);
  return exits.some(({ kind }) => kind === "condition") || steps.some(asks);
}

/** Whether a walk ever waits for something to come. */
export function hearsEvents({ steps }: SequenceGraph): boolean {
  return steps.some(({ kind }) => kind === "wait_for_event");
}

const minute = 60_000;
const mostLooks = 48;

/** When to look again whether something has come: rows are the truth, and a wait costs its run so many looks at most. */
export function nextLook(graph: SequenceGraph, { stepId, until }: { stepId: string; until: string }, now: Date): Date {
  return new Date(Math.min(Date.parse(until), now.getTime() + pauseOf(graph, stepId)));
}

/** The first look after `now` that finds what changes at an instant; the last when nothing does before. */
export function lookAfter(
  graph: SequenceGraph,
  wait: { stepId: string; until: string },
  { now, change }: { now: Date; change: Date | null },
): Date {
  const until = Date.parse(wait.until);
  if (!change || change.getTime() >= until) return new Date(until);
  const pause = pauseOf(graph, wait.stepId);
  const looks = Math.max(1, Math.ceil((change.getTime() - now.getTime()) / pause));
  return new Date(Math.min(until, now.getTime() + looks * pause));
}

function pauseOf(graph: SequenceGraph, stepId: string): number {
  const step = graph.steps.find((one) => one.id === stepId);
  const whole = step?.kind === "wait_for_event" ? step.timeoutMinutes : 0;
  return Math.max(5, Math.ceil(whole / mostLooks)) * minute;
}
