import { hasBudget } from "#domain/budget.ts";
import type { Catalogue, GraphFault } from "#domain/sequence/fault-names.ts";
import { graphFaultsOf } from "#domain/sequence/faults.ts";
import { runFaultsOf } from "#domain/sequence/run-faults.ts";
import { inWalkOrder, messagesAsSteps } from "#domain/sequence/walk-order.ts";
import { templateNames } from "#domain/sequence.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { listBudgets } from "./budgets.ts";
import { listMembers } from "./members.ts";
import { getReviewWebhook } from "./review-webhooks.ts";
import type { Scope } from "./scope.ts";
import { publishAsVersion } from "./sequences.ts";
import { publishedTemplates } from "./templates.ts";

export type GraphPublication =
  | { kind: "published"; versionId: string; number: number }
  | { kind: "faulty"; faults: GraphFault[] };

/**
 * Freezes a graph as the next version of its sequence and makes it the live one; where something is wrong with it, says
 * what and where, and nothing is written. Who entered before finishes on the version they entered on.
 */
export async function publishGraph(
  scope: Scope,
  { sequenceId, graph }: { sequenceId: string; graph: SequenceGraph },
  by: string | null,
  now: Date,
): Promise<GraphPublication> {
  const faults = await publicationFaultsOf(scope, graph, now);
  if (faults.length > 0) return { kind: "faulty", faults };
  const ordered = inWalkOrder(graph);
  const plan = { sequenceId, steps: messagesAsSteps(ordered), graph: ordered };
  return { kind: "published", ...(await publishAsVersion(scope, plan, by, now)) };
}

/** Everything that keeps a graph from being published now, each with its place. */
export async function publicationFaultsOf(scope: Scope, graph: SequenceGraph, now: Date): Promise<GraphFault[]> {
  const catalogue = await catalogueOf(scope, now);
  const signed = (await getReviewWebhook(scope)) !== null;
  const unsigned = signed ? [] : graph.steps.filter((step) => step.kind === "webhook");
  return [
    ...graphFaultsOf(graph, catalogue),
    ...runFaultsOf(graph),
    ...unsigned.map(({ id }): GraphFault => ({ fault: "webhook_without_secret", stepId: id, field: "url" })),
  ];
}

/** What a sequence or an experiment may refer to, as the tenant has it now. */
export async function catalogueOf(scope: Scope, now: Date): Promise<Catalogue> {
  const budgets = await listBudgets(scope, now);
  const members = await listMembers(scope);
  return {
    templates: new Set<string>([...templateNames, ...(await publishedTemplates(scope)).map(({ id }) => id)]),
    channels: new Set(["email" as const]),
    incentives: new Map(
      budgets.map(({ incentiveId, budget, spent }) => [incentiveId, { hasBudget: hasBudget(budget, spent) }]),
    ),
    members: new Set(members.map(({ id }) => id)),
  };
}
