import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { createIncentive, listIncentives } from "#db/incentives.ts";
import { incentiveShape } from "./shapes.ts";

export const GET = tenantRoute({ scope: "read" }, async ({ scope }) => ({ data: await listIncentives(scope) }));

export const POST = tenantRoute(
  { role: "admin", scope: "admin", body: incentiveShape },
  async ({ scope, actor, now, body }) => {
    const incentive = await createIncentive(scope, body, now);
    await recordAudit(scope, { actor, action: "incentive.created", subjectId: incentive.id, change: body, now });
    return created(incentive);
  },
);
