import { type SQL, sql } from "drizzle-orm";
import type { QueueFilter, QueueTab } from "#domain/draft-queue.ts";
import { containing } from "./keyset.ts";

type TabRows = { from: SQL; where: SQL; sort: SQL; ascending: boolean };

/** Which drafts a tab shows, by what they are sorted, and whether the earliest stand first. Each has an index in that order. */
export const tabs: Record<QueueTab, TabRows> = {
  waiting: {
    from: sql`drafts`,
    where: sql`drafts.place = 'waiting'`,
    sort: sql`coalesce(drafts.review_due_at, drafts.created_at)`,
    ascending: true,
  },
  held: { from: sql`drafts`, where: sql`drafts.place = 'held'`, sort: sql`drafts.created_at`, ascending: false },
  sent: {
    from: sql`messages join drafts on drafts.id = messages.draft_id`,
    where: sql`messages.status = 'sent'`,
    sort: sql`messages.sent_at`,
    ascending: false,
  },
  decided: {
    from: sql`reviews join drafts on drafts.id = reviews.draft_id`,
    where: sql`reviews.verdict is not null and drafts.place is distinct from 'waiting' and not exists (
      select from reviews later where later.draft_id = reviews.draft_id and later.seq > reviews.seq
        and (later.verdict is not null or later.kind = 'undone'))`,
    sort: sql`reviews.at`,
    ascending: false,
  },
};

/** What a filter asks of `drafts` beyond its tab. `me` is the member who asks; a key is nobody's assignee. */
export function filtered({ tab, ...filter }: QueueFilter, me: string | null): SQL {
  const { search, sequenceId, stepId, pattern, finding, hold, language, assignee } = filter;
  const asked: (SQL | false | undefined)[] = [
    sequenceId !== undefined && sql`starts_with(drafts.pattern, ${`${sequenceId}/`})`,
    stepId !== undefined && sql`split_part(drafts.pattern, '/', 2) = ${stepId}`,
    pattern !== undefined && sql`drafts.pattern = ${pattern}`,
    finding !== undefined && sql`drafts.findings @> ${JSON.stringify([{ code: finding }])}::jsonb`,
    hold !== undefined && sql`drafts.holds @> array[${hold}::text]`,
    language !== undefined && sql`drafts.language = ${language}`,
    assignee !== undefined && takenBy(assignee, me),
    search ? found(containing(search), tab) : undefined,
  ];
  return sql.join(
    asked.map((part) => part || sql`true`),
    sql` and `,
  );
}

function takenBy(assignee: string, me: string | null): SQL {
  const taken = sql`select from draft_assignments a where a.decision_id = drafts.decision_id`;
  if (assignee === "none") return sql`not exists (${taken} and a.member_id is not null)`;
  return sql`exists (${taken} and a.member_id = ${assignee === "me" ? me : assignee})`;
}

/**
 * By the shopper's address or name, and among what is open by words of the subject. Of the few that are open each is looked
 * up, by a scalar, because an `in` would scan all contacts; the many that are past are found from the contacts' side.
 */
function found(like: string, tab: QueueTab): SQL {
  const named = sql`(c.address ilike ${like} or concat_ws(' ', c.first_name, c.last_name) ilike ${like})`;
  if (tab === "sent" || tab === "decided")
    return sql`drafts.decision_id in (select d.id from contacts c join enrollments e on e.contact_id = c.id
      join decisions d on d.enrollment_id = e.id where ${named})`;
  return sql`(drafts.words ->> 'subject' ilike ${like} or (select ${named} from decisions d
    join enrollments e on e.id = d.enrollment_id join contacts c on c.id = e.contact_id where d.id = drafts.decision_id))`;
}
