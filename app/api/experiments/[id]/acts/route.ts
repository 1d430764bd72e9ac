import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { actOnExperiment } from "#db/experiment-edits.ts";
import { getExperiment } from "#db/experiments.ts";
import { experimentActShape, params } from "../../shapes.ts";

/** Starts, pauses, resumes, stops, concludes, promotes or retires; 409 with the faults where a start has any. */
export const POST = tenantRoute(
  { role: "marketer", scope: "admin", params, body: experimentActShape },
  async ({ scope, actor, now, params: { id }, body }) => {
    const { kind, reason = null, arm } = body;
    const outcome = await actOnExperiment(scope, id, { kind, by: actor, reason, arm }, now);
    if (outcome.kind === "faulty") return Response.json({ faults: outcome.faults }, { status: 409 });
    await recordAudit(scope, { actor, action: `experiment.${kind}`, subjectId: id, change: { reason, arm }, now });
    return created(await getExperiment(scope, id));
  },
);
