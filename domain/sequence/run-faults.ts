import type { SequenceGraph } from "../sequence-graph.ts";
import type { GraphFault } from "./fault-names.ts";

/** What a graph asks for that is never heard of where it runs: triggers other than a cart's, and orders, which end it. */
export function runFaultsOf(graph: SequenceGraph): GraphFault[] {
  const heard = graph.trigger.kind === "cart_abandoned" || graph.trigger.kind === "checkout_abandoned";
  const trigger: GraphFault = { fault: "trigger_not_heard", stepId: null, field: "trigger" };
  return [
    ...(heard ? [] : [trigger]),
    ...graph.steps.flatMap((step): GraphFault[] =>
      step.kind === "wait_for_event" && step.event === "order_placed"
        ? [{ fault: "order_ends_the_sequence", stepId: step.id, field: "event" }]
        : [],
    ),
  ];
}
