import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type LetterMakerKind, type LetterState, type LetterStatus, letterState } from "#domain/letter.ts";
import type { LetterDetail, LetterRow } from "#domain/letter-rows.ts";
import type { Page } from "#domain/rows.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";
import { searchWords } from "./search-words.ts";

const columns = sql`letters.id, letters.status, letters.reason, letters.from_address as "from",
  letters.to_addresses as "to", letters.cc_addresses as cc, letters.bcc_addresses as bcc, letters.subject, letters.tags,
  letters.holds, letters.flags, letters.mode, letters.made_by_kind as "madeByKind", letters.made_by_id as "madeById",
  coalesce(members.name, api_keys.name) as "madeByName", letters.test,
  letters.conversation_id as "conversationId", letters.words_hash as "wordsHash", letters.review_due_at as "reviewDueAt",
  letters.send_at as "sendAt", letters.sent_at as "sentAt", letters.created_at as "createdAt"`;
const makers = sql`left join members on members.tenant_id = letters.tenant_id and members.id = letters.made_by_id
  left join api_keys on api_keys.tenant_id = letters.tenant_id and api_keys.id = letters.made_by_id`;

type Found = Omit<LetterRow, "status" | "madeBy"> & {
  status: LetterStatus;
  madeByKind: LetterMakerKind;
  madeById: string;
  madeByName: string | null;
};

function rowOf(found: Found, now: Date): LetterRow {
  const { madeByKind, madeById, madeByName, status, sendAt, sentAt, createdAt, reviewDueAt, ...row } = found;
  return {
    ...row,
    status: letterState({ status, sendAt: sendAt === null ? null : new Date(sendAt) }, now),
    madeBy: { kind: madeByKind, id: madeById, name: madeByName },
    reviewDueAt: isoOrNull(status === "pending_approval" ? reviewDueAt : null),
    ...{ sendAt: isoOrNull(sendAt), sentAt: isoOrNull(sentAt), createdAt: iso(createdAt) },
  };
}

export type LetterFilter = {
  state?: LetterState;
  to?: string;
  tag?: string;
  search?: string;
  after?: string;
  limit?: number;
};

/** Letters newest first; those that wait for a person come oldest first, as a queue does. */
export async function listLetters(scope: Scope, filter: LetterFilter, now: Date): Promise<Page<LetterRow>> {
  const { state, to, tag, search, limit = 50 } = filter;
  const after = readPosition(filter.after);
  const queue = state === "pending_approval";
  const direction = queue ? sql`asc` : sql`desc`;
  const found = search?.trim() ? await searchWords(scope, "letter", search) : null;
  const rows = await scope.db.execute<Found & { at: string }>(sql`
    select ${columns}, letters.created_at::text as at from letters ${makers}
    where ${state ? standing(state, now) : sql`true`}
      and ${to ? sql`${to} = any(letters.to_addresses || letters.cc_addresses || letters.bcc_addresses)` : sql`true`}
      and ${tag ? sql`${tag} = any(letters.tags)` : sql`true`}
      and ${found ? found.of(sql`letters.id`) : sql`true`}
      and ${after ? sql`(letters.created_at, letters.id) ${queue ? sql`>` : sql`<`} (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by letters.created_at ${direction}, letters.id ${direction} limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  return { rows: kept.map(({ at: _, ...row }) => rowOf(row, now)), next };
}

function standing(state: LetterState, now: Date) {
  const ahead = sql`coalesce(letters.send_at > ${iso(now)}, false)`;
  if (state === "scheduled") return sql`letters.status = 'queued' and ${ahead}`;
  if (state === "queued") return sql`letters.status = 'queued' and not ${ahead}`;
  return sql`letters.status = ${state}`;
}

/** One letter in full, without the content of its files. */
export async function readLetter(scope: Scope, id: string, now: Date): Promise<LetterDetail> {
  const [found] = await scope.db.execute<
    Found & Pick<LetterDetail, "replyTo" | "html" | "text" | "headers" | "attachments" | "reviews" | "reports">
  >(sql`
    select ${columns}, letters.reply_to as "replyTo", letters.html, letters.text, letters.headers,
      coalesce((select json_agg(json_build_object('name', name, 'contentType', content_type, 'byteCount', byte_count)
        order by position) from letter_files f where f.letter_id = letters.id), '[]') as attachments,
      coalesce((select json_agg(json_build_object('act', r.act, 'by', coalesce(m.name, k.name, r.by_id),
        'viaKey', r.via_key_id is not null, 'reason', r.reason, 'at', r.at) order by r.seq)
        from letter_reviews r left join members m on m.tenant_id = r.tenant_id and m.id = r.by_id
        left join api_keys k on k.tenant_id = r.tenant_id and k.id = r.by_id
        where r.letter_id = letters.id), '[]') as reviews,
      coalesce((select json_agg(json_build_object('kind', e.kind, 'at', e.at) order by e.at, e.id)
        from message_events e where e.message_id = letters.id), '[]') as reports
    from letters ${makers} where letters.id = ${id}`);
  if (!found) throw new AppError("not_found", "There is no such letter");
  const { replyTo, html, text, headers, attachments, reviews, reports, ...row } = found;
  return {
    ...rowOf(row, now),
    ...{ replyTo, html, text, headers, attachments },
    reviews: reviews.map((review) => ({ ...review, at: iso(review.at) })),
    reports: reports.map((report) => ({ ...report, at: iso(report.at) })),
  };
}

/** How many letters wait for a person, and since when the first does. */
export async function countPendingLetters(scope: Scope): Promise<{ count: number; since: string | null }> {
  const [found] = await scope.db.execute<{ count: number; since: string | null }>(sql`
    select count(*)::int as count, min(created_at) as since from letters where status = 'pending_approval'`);
  return { count: found?.count ?? 0, since: isoOrNull(found?.since ?? null) };
}
