import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { DraftComment } from "#domain/draft-queue.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { draftComments } from "./schema/queue.ts";
import type { Scope } from "./scope.ts";

/** The decision that a draft's words are for: comments and assignments stay with it when the words are edited. */
export async function decisionOf(scope: Scope, draftId: string): Promise<string> {
  const [found] = await scope.db.execute<{ id: string }>(sql`
    select decision_id as id from drafts where id = ${draftId} and words is not null`);
  if (!found) throw new AppError("not_found", "There is no such draft");
  return found.id;
}

/** What members have said about a draft and the drafts before it, the oldest first. At most the newest 200. */
export async function listComments(scope: Scope, draftId: string): Promise<DraftComment[]> {
  const rows = await scope.db.execute<DraftComment>(sql`
    select * from (
      select c.id, c.text, c.at,
        case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as by
      from drafts d join draft_comments c on c.decision_id = d.decision_id
      left join members m on m.id = c.by_id and m.removed_at is null
      where d.id = ${draftId} order by c.at desc, c.id desc limit 200
    ) newest order by at, id`);
  return [...rows].map((row) => ({ ...row, at: iso(row.at) }));
}

/** Adds a member's comment. Comments are for the tenant's own people and are never sent anywhere. */
export async function addComment(
  scope: Scope,
  said: { draftId: string; by: { id: string; name: string }; text: string },
  now: Date,
): Promise<DraftComment> {
  const { id: byId, name } = said.by;
  const { text } = said;
  const id = newId("comment", now);
  const decisionId = await decisionOf(scope, said.draftId);
  await scope.db.insert(draftComments).values({ tenantId: scope.tenantId, id, decisionId, byId, text, at: now });
  return { id, by: { id: byId, name }, text, at: iso(now) };
}
