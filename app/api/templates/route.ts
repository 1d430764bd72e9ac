import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import type { Scope } from "#db/scope.ts";
import { readTemplateDraft } from "#db/template-drafts.ts";
import { listTemplates } from "#db/template-views.ts";
import { createTemplate } from "#db/templates.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import type { TemplateRef } from "#domain/sequence.ts";
import { builtInDocument } from "#domain/template-document/built-in.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import { refSchema, templateNameSchema } from "./shapes.ts";

const body = z.object({ name: templateNameSchema, from: refSchema });

/** The templates that members made. */
export const GET = tenantRoute({}, async ({ scope }) => ({ rows: await listTemplates(scope), next: null }));

/** Starts a template from a built-in one, or from what is being edited of another. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", body }, async ({ scope, actor, now, body }) => {
  const { name, from } = body;
  const id = await createTemplate(scope, { name, document: await documentFrom(scope, from) }, actor.id, now);
  await recordAudit(scope, { actor, action: "template.created", subjectId: id, change: { name, from }, now });
  return created({ id });
});

async function documentFrom(scope: Scope, from: TemplateRef): Promise<TemplateDocument> {
  if (isSavedTemplate(from)) return (await readTemplateDraft(scope, from)).document;
  return builtInDocument(from, languageOf((await getTenant(scope)).language));
}
