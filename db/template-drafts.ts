import { and, eq } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import type { TemplateDraft } from "#domain/template-view.ts";
import { templateDrafts } from "./schema/templates.ts";
import { members } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

/** What is being edited of a template. */
export async function readTemplateDraft(scope: Scope, templateId: string): Promise<TemplateDraft> {
  const [saved] = await scope.db
    .select({
      ...{ document: templateDrafts.document, revision: templateDrafts.revision },
      ...{ savedBy: members.name, savedAt: templateDrafts.savedAt },
    })
    .from(templateDrafts)
    .leftJoin(members, and(eq(members.tenantId, templateDrafts.tenantId), eq(members.id, templateDrafts.savedBy)))
    .where(and(eq(templateDrafts.tenantId, scope.tenantId), eq(templateDrafts.templateId, templateId)));
  if (!saved || !isSavedTemplate(templateId)) throw new AppError("not_found", "There is no such template.");
  return { ...saved, templateId, savedAt: saved.savedAt.toISOString() };
}

/**
 * Saves what is being edited over the revision that it was made from, and answers the new revision; null when somebody has
 * saved another since. One statement decides, so that of two savers at once one wins.
 */
export async function saveTemplateDraft(
  scope: Scope,
  draft: { templateId: string; document: TemplateDocument; revision: number },
  by: string | null,
  now: Date,
): Promise<number | null> {
  const { templateId, document, revision } = draft;
  const mine = and(eq(templateDrafts.tenantId, scope.tenantId), eq(templateDrafts.templateId, templateId));
  const [row] = await scope.db
    .update(templateDrafts)
    .set({ document, revision: revision + 1, savedBy: by, savedAt: now })
    .where(and(mine, eq(templateDrafts.revision, revision)))
    .returning({ revision: templateDrafts.revision });
  if (!row) await readTemplateDraft(scope, templateId);
  return row?.revision ?? null;
}
