import { type SQL, sql } from "drizzle-orm";
import type { QueueFilter, QueueTab } from "#domain/draft-queue.ts";
import { containing } from "./keyset.ts";
import type { Scope } from "./scope.ts";
import { searchContacts } from "./search-words.ts";

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
export async function filtered(scope: Scope, { tab, ...filter }: QueueFilter, me: string | null): Promise<SQL> {
  const { search, sequenceId, stepId, pattern, finding, hold, language, assignee } = filter;
  const asked: (SQL | false | undefined)[] = [
    sequenceId !== undefined && sql`starts_with(drafts.pattern, ${`${sequenceId}/`})`,
    stepId !== undefined && sql`split_part(drafts.pattern, '/', 2) = ${stepId}`,
    pattern !== undefined && sql`drafts.pattern = ${pattern}`,
    finding !== undefined && sql`drafts.findings @> ${JSON.stringify([{ code: finding }])}::jsonb`,
    hold !== undefined && sql`drafts.holds @> array[${hold}::text]`,
    language !== undefined && sql`drafts.language = ${language}`,
    assignee !== undefined && takenBy(assignee, me),
    search?.trim() ? await found(scope, search.trim(), tab) : undefined,
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

/** By beginnings of words of the shopper's name or address, and among the few that are open by any part of the subject. */
async function found(scope: Scope, search: string, tab: QueueTab): Promise<SQL> {
  const people = await searchContacts(scope, search);
  if (tab === "sent") return people.of(sql`messages.contact_id`);
  const whose = sql`(select e.contact_id from decisions d join enrollments e on e.id = d.enrollment_id
    where d.id = drafts.decision_id)`;
  if (tab !== "decided") return sql`(drafts.words ->> 'subject' ilike ${containing(search)} or ${people.of(whose)})`;
  if (!people.few) return people.of(whose);
  return sql`drafts.decision_id in (select d.id from enrollments e join decisions d on d.enrollment_id = e.id
    where ${people.of(sql`e.contact_id`)})`;
}
