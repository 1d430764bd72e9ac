import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { ownRun, refuseUnlessOk, requireRunner } from "../../runner.ts";

const params = z.object({ id: z.string().max(100) });

/** Tries a failed run again from the step that failed. */
export const POST = tenantRoute({ role: "admin", params }, async ({ scope, actor, now, params: { id } }) => {
  const runner = requireRunner();
  const run = await ownRun(runner, actor.tenantId, id);
  refuseUnlessOk(await runner.retryRun(id));
  await recordAudit(scope, { actor, action: "run.retried", subjectId: id, change: { function: run.functionId }, now });
});
