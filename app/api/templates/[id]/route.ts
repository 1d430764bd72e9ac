import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { readTemplate } from "#db/template-views.ts";
import { renameTemplate } from "#db/templates.ts";
import { templateNameSchema } from "../shapes.ts";

const params = z.object({ id: z.string() });
const body = z.object({ name: templateNameSchema });

export const GET = tenantRoute({ params }, ({ scope, params }) => readTemplate(scope, params.id));

export const PATCH = tenantRoute(
  { role: "marketer", scope: "admin", params, body },
  async ({ scope, actor, now, params, body }) => {
    await renameTemplate(scope, params.id, body.name);
    await recordAudit(scope, { actor, action: "template.renamed", subjectId: params.id, change: body, now });
    return readTemplate(scope, params.id);
  },
);
