import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { saveSequenceDraft } from "#db/sequence-drafts.ts";
import { listSequences } from "#db/sequence-views.ts";
import { createSequence } from "#db/sequences.ts";
import { graphSchema } from "#domain/sequence/schema.ts";
import { nameSchema, stepsSchema } from "./plan.ts";

const body = z.object({ name: nameSchema, steps: stepsSchema.default([]), graph: graphSchema.optional() });

export const GET = tenantRoute({}, async ({ scope }) => ({ rows: await listSequences(scope), next: null }));

/** Makes a sequence that is not live, from a list of steps or as a draft with a graph. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", body }, async ({ scope, actor, now, body }) => {
  const id = await createSequence(scope, body, actor.id, now);
  if (body.graph) await saveSequenceDraft(scope, { sequenceId: id, graph: body.graph, revision: 0 }, actor.id, now);
  await recordAudit(scope, { actor, action: "sequence.created", subjectId: id, change: { name: body.name }, now });
  return created({ id });
});
