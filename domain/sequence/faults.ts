import type { SequenceGraph } from "../sequence-graph.ts";
import { messageSteps } from "../sequence-graph.ts";
import { conditionFaultsOf } from "./condition-faults.ts";
import type { Catalogue, GraphFault, GraphFaultName } from "./fault-names.ts";
import { shapeFaults } from "./shape-faults.ts";
import { stepFaults } from "./step-faults.ts";

export const mostSteps = 100;

/** Everything that keeps a graph from being published, each with its place; none means that it may be. */
export function graphFaultsOf(graph: SequenceGraph, catalogue: Catalogue): GraphFault[] {
  const messages = new Set(messageSteps(graph).map((step) => step.id));
  const whole = (fault: GraphFaultName, field: string | null = null): GraphFault => ({ fault, stepId: null, field });
  return [
    ...(graph.steps.length === 0 ? [whole("no_steps")] : []),
    ...(graph.steps.length > 0 && messages.size === 0 ? [whole("no_message")] : []),
    ...(graph.steps.length > mostSteps ? [whole("too_many_steps")] : []),
    ...(graph.trigger.kind === "time_since_order" && graph.trigger.days < 1
      ? [whole("trigger_without_days", "trigger")]
      : []),
    ...conditionFaultsOf(graph.entry, messages).map((fault) => whole(fault, "entry")),
    ...graph.exits.flatMap((exit, place) =>
      exit.kind === "condition"
        ? conditionFaultsOf(exit.when, messages).map((fault) => whole(fault, `exits.${place}.when`))
        : [],
    ),
    ...shapeFaults(graph),
    ...graph.steps.flatMap((step) =>
      stepFaults(step, { catalogue, messages }).map(({ fault, field }) => ({ fault, field, stepId: step.id })),
    ),
  ];
}
