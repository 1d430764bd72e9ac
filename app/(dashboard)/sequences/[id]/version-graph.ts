import { graphOfSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import type { SequenceVersionView } from "#domain/sequence-view.ts";

/** A version as a graph. */
export function graphOf(version: SequenceVersionView): SequenceGraph {
  return version.graph ?? graphOfSteps(version.steps);
}
