import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { archiveTemplate } from "#db/template-uses.ts";

const params = z.object({ id: z.string() });

/** Puts the template away; refused while a sequence uses it, by name. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", params }, async ({ scope, actor, now, params }) => {
  await archiveTemplate(scope, params.id, now);
  await recordAudit(scope, { actor, action: "template.archived", subjectId: params.id, now });
});
