import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { listBudgetedIncentives } from "#db/budgets.ts";
import { createIncentive } from "#db/incentives.ts";
import { incentiveShape } from "./shapes.ts";

export const GET = tenantRoute({ scope: "read" }, async ({ scope, now }) => ({
  data: await listBudgetedIncentives(scope, now),
}));

export const POST = tenantRoute(
  { role: "admin", scope: "admin", body: incentiveShape },
  async ({ scope, actor, now, body }) => {
    const incentive = await createIncentive(scope, body, now);
    await recordAudit(scope, { actor, action: "incentive.created", subjectId: incentive.id, change: body, now });
    return created(incentive);
  },
);
