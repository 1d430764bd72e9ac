import { graphOfSteps } from "#domain/sequence-graph.ts";
import { builtInDocument } from "#domain/template-document/built-in.ts";
import { sequenceDrafts } from "../schema/sequences.ts";
import { templateDrafts, templates, templateVersions } from "../schema/templates.ts";
import type { Scope } from "../scope.ts";
import { readTemplateDraft, saveTemplateDraft } from "../template-drafts.ts";
import { publishTemplate, readTemplateVersion, restoreTemplate } from "../template-publication.ts";
import { archiveTemplate, usesOfTemplates } from "../template-uses.ts";
import { listTemplates, readTemplate } from "../template-views.ts";
import { baseOf, createTemplate, getTemplate, publishedTemplates, renameTemplate, templateOf } from "../templates.ts";
import type { Owned, Rows } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

const idOf = ({ tenantId }: Pick<Owned, "tenantId">) => `tmpl_${tenantId.replace(/[^a-z]/g, "")}`;
const idleOf = (of: Pick<Owned, "tenantId">) => `${idOf(of)}idle`;
const document = builtInDocument("reminder", "en");

/** A published template that a sequence names, and one that nobody uses. */
export async function tellTemplates(
  { db, tenantId }: Scope,
  owned: Omit<Owned, keyof Rows>,
  { name, at }: { name: string; at: Date },
): Promise<void> {
  const said = { ...document, footer: { text: { en: `Footer of ${name}` } } };
  for (const id of [idOf(owned), idleOf(owned)]) {
    await db.insert(templates).values({ tenantId, id, name: `Template ${id}`, createdBy: owned.member, createdAt: at });
    const draft = { document: said, revision: 1, savedBy: owned.member, savedAt: at };
    await db.insert(templateDrafts).values({ tenantId, templateId: id, ...draft });
    const version = { id: `tver_${id}`, templateId: id, number: 1, document: said, publishedBy: owned.member };
    await db.insert(templateVersions).values({ tenantId, ...version, publishedAt: at });
  }
  const step = { id: "worn", delayMinutes: 60, purpose: "reminder" as const, offer: { kind: "none" as const } };
  const graph = graphOfSteps([{ ...step, template: `tmpl_${tenantId.replace(/[^a-z]/g, "")}`, oversight: null }]);
  const kept = { graph, revision: 1, savedAt: at };
  const values = { tenantId, sequenceId: owned.idleSequence, ...kept };
  await db
    .insert(sequenceDrafts)
    .values(values)
    .onConflictDoUpdate({ target: [sequenceDrafts.tenantId, sequenceDrafts.sequenceId], set: kept });
}

/** What can be read of templates, asked for what is another tenant's. */
export const templateReads: Record<string, Call> = {
  baseOf: (b, a) => baseOf(b, idOf(a)),
  getTemplate: (b, a) => getTemplate(b, idOf(a)),
  listTemplates,
  publishedTemplates,
  readTemplate: (b, a) => readTemplate(b, idOf(a)),
  readTemplateDraft: (b, a) => readTemplateDraft(b, idOf(a)),
  readTemplateVersion: (b, a) => readTemplateVersion(b, idOf(a), 1),
  templateOf: (b, a) => templateOf(b, idOf(a)),
  usesOfTemplates: async (b) => [...(await usesOfTemplates(b))],
};

export const templateWrites: Record<string, Call> = {
  archiveTemplate: (b, a, now) => archiveTemplate(b, idleOf(a), now),
  createTemplate: (b, _, now) => createTemplate(b, { name: "Theirs", document }, null, now),
  publishTemplate: (b, a, now) => publishTemplate(b, idOf(a), null, now),
  renameTemplate: (b, a) => renameTemplate(b, idOf(a), "Theirs"),
  restoreTemplate: (b, a, now) => restoreTemplate(b, { templateId: idOf(a), number: 1 }, null, now),
  saveTemplateDraft: (b, a, now) => saveTemplateDraft(b, { templateId: idOf(a), document, revision: 1 }, null, now),
};
