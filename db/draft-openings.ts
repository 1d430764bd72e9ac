import { sql } from "drizzle-orm";
import type { ClusterDraft } from "#domain/cluster-review.ts";
import type { Approval } from "#domain/draft-queue.ts";
import { decisionOf } from "./draft-comments.ts";
import { iso } from "./instants.ts";
import { draftViews } from "./schema/queue.ts";
import type { Scope } from "./scope.ts";

/** Notes that a member has a draft before them. */
export async function recordOpening(
  scope: Scope,
  opened: { draftId: string; memberId: string },
  now: Date,
): Promise<void> {
  await decisionOf(scope, opened.draftId);
  await scope.db
    .insert(draftViews)
    .values({ tenantId: scope.tenantId, ...opened, firstAt: now, lastAt: now })
    .onConflictDoUpdate({
      target: [draftViews.tenantId, draftViews.draftId, draftViews.memberId],
      set: { lastAt: now },
    });
}

/** Who has had a draft open, and when last; the latest first. */
export async function listOpenings(scope: Scope, draftId: string): Promise<Approval[]> {
  const rows = await scope.db.execute<Approval>(sql`
    select m.id, m.name, v.last_at as at from draft_views v join members m on m.id = v.member_id
    where v.draft_id = ${draftId} and m.removed_at is null order by v.last_at desc limit 50`);
  return [...rows].map((row) => ({ ...row, at: iso(row.at) }));
}

/** What is known of the named drafts, and when this member last had each open. Unknown ids are left out. */
export async function readCluster(
  scope: Scope,
  asked: { ids: string[]; memberId: string },
): Promise<Map<string, ClusterDraft>> {
  const rows = await scope.db.execute<Omit<ClusterDraft, "openedAt"> & { openedAt: string | null }>(sql`
    select drafts.id, drafts.pattern, jsonb_array_length(drafts.findings) as findings, v.last_at as "openedAt",
      exists (select from reviews r where r.draft_id = drafts.id and r.verdict in ('rejected', 'edited')
        and not exists (select from reviews u where u.draft_id = r.draft_id and u.kind = 'undone' and u.seq > r.seq)
      ) as refused
    from jsonb_array_elements_text(${JSON.stringify(asked.ids)}::jsonb) asked(id) join drafts on drafts.id = asked.id
    left join draft_views v on v.draft_id = drafts.id and v.member_id = ${asked.memberId}
    where drafts.words is not null`);
  return new Map([...rows].map((row) => [row.id, { ...row, openedAt: row.openedAt ? new Date(row.openedAt) : null }]));
}
