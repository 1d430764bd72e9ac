import { z } from "zod";
import type { Experiment } from "#db/experiments.ts";
import { experimentActs, experimentStates } from "#domain/experiment/life.ts";
import { armKinds, experimentMetrics } from "#domain/experiment.ts";
import { scales } from "#domain/statistics/lift.ts";
import { id, instant } from "../shapes.ts";

const arm = z.strictObject({
  name: z.string(),
  kind: z.enum(armKinds).meta({ description: "A `holdout` is sent nothing" }),
  share: z.number().meta({ description: "Percent of the contacts" }),
  change: z.unknown().meta({ description: "What the arm does otherwise; null is the sequence as it is" }),
});

export const experiment = z
  .strictObject({
    id,
    sequenceId: id,
    name: z.string(),
    state: z.enum(experimentStates),
    metric: z.enum(experimentMetrics).meta({ description: "What decides, per contact assigned" }),
    scale: z.enum(scales).meta({ description: "The scale that decides; no lift is ever told as the other" }),
    arms: z.array(arm),
    endsAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: "Experiment" });

export const act = z.strictObject({
  kind: z.enum(experimentActs),
  byKind: z
    .enum(["member", "key", "policy"])
    .meta({ description: "`policy`: the rule that was chosen before the start" }),
  reason: z.string().nullable(),
  at: instant,
});

export const reading = z
  .strictObject({
    at: instant,
    frozen: z.boolean().meta({ description: "True once the experiment is concluded" }),
    text: z.string().meta({ description: "The verdict in plain words" }),
    analysis: z.unknown().meta({
      description:
        "Arms, comparisons (relative and absolute apart), sampleRatio, guardrails, series by day, what is counted apart, and the verdict",
    }),
  })
  .meta({ id: "ExperimentReading" });

export function told({ id, sequenceId, name, state, plan, arms, endsAt, createdAt }: Experiment) {
  return {
    ...{ id, sequenceId, name, state, metric: plan.metric, scale: plan.scale },
    arms: arms.map(({ name: called, kind, share, change }) => ({ name: called, kind, share, change })),
    endsAt: endsAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

export function toldActs({ acts }: Experiment) {
  return acts.map(({ kind, byKind, reason, at }) => ({ kind, byKind, reason, at: at.toISOString() }));
}
