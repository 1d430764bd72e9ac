import type { ShownFault } from "#components/sequence/fault-list.tsx";
import { graphFaultLabels } from "#components/sequence/graph-labels.ts";
import { type Names, wordsOf } from "#components/sequence/step-words.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import { graphFaultsOf } from "#domain/sequence/faults.ts";
import { runFaultsOf } from "#domain/sequence/run-faults.ts";
import { templateNames } from "#domain/sequence.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";

/** What is wrong with a draft, each with the card it is about. */
export function faultsOf(graph: SequenceGraph, names: Names): ShownFault[] {
  const catalogue = {
    templates: new Set<string>([...templateNames, ...(names.templates ?? []).map(({ id }) => id)]),
    channels: new Set(["email" as const]),
    incentives: new Map(names.incentives.map(({ id, spent }) => [id, { hasBudget: !spent }])),
    members: new Set(names.members.map(({ id }) => id)),
  };
  return [...graphFaultsOf(graph, catalogue), ...runFaultsOf(graph)].map(({ fault, stepId, field }, place) => {
    const step = stepOf(graph, stepId);
    const where = step ? wordsOf(step, graph, names).title : "Beginning";
    return {
      key: `${place}.${fault}.${field ?? ""}`,
      stepId: step?.id ?? "trigger",
      where,
      what: graphFaultLabels[fault],
    };
  });
}

export function faultsByStep(faults: ShownFault[]): Map<string, string[]> {
  const byStep = new Map<string, string[]>();
  for (const { stepId, what } of faults) byStep.set(stepId, [...new Set([...(byStep.get(stepId) ?? []), what])]);
  return byStep;
}
