import { and, desc, eq, sql } from "drizzle-orm";
import { readDocument } from "#domain/template-document/faults.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { languagesOf } from "#domain/template-document/texts.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import type { TemplateRow, TemplateTroubleCount, TemplateView } from "#domain/template-view.ts";
import { templateVersions } from "./schema/templates.ts";
import { members } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";
import { usesOfTemplates } from "./template-uses.ts";
import { getTemplate } from "./templates.ts";

type Listed = {
  id: string;
  name: string;
  draft: TemplateDocument;
  number: number | null;
  changed: boolean;
  saved_at: Date | string;
};

/** The tenant's templates that are not put away, the one saved last on top. */
export async function listTemplates(scope: Scope): Promise<TemplateRow[]> {
  const rows = await scope.db.execute<Listed>(sql`
    select t.id, t.name, d.document as draft, v.number, d.saved_at,
      v.document is null or v.document <> d.document as changed
    from templates t
    join template_drafts d on d.tenant_id = t.tenant_id and d.template_id = t.id
    left join lateral (
      select number, document from template_versions
      where tenant_id = t.tenant_id and template_id = t.id order by number desc limit 1) v on true
    where t.tenant_id = ${scope.tenantId} and t.archived_at is null
    order by d.saved_at desc, t.id desc
    limit 200`);
  const uses = await usesOfTemplates(scope);
  const troubles = await troublesOf(scope);
  return rows.flatMap(({ id, name, draft, number, changed, saved_at }): TemplateRow[] => {
    const read = readDocument(draft);
    if (!isSavedTemplate(id)) return [];
    const known = "document" in read ? { base: read.document.base, languages: languagesOf(read.document) } : lost;
    const seen = { usedIn: uses.get(id) ?? [], troubles: troubles.get(id) ?? [] };
    return [{ id, name, ...known, number, changed, savedAt: new Date(saved_at).toISOString(), ...seen }];
  });
}

const lost = { base: "reminder" as const, languages: [] };

/** One template with its versions, newest first, and who uses it. */
export async function readTemplate(scope: Scope, id: string): Promise<TemplateView> {
  const template = await getTemplate(scope, id);
  const versions = await scope.db
    .select({
      ...{ id: templateVersions.id, number: templateVersions.number, restores: templateVersions.restores },
      ...{ publishedAt: templateVersions.publishedAt, publishedBy: members.name },
    })
    .from(templateVersions)
    .leftJoin(
      members,
      and(eq(members.tenantId, templateVersions.tenantId), eq(members.id, templateVersions.publishedBy)),
    )
    .where(and(eq(templateVersions.tenantId, scope.tenantId), eq(templateVersions.templateId, id)))
    .orderBy(desc(templateVersions.number));
  return {
    ...{ id: template.id, name: template.name, archivedAt: template.archivedAt?.toISOString() ?? null },
    versions: versions.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() })),
    usedIn: (await usesOfTemplates(scope)).get(id) ?? [],
    troubles: (await troublesOf(scope)).get(id) ?? [],
  };
}

type Troubled = TemplateTroubleCount & { template: string };

/** The messages that could not wear their template since it was last published, by template and reason. */
async function troublesOf(scope: Scope): Promise<Map<string, TemplateTroubleCount[]>> {
  const rows = await scope.db.execute<Troubled>(sql`
    select d.brief ->> 'savedTemplate' as template, m.template_fault as reason, count(*)::int as messages,
      to_char(max(m.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastAt"
    from messages m join drafts d on d.tenant_id = m.tenant_id and d.id = m.draft_id
    where m.tenant_id = ${scope.tenantId} and m.template_fault is not null
      and m.created_at > coalesce((
        select max(v.published_at) from template_versions v
        where v.tenant_id = m.tenant_id and v.template_id = d.brief ->> 'savedTemplate'), 'epoch')
    group by 1, 2`);
  const troubles = new Map<string, TemplateTroubleCount[]>();
  for (const { template, ...trouble } of rows) troubles.set(template, [...(troubles.get(template) ?? []), trouble]);
  return troubles;
}
