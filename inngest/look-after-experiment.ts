import { listWeights, saveWeights } from "#db/allocation-weights.ts";
import { type AuditActor, recordAudit } from "#db/audit.ts";
import { readResultRows, saveLook } from "#db/experiment-results.ts";
import { type Experiment, getExperiment, recordExperimentAct } from "#db/experiments.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { type Analysis, analyse } from "#domain/experiment/analysis.ts";
import { reshape } from "#domain/experiment/assign.ts";
import { stepOfExperiment } from "#domain/experiment/conclusion.ts";
import { outcomesByArm } from "#domain/experiment/estimates.ts";
import { reallocate } from "#domain/experiment/reallocation.ts";

const policy: AuditActor = { kind: "policy" };

/** What became of an experiment that was looked after, for whoever must be told. */
export type LookedAfter = {
  kind: "paused" | "concluded" | "promoted";
  experimentId: string;
  analysis: Analysis;
} | null;

/**
 * Analyses an experiment that runs, keeps the look for the pages, and does what was agreed before the start: pauses it when a
 * guardrail broke, concludes and promotes when the rule says so, concludes at its end; else moves the weights where it samples.
 */
export function lookAfterExperiment(at: { tenantId: string; experimentId: string }, now: Date): Promise<LookedAfter> {
  // All that became of all who were assigned is read.
  return withJobScope(
    at.tenantId,
    async (scope) => {
      const experiment = await getExperiment(scope, at.experimentId);
      if (experiment.state !== "running" && experiment.state !== "paused") return null;
      const rows = await readResultRows(scope, experiment, now);
      const analysis = analyse(experiment, rows, now);
      await saveLook(scope, { experimentId: experiment.id, kind: "latest", analysis }, now);
      const step = stepOfExperiment(experiment, analysis, now);
      if (step.kind === "none") {
        if (experiment.state === "running") await moveWeights(scope, experiment, rows, now);
        return null;
      }
      return settle(scope, { experiment, analysis, step }, now);
    },
    { plans: "anew" },
  );
}

type Settling = {
  experiment: Experiment;
  analysis: Analysis;
  step: Exclude<ReturnType<typeof stepOfExperiment>, { kind: "none" }>;
};

async function settle(scope: Scope, { experiment, analysis, step }: Settling, now: Date): Promise<LookedAfter> {
  const { id: experimentId } = experiment;
  const act = async (kind: "paused" | "concluded" | "promoted", change: Record<string, unknown> = {}) => {
    await recordExperimentAct(scope, experimentId, { kind, by: { kind: "policy" }, reason: step.reason, change }, now);
    await recordAudit(scope, { actor: policy, action: `experiment.${kind}`, subjectId: experimentId, change, now });
  };
  if (step.kind === "pause") await act("paused", { arm: step.arm, metric: step.metric });
  else {
    await saveLook(scope, { experimentId, kind: "final", analysis }, now);
    await act("concluded", { verdict: analysis.verdict.kind });
    if (step.kind === "promote") await act("promoted", { arm: step.arm });
  }
  const kind = step.kind === "pause" ? "paused" : step.kind === "promote" ? "promoted" : "concluded";
  return { kind, experimentId, analysis };
}

const dayMs = 86_400_000;

/** Thompson sampling's next weights, once a day at most: each is a row, and names itself on every later assignment. */
async function moveWeights(
  scope: Scope,
  { id: experimentId, arms, plan }: Experiment,
  rows: Awaited<ReturnType<typeof readResultRows>>,
  now: Date,
): Promise<void> {
  if (plan.allocation.kind !== "thompson") return;
  const held = (await listWeights(scope, experimentId)).at(-1);
  if (!held || now.getTime() - held.at.getTime() < dayMs) return;
  const outcomes = outcomesByArm(
    rows.days,
    arms.map((arm) => arm.name),
    rows.weights,
  );
  const weights = reallocate(arms, { outcomes, floor: plan.allocation.floor, held: held.weights });
  if (!weights) return;
  const ranges = reshape(held.ranges, weights);
  await saveWeights(scope, { experimentId, number: held.number + 1, kind: "thompson", weights, ranges }, now);
}
