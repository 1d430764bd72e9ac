import { and, desc, eq } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type DocumentFault, documentFaultsOf } from "#domain/template-document/faults.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { newId } from "./ids.ts";
import { templates, templateVersions } from "./schema/templates.ts";
import type { Scope } from "./scope.ts";
import { readTemplateDraft } from "./template-drafts.ts";
import { getTemplate } from "./templates.ts";
import { getBrand } from "./tenants.ts";

export type TemplatePublication =
  | { kind: "published"; versionId: string; number: number }
  | { kind: "faulty"; faults: DocumentFault[] };

/** Freezes what is being edited as the next version, which is sent from now on; or says what is wrong and where. */
export async function publishTemplate(
  scope: Scope,
  templateId: string,
  by: string | null,
  now: Date,
): Promise<TemplatePublication> {
  const { document } = await readTemplateDraft(scope, templateId);
  const faults = documentFaultsOf(document, await getBrand(scope));
  if (faults.length > 0) return { kind: "faulty", faults };
  return { kind: "published", ...(await freeze(scope, { templateId, document, restores: null }, by, now)) };
}

/** Brings an older version back by publishing it anew; what is being edited stays as it is. */
export async function restoreTemplate(
  scope: Scope,
  { templateId, number }: { templateId: string; number: number },
  by: string | null,
  now: Date,
): Promise<{ versionId: string; number: number }> {
  const document = await readTemplateVersion(scope, templateId, number);
  return freeze(scope, { templateId, document, restores: number }, by, now);
}

/** A version's document. */
export async function readTemplateVersion(scope: Scope, templateId: string, number: number): Promise<TemplateDocument> {
  const mine = and(eq(templateVersions.tenantId, scope.tenantId), eq(templateVersions.templateId, templateId));
  const [row] = await scope.db
    .select({ document: templateVersions.document })
    .from(templateVersions)
    .where(and(mine, eq(templateVersions.number, number)));
  if (!row) throw new AppError("not_found", "There is no such version.");
  return row.document;
}

type Frozen = { templateId: string; document: TemplateDocument; restores: number | null };

async function freeze(scope: Scope, { templateId, document, restores }: Frozen, by: string | null, now: Date) {
  const { tenantId } = scope;
  const template = await getTemplate(scope, templateId);
  if (template.archivedAt) throw new AppError("conflict", "This template was put away.");
  // Two who publish at once come one after the other.
  const theOne = and(eq(templates.tenantId, tenantId), eq(templates.id, templateId));
  await scope.db.select({ id: templates.id }).from(templates).where(theOne).for("update");
  const [last] = await scope.db
    .select({ number: templateVersions.number })
    .from(templateVersions)
    .where(and(eq(templateVersions.tenantId, tenantId), eq(templateVersions.templateId, templateId)))
    .orderBy(desc(templateVersions.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const versionId = newId("templateVersion", now);
  const made = { document, restores, publishedBy: by, publishedAt: now };
  await scope.db.insert(templateVersions).values({ tenantId, id: versionId, templateId, number, ...made });
  return { versionId, number };
}
