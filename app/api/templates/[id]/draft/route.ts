import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readTemplateDraft, saveTemplateDraft } from "#db/template-drafts.ts";
import { AppError } from "#domain/app-error.ts";
import { documentSchema } from "#domain/template-document/schema.ts";

const params = z.object({ id: z.string() });
const body = z.object({ document: documentSchema, revision: z.int().min(1) });

export const GET = tenantRoute({ params }, ({ scope, params }) => readTemplateDraft(scope, params.id));

/** Saves over the revision it was made from. Where another has been saved since, nothing is written: 409 says by whom. */
export const PUT = tenantRoute(
  { role: "marketer", scope: "admin", params, body },
  async ({ scope, actor, now, params, body }) => {
    const revision = await saveTemplateDraft(scope, { templateId: params.id, ...body }, actor.id, now);
    if (revision !== null) return { revision, savedAt: now.toISOString() };
    const { savedBy, savedAt } = await readTemplateDraft(scope, params.id);
    throw new AppError("conflict", `${savedBy ?? "Somebody"} saved other changes at ${savedAt}.`, "revision");
  },
);
