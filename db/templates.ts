import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { SavedTemplateId, TemplateName } from "#domain/sequence.ts";
import { readDocument } from "#domain/template-document/faults.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { isSavedTemplate, type TemplateTrouble } from "#domain/template-ref.ts";
import { newId } from "./ids.ts";
import { templateDrafts, templates, templateVersions } from "./schema/templates.ts";
import type { Scope } from "./scope.ts";

export type Template = { id: SavedTemplateId; name: string; archivedAt: Date | null };

/** One template; `not_found` for another tenant's. */
export async function getTemplate(scope: Scope, id: string): Promise<Template> {
  const [row] = await scope.db
    .select({ id: templates.id, name: templates.name, archivedAt: templates.archivedAt })
    .from(templates)
    .where(and(eq(templates.tenantId, scope.tenantId), eq(templates.id, id)));
  if (!row || !isSavedTemplate(row.id)) throw new AppError("not_found", "There is no such template.");
  return { ...row, id: row.id };
}

/** Makes a template with its first draft; it can be sent once it is published. */
export async function createTemplate(
  scope: Scope,
  { name, document }: { name: string; document: TemplateDocument },
  by: string | null,
  now: Date,
): Promise<string> {
  const { tenantId } = scope;
  const id = newId("template", now);
  await scope.db.insert(templates).values({ tenantId, id, name, createdBy: by, createdAt: now });
  const draft = { document, revision: 1, savedBy: by, savedAt: now };
  await scope.db.insert(templateDrafts).values({ tenantId, templateId: id, ...draft });
  return id;
}

export async function renameTemplate(scope: Scope, id: string, name: string): Promise<void> {
  const mine = and(eq(templates.tenantId, scope.tenantId), eq(templates.id, id));
  const rows = await scope.db.update(templates).set({ name }).where(mine).returning({ id: templates.id });
  if (rows.length === 0) throw new AppError("not_found", "There is no such template.");
}

/** What a message that names a saved template wears: its newest published version, or why there is nothing to wear. */
export type WornTemplate =
  | { kind: "saved"; versionId: string; document: TemplateDocument }
  | { kind: "trouble"; reason: TemplateTrouble };

/**
 * The published document that a reference stands for; null for a built-in template. A text that a language lacks falls back
 * to the document's own language where it is filled in. Versions already published stay sendable after archiving.
 */
export async function templateOf(scope: Scope, ref: string): Promise<WornTemplate | null> {
  if (!ref.startsWith("tmpl_")) return null;
  const [found] = await scope.db
    .select({ id: templateVersions.id, document: templateVersions.document })
    .from(templates)
    .leftJoin(
      templateVersions,
      and(eq(templateVersions.tenantId, templates.tenantId), eq(templateVersions.templateId, templates.id)),
    )
    .where(and(eq(templates.tenantId, scope.tenantId), eq(templates.id, ref)))
    .orderBy(sql`${templateVersions.number} desc nulls last`)
    .limit(1);
  if (!found) return { kind: "trouble", reason: "missing" };
  if (!found.id) return { kind: "trouble", reason: "not_published" };
  const read = readDocument(found.document);
  if (!("document" in read)) return { kind: "trouble", reason: "malformed" };
  return { kind: "saved", versionId: found.id, document: read.document };
}

/** The built-in template behind a saved one, by which its words are written; the draft's before it was ever published. */
export async function baseOf(scope: Scope, id: string): Promise<TemplateName | null> {
  const worn = await templateOf(scope, id);
  return worn?.kind === "saved" ? worn.document.base : null;
}

/** What a sequence may send: templates that were published and are not put away, by name. */
export async function publishedTemplates(
  scope: Scope,
): Promise<{ id: SavedTemplateId; name: string; base: TemplateName; number: number }[]> {
  const rows = await scope.db
    .selectDistinctOn([templates.id], {
      ...{ id: templates.id, name: templates.name, number: templateVersions.number },
      base: sql<TemplateName>`${templateVersions.document} ->> 'base'`,
    })
    .from(templates)
    .innerJoin(
      templateVersions,
      and(eq(templateVersions.tenantId, templates.tenantId), eq(templateVersions.templateId, templates.id)),
    )
    .where(and(eq(templates.tenantId, scope.tenantId), isNull(templates.archivedAt)))
    .orderBy(templates.id, desc(templateVersions.number));
  const known = rows.flatMap((row) => (isSavedTemplate(row.id) ? [{ ...row, id: row.id }] : []));
  return known.sort((a, b) => a.name.localeCompare(b.name));
}
