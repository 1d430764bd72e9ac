import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { QueueFilter, QueueHint, QueuePlace, QueueRow, WaitingCount } from "#domain/draft-queue.ts";
import type { DraftDetail, Page } from "#domain/rows.ts";
import { filtered, tabs } from "./draft-filters.ts";
import { draftColumns, draftJoins, draftOf, type FoundDraft, inWrittenOrder } from "./draft-rows.ts";
import { isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/**
 * One tab of the queue: drafts that wait come by deadline, the others newest first. The page is cut by one index before
 * anything is joined to it.
 */
export async function listDrafts(
  scope: Scope,
  {
    me = null,
    after: asked,
    limit = 50,
    ...filter
  }: QueueFilter & { me?: string | null; after?: string; limit?: number },
): Promise<Page<QueueRow>> {
  const after = readPosition(asked);
  const { from, where, sort, ascending } = tabs[filter.tab];
  const beyond = ascending ? sql`>` : sql`<`;
  const direction = ascending ? sql`asc` : sql`desc`;
  const rows = await inWrittenOrder<FoundDraft & { at: string }>(
    scope,
    sql`
    with page as materialized (
      select drafts.id, ${sort} as sorted_at from ${from}
      where ${where} and ${await filtered(scope, filter, me)}
        and ${after ? sql`(${sort}, drafts.id) ${beyond} (${after.at}::timestamptz, ${after.id})` : sql`true`}
      order by ${sort} ${direction}, drafts.id ${direction} limit ${limit + 1}
    )
    select ${draftColumns}, page.sorted_at::text as at
    from page join drafts on drafts.id = page.id ${draftJoins}
    order by page.sorted_at ${direction}, page.id ${direction}`,
  );
  const { kept, next } = pageOf([...rows], limit);
  return { rows: kept.map(({ at: _, ...row }) => draftOf(row)), next };
}

/** How many drafts wait for a person, and the nearest deadline. */
export async function countWaiting(scope: Scope): Promise<WaitingCount> {
  const [found] = await scope.db.execute<{ count: number; next: string | null }>(sql`
    select count(*)::int as count, min(review_due_at) as next from drafts where place = 'waiting'`);
  return { count: found?.count ?? 0, nextDueAt: isoOrNull(found?.next ?? null) };
}

/** What waits, and a word that is another as soon as anybody's view of the queue would be. */
export async function readQueueHint(scope: Scope): Promise<QueueHint> {
  const [found] = await scope.db.execute<{ count: number; next: string | null; version: string }>(sql`
    select count(*)::int as count, min(review_due_at) as next,
      md5(concat_ws(' ', count(*), sum(hashtext(id)::bigint),
        (select concat_ws(' ', count(*), sum(hashtext(id)::bigint)) from drafts where place = 'held'),
        (select max(id) from drafts), (select max(sent_at) from messages),
        (select sum(hashtext(id)::bigint) from (select id from reviews order by at desc, draft_id desc limit 50) acts),
        (select max(id) from draft_comments), (select max(at) from draft_assignments))) as version
    from drafts where place = 'waiting'`);
  const { count, next, version } = found ?? { count: 0, next: null, version: "" };
  return { version, waiting: { count, nextDueAt: isoOrNull(next) } };
}

/** A draft as its page needs it, before claims, comparison and comments are put beside it. */
export type StoredDraft = DraftDetail & QueueRow & { place: QueuePlace | null; decisionId: string; version: number };

/** One draft in full. A draft without words was a failed attempt and has no page. */
export async function readDraft(scope: Scope, draftId: string): Promise<StoredDraft> {
  const [found] = await inWrittenOrder<FoundDraft<StoredDraft>>(
    scope,
    sql`
    select ${draftColumns}, drafts.words, drafts.brief, drafts.findings as inspection, drafts.decision_id as "decisionId",
      coalesce(sequence_versions.steps -> decisions.position ->> 'template', 'reminder') as template,
      sequence_versions.number as version, drafts.place,
      drafts.mode, drafts.model, drafts.fallback_reason as "fallbackReason", drafts.author_id as "authorId",
      drafts.attempt, messages.status as "messageStatus", enrollments.closed_at is not null as closed,
      case when reviews.verdict is not null then json_build_object('verdict', reviews.verdict, 'reason', reviews.reason,
        'by', coalesce(members.name, api_keys.name, reviews.by_id), 'byPolicy', reviews.by_kind = 'policy',
        'at', reviews.at) end as review
    from drafts ${draftJoins}
    left join members on members.id = reviews.by_id left join api_keys on api_keys.id = reviews.by_id
    where drafts.id = ${draftId} and drafts.words is not null`,
  );
  if (!found) throw new AppError("not_found", "There is no such draft");
  return draftOf(found);
}
