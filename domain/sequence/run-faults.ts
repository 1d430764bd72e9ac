import { templateNames } from "../sequence.ts";
import type { SequenceGraph } from "../sequence-graph.ts";
import { messageSteps } from "../sequence-graph.ts";
import { occasionOf, orderEnds, purposesFor, templatesFor } from "../trigger.ts";
import type { GraphFault } from "./fault-names.ts";

/**
 * What a graph asks for that its trigger has no place for: words for another occasion, what wears them, and orders to
 * wait for where an order ends it. Templates that members made are theirs to answer for.
 */
export function runFaultsOf(graph: SequenceGraph): GraphFault[] {
  const occasion = occasionOf[graph.trigger.kind];
  const worn = new Set<string>(templatesFor[occasion]);
  const builtIn = new Set<string>(templateNames);
  const ends = orderEnds(graph.trigger.kind, graph);
  return [
    ...messageSteps(graph).flatMap(({ id: stepId, purpose, template }): GraphFault[] => [
      ...(purposesFor[occasion].includes(purpose)
        ? []
        : [{ fault: "purpose_of_another_trigger" as const, stepId, field: "purpose" }]),
      ...(template && builtIn.has(template) && !worn.has(template)
        ? [{ fault: "template_of_another_trigger" as const, stepId, field: "template" }]
        : []),
    ]),
    ...graph.steps.flatMap((step): GraphFault[] =>
      ends && step.kind === "wait_for_event" && step.event === "order_placed"
        ? [{ fault: "order_ends_the_sequence", stepId: step.id, field: "event" }]
        : [],
    ),
  ];
}
