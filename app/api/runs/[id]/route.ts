import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { ownRun, refuseUnlessOk, requireRunner } from "../runner.ts";

const params = z.object({ id: z.string().max(100) });

export const GET = tenantRoute({ role: "admin", params }, ({ actor, params: { id } }) =>
  ownRun(requireRunner(), actor.tenantId, id),
);

/** Cancels a run; what it has done stays done. */
export const DELETE = tenantRoute({ role: "admin", params }, async ({ scope, actor, now, params: { id } }) => {
  const runner = requireRunner();
  const run = await ownRun(runner, actor.tenantId, id);
  refuseUnlessOk(await runner.cancelRun(id));
  await recordAudit(scope, {
    actor,
    action: "run.cancelled",
    subjectId: id,
    change: { function: run.functionId },
    now,
  });
});
