import type { SequenceGraph } from "../sequence-graph.ts";
import type { Place } from "./walk.ts";

/** What a newer version has otherwise than an older one: steps by id, and which of the sequence's own fields. */
export type GraphChanges = {
  added: string[];
  removed: string[];
  changed: string[];
  fields: ("trigger" | "entry" | "exits" | "start")[];
};

export function compareGraphs(older: SequenceGraph, newer: SequenceGraph): GraphChanges {
  const before = new Map(older.steps.map((step) => [step.id, step]));
  const after = new Map(newer.steps.map((step) => [step.id, step]));
  const fields = ["trigger", "entry", "exits", "start"] as const;
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].filter(([id, step]) => before.has(id) && !alike(before.get(id), step)).map(([id]) => id),
    fields: fields.filter((field) => !alike(older[field], newer[field])),
  };
}

/**
 * Where a walk goes on when somebody chooses to move it to another version: at the step of the same id, with what it has
 * waited already; null when that version has no such step, and the walk must finish on its own.
 */
export function movePlace(place: Place, to: SequenceGraph): Place | null {
  if (place.stepId === null) return null;
  return to.steps.some((step) => step.id === place.stepId) ? { ...place, passed: 0 } : null;
}

function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Postgres keeps the keys of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}
