import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { readTemplateVersion, restoreTemplate } from "#db/template-publication.ts";

const params = z.object({ id: z.string() });
const query = z.object({ number: z.coerce.number().int().min(1) });
const body = z.object({ restores: z.int().min(1) });

/** What a version shows. */
export const GET = tenantRoute({ params, query }, async ({ scope, params, query }) => ({
  document: await readTemplateVersion(scope, params.id, query.number),
}));

/** Rolls back: publishes what an older version shows as the next one. */
export const POST = tenantRoute(
  { role: "marketer", scope: "admin", params, body },
  async ({ scope, actor, now, params, body }) => {
    const asked = { templateId: params.id, number: body.restores };
    const { versionId, number } = await restoreTemplate(scope, asked, actor.id, now);
    const change = { versionId, number, restores: body.restores };
    await recordAudit(scope, { actor, action: "template.restored", subjectId: params.id, change, now });
    return created(change);
  },
);
