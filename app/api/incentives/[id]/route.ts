import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { archiveIncentive, saveIncentive } from "#db/incentives.ts";
import { incentiveShape } from "../shapes.ts";

const params = z.object({ id: z.string() });

export const PUT = tenantRoute(
  { role: "admin", scope: "admin", params, body: incentiveShape },
  async ({ scope, actor, now, params: { id }, body }) => {
    const incentive = await saveIncentive(scope, id, body);
    await recordAudit(scope, { actor, action: "incentive.changed", subjectId: id, change: body, now });
    return incentive;
  },
);

/** Takes it out of use; a step that offered it is then sent without an offer. */
export const DELETE = tenantRoute(
  { role: "admin", scope: "admin", params },
  async ({ scope, actor, now, params: { id } }) => {
    await archiveIncentive(scope, id, now);
    await recordAudit(scope, { actor, action: "incentive.archived", subjectId: id, now });
  },
);
