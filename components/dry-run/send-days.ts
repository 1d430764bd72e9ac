import { partsOf } from "#domain/sequence/dry-run-tally.ts";
import { messageSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { type Names, wordsOf } from "../sequence/step-words.ts";

export type SendDays = {
  days: { day: string; counts: Record<string, number>; all: number }[];
  steps: { id: string; title: string }[];
};

const dayMs = 86_400_000;

/** A tally's messages by day and step, in order; days between the first and the last without any are zero, not missing. */
export function sendDaysOf(sends: Record<string, number>, graph: SequenceGraph, names: Names): SendDays {
  const byDay = new Map<string, Record<string, number>>();
  for (const { first, second, count } of partsOf(sends)) byDay.set(first, { ...byDay.get(first), [second]: count });
  const known = [...byDay.keys()].sort();
  const [from, to] = [known[0], known.at(-1)];
  const days: string[] = [];
  if (from && to)
    for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs)
      days.push(new Date(at).toISOString().slice(0, 10));
  return {
    steps: titled(graph, names),
    days: days.map((day) => {
      const counts = byDay.get(day) ?? {};
      return { day, counts, all: Object.values(counts).reduce((sum, one) => sum + one, 0) };
    }),
  };
}

/** Messages by their place and title: two may be called alike. */
function titled(graph: SequenceGraph, names: Names): SendDays["steps"] {
  return messageSteps(graph).map((step, place) => ({
    id: step.id,
    title: `${place + 1}. ${wordsOf(step, graph, names).title}`,
  }));
}
