import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { actOnExperiment } from "#db/experiment-edits.ts";
import { readAnalysis } from "#db/experiment-looks.ts";
import { getExperiment, listExperiments as listAll } from "#db/experiments.ts";
import { byId, id, pageOf, paging } from "../shapes.ts";
import { act, experiment, reading, told, toldActs } from "./shapes.ts";

export const listExperiments = operation({
  id: "list_experiments",
  method: "GET",
  path: "/experiments",
  tag: "Experiments",
  summary: "List the experiments, the newest first",
  scope: "read",
  query: z.strictObject({ ...paging, sequenceId: id.optional() }),
  answer: pageOf(experiment),
  run: async ({ scope, query: { limit, cursor, sequenceId } }) => {
    const rows = await listAll(scope, { limit, before: cursor, sequenceId });
    return { data: rows.map(told), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
  },
});

const detailed = z.strictObject({ ...experiment.shape, acts: z.array(act), reading });

export const getExperimentReading = operation({
  id: "get_experiment",
  method: "GET",
  path: "/experiments/{id}",
  tag: "Experiments",
  summary: "Read an experiment with its acts and what may be said of it",
  description: "The analysis is at most ten minutes old, and frozen once the experiment is concluded.",
  scope: "read",
  params: byId,
  answer: detailed,
  run: async ({ scope, params, now }) => {
    const found = await getExperiment(scope, params.id);
    return {
      ...told(found),
      acts: toldActs(found),
      reading: await readAnalysis(scope, found.id, { fresh: false, now }),
    };
  },
});

export const concludeExperiment = operation({
  id: "conclude_experiment",
  method: "POST",
  path: "/experiments/{id}/conclusion",
  tag: "Experiments",
  summary: "Conclude an experiment",
  description: "Its analysis is frozen as it stands, and nobody new is assigned. This cannot be taken back.",
  scope: "admin",
  status: 201,
  params: byId,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  answer: detailed,
  example: { body: { reason: "Enough is known" } },
  hints: { destructive: true },
  run: async ({ scope, actor, params, body: { reason }, now }) => {
    await actOnExperiment(scope, params.id, { kind: "concluded", by: actor, reason }, now);
    const change = { reason };
    await recordAudit(scope, { actor, action: "experiment.concluded", subjectId: params.id, change, now });
    const found = await getExperiment(scope, params.id);
    return {
      ...told(found),
      acts: toldActs(found),
      reading: await readAnalysis(scope, found.id, { fresh: false, now }),
    };
  },
});
