import { and, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { TemplateUse } from "#domain/template-view.ts";
import { templates } from "./schema/templates.ts";
import type { Scope } from "./scope.ts";
import { getTemplate } from "./templates.ts";

type Used = { template: string; sequence_id: string; name: string; by: TemplateUse["by"] };

/** Which sequences name which saved template, each once, by the strongest way in which they do. */
export async function usesOfTemplates(scope: Scope): Promise<Map<string, TemplateUse[]>> {
  const { tenantId } = scope;
  // An arm of an experiment may name another template than its step. A version says its messages in `steps`, a draft in its graph only. A version without a live publication runs on for
  // whoever entered on it.
  const rows = await scope.db.execute<Used>(sql`
    with live as (
      select distinct on (sequence_id) sequence_id, version_id from publications
      where tenant_id = ${tenantId} order by sequence_id, id desc),
    named as (
      select v.sequence_id, step ->> 'template' as template,
        case when v.id = live.version_id then 'live'
          when exists (select 1 from enrollments e
            where e.tenant_id = v.tenant_id and e.version_id = v.id and e.closed_at is null) then 'running'
        end as by
      from sequence_versions v
      left join live on live.sequence_id = v.sequence_id
      cross join lateral jsonb_array_elements(v.steps) step
      where v.tenant_id = ${tenantId}
      union all
      select d.sequence_id, step ->> 'template', 'draft'
      from sequence_drafts d cross join lateral jsonb_array_elements(d.graph -> 'steps') step
      where d.tenant_id = ${tenantId}
      union all
      select e.sequence_id, arm -> 'change' ->> 'template', 'live'
      from experiments e cross join lateral jsonb_array_elements(e.arms) arm
      where e.tenant_id = ${tenantId} and coalesce((
        select a.kind from experiment_acts a
        where a.tenant_id = e.tenant_id and a.experiment_id = e.id and a.kind <> 'changed'
        order by a.seq desc limit 1), 'created') in ('created', 'started', 'paused', 'resumed', 'promoted'))
    select distinct on (n.template, n.sequence_id) n.template, n.sequence_id, s.name, n.by
    from named n join sequences s on s.tenant_id = ${tenantId} and s.id = n.sequence_id
    where n.by is not null and n.template like 'tmpl\\_%' and s.archived_at is null
    order by n.template, n.sequence_id, array_position(array['live', 'running', 'draft'], n.by)`);
  const uses = new Map<string, TemplateUse[]>();
  for (const { template, sequence_id: sequenceId, name, by } of rows)
    uses.set(template, [...(uses.get(template) ?? []), { sequenceId, name, by }]);
  return uses;
}

/** Puts a template away: nobody can choose it any more, its versions stay. One that a sequence uses is refused. */
export async function archiveTemplate(scope: Scope, id: string, now: Date): Promise<void> {
  await getTemplate(scope, id);
  const used = (await usesOfTemplates(scope)).get(id) ?? [];
  if (used.length > 0) {
    const by = used.map(({ name }) => `“${name}”`).join(", ");
    throw new AppError("conflict", `This template is used by ${by}. Choose another there first.`);
  }
  const mine = and(eq(templates.tenantId, scope.tenantId), eq(templates.id, id), isNull(templates.archivedAt));
  await scope.db.update(templates).set({ archivedAt: now }).where(mine);
}
