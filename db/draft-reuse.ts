import { sql } from "drizzle-orm";
import type { Reusable } from "#domain/draft-reuse.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

const mostLooked = 60;

/**
 * Drafts of a pattern that one model wrote for many carts since an instant, those first that a person approved, then the
 * newest. What a person rejected or rewrote, what was blocked, and what was itself reused is none of them.
 */
export async function listReusable(
  scope: Scope,
  { pattern, model, promptVersion, since }: { pattern: string; model: string; promptVersion: string; since: Date },
): Promise<Reusable[]> {
  return scope.db.execute<Reusable>(sql`
    select d.id as "draftId", d.brief, d.words, d.subjects
    from drafts d
    where d.tenant_id = ${scope.tenantId} and d.pattern = ${pattern} and d.created_at >= ${iso(since)}::timestamptz
      and d.chosen and d.writer = 'language_model' and d.reused_from is null
      and d.model = ${model} and d.prompt_version = ${promptVersion}
      and d.words is not null and d.brief is not null
      and not exists (select from jsonb_array_elements(d.findings) f where f ->> 'severity' = 'block')
      and not exists (select from reviews r where r.tenant_id = d.tenant_id and r.draft_id = d.id
        and r.verdict in ('rejected', 'edited'))
    order by exists (select from reviews r where r.tenant_id = d.tenant_id and r.draft_id = d.id
        and r.verdict = 'approved' and r.by_kind <> 'policy') desc, d.created_at desc
    limit ${mostLooked}`);
}
