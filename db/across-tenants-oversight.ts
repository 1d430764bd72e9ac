import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

type Standing = { tenantId: string; id: string };

/**
 * The decisions whose words should have gone on: past their deadline, held because their facts moved and not written anew,
 * or let go by somebody without being queued. A sequence that is walked to its end does not end its last message.
 */
export async function acrossTenantsStandingDrafts(now: Date, limit: number): Promise<Standing[]> {
  return workerSql()<Standing[]>`
    with soon as (select ${iso(now)}::timestamptz - interval '1 minute' as at)
    (select d.tenant_id as "tenantId", d.decision_id as id from drafts d, soon
      where d.place = 'waiting' and d.review_due_at < soon.at limit ${limit})
    union
    (select d.tenant_id, d.decision_id from soon, drafts d
      join lateral (select kind, until, r.at from reviews r where r.tenant_id = d.tenant_id and r.draft_id = d.id
        order by seq desc limit 1) r on true
      where d.place = 'held' and (r.until < soon.at or (r.kind = 'revalidated' and r.at < soon.at)) limit ${limit})
    union
    (select d.tenant_id, d.decision_id from soon, reviews r
      join drafts d on d.tenant_id = r.tenant_id and d.id = coalesce(r.edited_draft_id, r.draft_id)
      join decisions c on c.tenant_id = d.tenant_id and c.id = d.decision_id
      join enrollments e on e.tenant_id = c.tenant_id and e.id = c.enrollment_id
        and (e.closed_at is null or e.close_reason = 'finished')
      left join messages m on m.tenant_id = d.tenant_id and m.decision_id = d.decision_id
      where r.kind in ('approved', 'edited', 'released') and r.at < soon.at
        and case when m.id is null then e.closed_at is null else m.status = 'held' end
        and not exists (select from drafts o where o.tenant_id = d.tenant_id and o.decision_id = d.decision_id
          and o.place is not null) limit ${limit})`;
}
