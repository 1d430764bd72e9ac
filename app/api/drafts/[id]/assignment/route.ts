import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { assignDraft } from "#db/draft-assignments.ts";

const params = z.object({ id: z.string() });
const body = z.object({ memberId: z.string().min(1).max(100).nullable() });

export const PUT = tenantRoute({ role: "marketer", params, body }, async ({ scope, actor, params, body, now }) => {
  const { memberId } = body;
  const assignee = await assignDraft(scope, { draftId: params.id, memberId, byId: actor.id }, now);
  await recordAudit(scope, { actor, action: "draft.assigned", subjectId: params.id, change: { memberId }, now });
  return { assignee };
});
