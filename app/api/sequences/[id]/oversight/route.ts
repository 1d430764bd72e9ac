import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { readSequenceOversight } from "#db/oversight-views.ts";
import { liftDemotion, recordMove } from "#db/step-oversight.ts";
import { AppError } from "#domain/app-error.ts";
import { oversightModes } from "#domain/sequence.ts";

const params = z.object({ id: z.string() });
const stepId = z.string().min(1).max(40);
const move = z.strictObject({ stepId: stepId.nullable(), mode: z.enum(oversightModes).nullable() });

export const GET = tenantRoute({ role: "viewer", scope: "read", params }, async ({ scope, params }) => {
  const found = await readSequenceOversight(scope, params.id);
  if (!found) throw new AppError("not_found", "There is no such published sequence.");
  return found;
});

// Members only: how far a machine goes without people is a person's word, also by the API. No mode takes the word back: a
// sequence goes by the settings again, and a step by its plan.
export const PUT = tenantRoute(
  { role: "admin", params, body: move },
  async ({ scope, actor, now, params: { id: sequenceId }, body }) => {
    const found = await readSequenceOversight(scope, sequenceId);
    const step = found?.steps.find((one) => one.step.id === body.stepId);
    if (!found || (body.stepId !== null && !step)) throw new AppError("not_found", "There is no such published step.");
    if (step?.demotion) throw new AppError("conflict", "This step was sent back to gated. Lift that first.");
    const versionId = body.stepId === null ? null : found.versionId;
    await recordMove(scope, { sequenceId, versionId, ...body, byId: actor.id }, now);
    const change = {
      stepId: body.stepId,
      mode: body.mode,
      from: step?.moved ?? step?.step.oversight ?? found.sequenceMode,
    };
    await recordAudit(scope, { actor, action: "oversight.moved", subjectId: sequenceId, change, now });
    return readSequenceOversight(scope, sequenceId);
  },
);

const lifted = z.object({ stepId });

/** Lifts a demotion. */
export const DELETE = tenantRoute(
  { role: "admin", params, query: lifted },
  async ({ scope, actor, now, params: { id: sequenceId }, query }) => {
    const demotionId = await liftDemotion(scope, { sequenceId, stepId: query.stepId }, actor.id, now);
    if (!demotionId) throw new AppError("not_found", "This step was not sent back to gated.");
    const change = { stepId: query.stepId, demotionId };
    await recordAudit(scope, { actor, action: "step.demotion_lifted", subjectId: sequenceId, change, now });
  },
);
