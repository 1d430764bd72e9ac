import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { saveVersion } from "#db/sequences.ts";
import { stepsSchema } from "../../plan.ts";

const params = z.object({ id: z.string() });
const body = z.object({ steps: stepsSchema });

/** Saves the working version; a plan may be saved unfinished, only publication demands that it would run. */
export const POST = tenantRoute(
  { role: "marketer", scope: "admin", params, body },
  async ({ scope, actor, now, params, body }) => {
    const versionId = await saveVersion(scope, { sequenceId: params.id, steps: body.steps }, actor.id, now);
    await recordAudit(scope, { actor, action: "sequence.saved", subjectId: params.id, change: { versionId }, now });
    return created({ versionId });
  },
);
