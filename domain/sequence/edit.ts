import { type GraphStep, leadsTo, type SequenceGraph } from "../sequence-graph.ts";

/** A place where a step can stand: behind one branch of a step, or, without a step, where a sequence begins. */
export type Slot = { stepId: string | null; branch: number };

/** Steps cut or copied out of a sequence: where they begin, and the places from which they led out of the piece. */
export type Clip = { entry: string; steps: GraphStep[]; exits: Slot[] };

export const startSlot: Slot = { stepId: null, branch: 0 };

export function stepOf(graph: SequenceGraph, id: string | null): GraphStep | undefined {
  return graph.steps.find((step) => step.id === id);
}

/** What stands in a place; null where a branch ends. */
export function targetAt(graph: SequenceGraph, slot: Slot): string | null {
  if (slot.stepId === null) return graph.start;
  const step = stepOf(graph, slot.stepId);
  return step ? (leadsTo(step)[slot.branch] ?? null) : null;
}

/** Every place of a sequence, the start first. */
export function slotsOf(graph: SequenceGraph): Slot[] {
  const behind = (step: GraphStep) => leadsTo(step).map((_, branch) => ({ stepId: step.id, branch }));
  return [startSlot, ...graph.steps.flatMap(behind)];
}

/** Lets a branch go on at a step that is there already, or end. */
export function connect(graph: SequenceGraph, slot: Slot, target: string | null): SequenceGraph {
  if (slot.stepId === null) return { ...graph, start: target };
  const leads = (step: GraphStep) => leadsTo(step).map((to, branch) => (branch === slot.branch ? target : to));
  return mapSteps(graph, (step) => (step.id === slot.stepId ? withLeads(step, leads(step)) : step));
}

/** Puts a new step into a place; what stood there follows by the new step's first branch. */
export function insertAt(graph: SequenceGraph, slot: Slot, step: GraphStep): SequenceGraph {
  return pasteAt(graph, slot, {
    entry: step.id,
    steps: [
      withLeads(
        step,
        leadsTo(step).map(() => null),
      ),
    ],
    exits: [],
  });
}

/** Puts copied steps into a place, under ids of this sequence's own. What stood there follows wherever the piece led out. */
export function pasteAt(graph: SequenceGraph, slot: Slot, clip: Clip): SequenceGraph {
  const follows = targetAt(graph, slot);
  const open = clip.exits.length > 0 ? clip.exits : [firstEnd(clip)].flatMap((end) => end ?? []);
  const added = { ...graph, steps: placedAfter(graph, slot.stepId, clip.steps) };
  const entered = connect(added, slot, clip.entry);
  return open.reduce((whole, exit) => connect(whole, exit, follows), entered);
}

/** A step replaced by its edited self; the ways in and out stay unless it says otherwise. */
export function replaceStep(graph: SequenceGraph, step: GraphStep): SequenceGraph {
  return tidied(
    graph,
    mapSteps(graph, (one) => (one.id === step.id ? step : one)),
  );
}

/**
 * Takes a step out: what led to it goes on where its first branch that goes anywhere went. Steps that only its other
 * branches led to go with it.
 */
export function removeStep(graph: SequenceGraph, id: string): SequenceGraph {
  const removed = stepOf(graph, id);
  if (!removed) return graph;
  const onward = leadsTo(removed).find((to) => to !== null && to !== id) ?? null;
  return tidied(graph, without(graph, new Set([id]), onward));
}

/** A step with all that hangs on its branches, up to where they meet again. */
export function clipOf(graph: SequenceGraph, id: string): Clip | null {
  const ids = familyOf(graph, id);
  if (ids.size === 0) return null;
  const exits: Slot[] = [];
  const steps = graph.steps.filter((step) => ids.has(step.id));
  const cut = steps.map((step) =>
    withLeads(
      step,
      leadsTo(step).map((to, branch) => {
        if (to === null || ids.has(to)) return to;
        exits.push({ stepId: step.id, branch });
        return null;
      }),
    ),
  );
  return { entry: id, steps: cut, exits };
}

/** Moves a step with its branches to another place; a place within itself is none. */
export function moveTo(graph: SequenceGraph, id: string, slot: Slot): SequenceGraph {
  const clip = clipOf(graph, id);
  const ids = new Set(clip?.steps.map((step) => step.id));
  if (!clip || targetAt(graph, slot) === id || (slot.stepId !== null && ids.has(slot.stepId))) return graph;
  const exit = clip.exits[0];
  return pasteAt(without(graph, ids, exit ? targetAt(graph, exit) : null), slot, clip);
}

/** The same piece under new ids; what it says about steps within itself follows. Ids are taken in the order of the steps. */
export function renamed(clip: Clip, newIds: string[]): Clip {
  const names = new Map(clip.steps.map((step, place) => [step.id, newIds[place] ?? step.id]));
  const name = (id: string) => names.get(id) ?? id;
  const orNull = (id: string | null) => (id === null ? null : name(id));
  const steps = clip.steps.map((step): GraphStep => {
    const moved = { ...withLeads(step, leadsTo(step).map(orNull)), id: name(step.id) };
    if (moved.kind === "message") return { ...moved, resendOf: orNull(moved.resendOf) };
    return moved.kind === "wait_for_event" ? { ...moved, ofStep: orNull(moved.ofStep) } : moved;
  });
  const exits = clip.exits.map((exit) => ({ ...exit, stepId: orNull(exit.stepId) }));
  return { entry: name(clip.entry), steps, exits };
}

/** The step with other ways out, in the order of its branches. */
export function withLeads(step: GraphStep, leads: (string | null)[]): GraphStep {
  const [first = null, second = null] = leads;
  switch (step.kind) {
    case "end":
      return step;
    case "split":
      return { ...step, yes: first, no: second };
    case "wait_for_event":
      return { ...step, came: first, timedOut: second };
    case "experiment":
      return { ...step, arms: step.arms.map((arm, place) => ({ ...arm, next: leads[place] ?? null })) };
    default:
      return { ...step, next: first };
  }
}

/** Every step that can be come to from one, itself included. */
export function reachedFrom(graph: SequenceGraph, from: string | null): Set<string> {
  const steps = new Map(graph.steps.map((step) => [step.id, step]));
  const reached = new Set<string>();
  const next = [from];
  while (next.length > 0) {
    const step = steps.get(next.pop() ?? "");
    if (!step || reached.has(step.id)) continue;
    reached.add(step.id);
    next.push(...leadsTo(step));
  }
  return reached;
}

function familyOf(graph: SequenceGraph, id: string): Set<string> {
  const step = stepOf(graph, id);
  if (!step) return new Set();
  const leads = leadsTo(step);
  if (leads.length < 2) return new Set([id]);
  const elsewhere = reachedFrom(without(graph, new Set([id]), null), graph.start === id ? null : graph.start);
  const branches = leads.map((to) => reachedFrom(graph, to));
  const times = (one: string) => branches.filter((branch) => branch.has(one)).length;
  const own = [...new Set(branches.flatMap((branch) => [...branch]))];
  return new Set([id, ...own.filter((one) => one !== id && times(one) === 1 && !elsewhere.has(one))]);
}

/** Takes steps out and sends what led to them onward. */
function without(graph: SequenceGraph, ids: Set<string>, onward: string | null): SequenceGraph {
  const lead = (to: string | null) => (to !== null && ids.has(to) ? onward : to);
  const kept = graph.steps.filter((step) => !ids.has(step.id));
  return { ...graph, start: lead(graph.start), steps: kept.map((step) => withLeads(step, leadsTo(step).map(lead))) };
}

/** Without the steps that were come to before a change and are not any more; what stood apart before stays, and its ways. */
function tidied(before: SequenceGraph, after: SequenceGraph): SequenceGraph {
  const was = reachedFrom(before, before.start);
  const apart = after.steps.filter((step) => !was.has(step.id)).map((step) => step.id);
  const kept = new Set([after.start, ...apart].flatMap((id) => [...reachedFrom(after, id)]));
  const steps = after.steps.filter((step) => kept.has(step.id));
  return steps.length === after.steps.length ? after : { ...after, steps };
}

function firstEnd(clip: Clip): Slot | null {
  const steps = new Map(clip.steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  for (let step = steps.get(clip.entry); step && !seen.has(step.id); ) {
    seen.add(step.id);
    const leads = leadsTo(step);
    if (leads.length === 0) return null;
    const [to = null] = leads;
    if (to === null) return { stepId: step.id, branch: 0 };
    step = steps.get(to);
  }
  return null;
}

/** Messages are counted in the order of this list, so that a new step stands in it after the one that leads to it. */
function placedAfter(graph: SequenceGraph, id: string | null, added: GraphStep[]): GraphStep[] {
  const place = graph.steps.findIndex((step) => step.id === id) + 1;
  return graph.steps.toSpliced(place, 0, ...added);
}

function mapSteps(graph: SequenceGraph, change: (step: GraphStep) => GraphStep): SequenceGraph {
  return { ...graph, steps: graph.steps.map(change) };
}
