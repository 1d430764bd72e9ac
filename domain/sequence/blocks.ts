import { type GraphStep, leadsTo, type SequenceGraph } from "../sequence-graph.ts";
import { type Slot, startSlot } from "./edit.ts";

/** One way out of a step. Without a block it ends (`to` null) or goes on at a step that stands elsewhere. */
export type Branch = { slot: Slot; to: string | null; block: Block | null };

/** A step with its branches, and the steps where branches of its meet again. */
export type Block = { step: GraphStep; branches: Branch[]; after: Block[] };

/** A sequence as nested blocks, and the steps that nothing leads to from its start. */
export type Blocks = { main: Branch; apart: Block[] };

type Node = { step: GraphStep; leads: (string | null)[]; entries: number; above: string; place: number };

type Way = { from: string; to: string };

const root = "";

/**
 * A graph as people read it. A step stands below its only predecessor; one that several ways lead to stands below the
 * step where these ways part, its immediate dominator (Cooper, Harvey, Kennedy 2001). A way back up is no way in.
 */
export function blocksOf(graph: SequenceGraph): Blocks {
  const steps = new Map(graph.steps.map((step) => [step.id, step]));
  const known = (id: string | null) => (id !== null && steps.has(id) ? id : null);
  const { heads, reached } = headsOf(graph);
  const rootLeads = [known(graph.start), ...heads];
  const leadsOf = (id: string) => {
    const step = steps.get(id);
    return step ? leadsTo(step).map(known) : rootLeads;
  };
  const order = reversePostorder(leadsOf);
  const places = new Map(order.map((id, place) => [id, place]));
  const ways = order.flatMap((id) => leadsOf(id).flatMap((to) => (to === null ? [] : [{ from: id, to }])));
  const onward = ({ from, to }: Way) => (places.get(from) ?? 0) < (places.get(to) ?? 0);
  const forward = ways.filter(
    (way) => onward(way) && (way.from === root || reached.has(way.from) || !reached.has(way.to)),
  );
  const above = dominators(order, forward);
  const nodes = new Map<string, Node>();
  for (const [id, step] of steps) {
    const entries = forward.filter(({ to }) => to === id).length;
    nodes.set(id, { step, leads: leadsOf(id), entries, above: above.get(id) ?? root, place: places.get(id) ?? 0 });
  }
  const block = (id: string): Block | null => blockAt(id, nodes);
  const main = { slot: startSlot, to: known(graph.start), block: graph.start === null ? null : block(graph.start) };
  const tops = [...nodes].filter(([id, node]) => node.above === root && id !== main.to);
  const apart = tops.sort(([, a], [, b]) => a.place - b.place).flatMap(([id]) => block(id) ?? []);
  return { main, apart };
}

function blockAt(id: string, nodes: Map<string, Node>): Block | null {
  const node = nodes.get(id);
  if (!node) return null;
  const below = [...nodes].filter(([, other]) => other.above === id);
  const only = new Set(below.filter(([, other]) => other.entries === 1).map(([own]) => own));
  const met = below.filter(([own]) => !only.has(own)).sort(([, a], [, b]) => a.place - b.place);
  const branches = node.leads.map((to, branch): Branch => {
    const slot = { stepId: id, branch };
    return { slot, to, block: to !== null && only.has(to) ? blockAt(to, nodes) : null };
  });
  return { step: node.step, branches, after: met.flatMap(([own]) => blockAt(own, nodes) ?? []) };
}

/** What the start leads to, and the first steps of the rest: by themselves, or of a ring that nothing leads into. */
function headsOf(graph: SequenceGraph): { heads: string[]; reached: Set<string> } {
  const steps = new Map(graph.steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const visit = (id: string | null) => {
    const step = id === null || seen.has(id) ? undefined : steps.get(id);
    if (!step) return;
    seen.add(step.id);
    leadsTo(step).forEach(visit);
  };
  visit(graph.start);
  const reached = new Set(seen);
  const led = new Set(graph.steps.flatMap((step) => leadsTo(step).filter((to) => to !== step.id)));
  const heads: string[] = [];
  for (const candidates of [graph.steps.filter((step) => !led.has(step.id)), graph.steps])
    for (const { id } of candidates) {
      if (seen.has(id)) continue;
      heads.push(id);
      visit(id);
    }
  return { heads, reached };
}

function reversePostorder(leadsOf: (id: string) => (string | null)[]): string[] {
  const seen = new Set<string>();
  const done: string[] = [];
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const to of leadsOf(id).toReversed()) if (to !== null) visit(to);
    done.push(id);
  };
  visit(root);
  return done.toReversed();
}

function dominators(order: string[], ways: Way[]): Map<string, string> {
  const places = new Map(order.map((id, place) => [id, place]));
  const above = new Map<string, string>([[root, root]]);
  const meeting = (one: string, other: string): string => {
    let [a, b] = [one, other];
    while (a !== b) {
      if ((places.get(a) ?? 0) > (places.get(b) ?? 0)) a = above.get(a) ?? root;
      else b = above.get(b) ?? root;
    }
    return a;
  };
  for (const id of order.slice(1)) {
    const froms = ways.filter(({ to }) => to === id).map(({ from }) => from);
    above.set(
      id,
      froms.reduce((met, from) => meeting(met, from), froms[0] ?? root),
    );
  }
  return above;
}
