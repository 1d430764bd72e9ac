import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { MailDetail, MailRow, Page } from "#domain/rows.ts";
import { iso } from "./instants.ts";
import { containing, pageOf, readPosition } from "./keyset.ts";
import { listMailPictures, type MailPicture } from "./report-mails.ts";
import type { Scope } from "./scope.ts";
import { searchContacts, searchWords } from "./search-words.ts";

export type MailFilter = { left: boolean; search?: string; after?: string; limit?: number };

/**
 * Mail to shoppers and to members, and letters, in one list, newest first: what left, or what did not (queued, failed, stopped).
 * Each part is sorted and cut by itself, so that the index on the sent time carries the list.
 */
export async function listMails(scope: Scope, filter: MailFilter): Promise<Page<MailRow>> {
  const limit = filter.limit ?? 50;
  const after = readPosition(filter.after);
  const text = filter.search?.trim();
  const people = text ? await searchContacts(scope, text) : null;
  const letters = text ? await searchWords(scope, "letter", text) : null;
  const at = filter.left ? sql`sent_at` : sql`created_at`;
  const before = (sort: typeof at) =>
    after ? sql`(${sort}, id) < (${after.at}::timestamptz, ${after.id})` : sql`true`;
  const rows = await scope.db.execute<MailRow & { sort: string }>(sql`
    select *, at::text as sort, array(select distinct message_events.kind from message_events
      where message_events.message_id = mails.id order by 1) as reports
    from (
      (select id, 'recovery' as kind, to_address as "to", subject, status, reason, ${at} as at from messages
        where ${filter.left ? sql`status = 'sent' and sent_at is not null` : sql`status <> 'sent'`}
          and ${people ? people.of(sql`contact_id`) : sql`true`} and ${before(at)} order by ${at} desc, id desc limit ${limit + 1})
      union all
      (select id, kind, to_address, subject, status, reason, created_at from system_mails
        where ${filter.left ? sql`status = 'sent'` : sql`status <> 'sent'`}
          and ${text ? sql`to_address ilike ${containing(text)}` : sql`true`} and ${before(sql`created_at`)} order by created_at desc, id desc limit ${limit + 1})
      union all
      (select id, 'letter', array_to_string(to_addresses, ', '), subject, ${letterStatus}, reason, ${at} from letters
        where ${filter.left ? sql`status = 'sent' and sent_at is not null` : sql`status <> 'sent'`}
          and ${letters ? letters.of(sql`letters.id`) : sql`true`} and ${before(at)}
        order by ${at} desc, id desc limit ${limit + 1})
    ) mails order by at desc, id desc limit ${limit + 1}`);
  const { kept, next } = pageOf(
    [...rows].map((row) => ({ row, at: row.sort, id: row.id })),
    limit,
  );
  return { rows: kept.map(({ row: { sort: _, ...row } }) => ({ ...row, at: iso(row.at) })), next };
}

const letterStatus = sql`case when status in ('queued', 'sending', 'sent', 'failed') then status
  when status = 'pending_approval' then 'held' else 'stopped' end`;

/** One mail as it was sent, or as it would have been: both parts and the headers. */
export async function readMail(scope: Scope, id: string): Promise<MailDetail> {
  const [found] = await scope.db.execute<MailDetail>(
    id.startsWith("sys_")
      ? sql`select id, kind, to_address as "to", subject, status, reason, created_at as at, null as from, html, text,
          '{}'::json as headers, null as "cartId", '{}'::text[] as reports
        from system_mails where id = ${id}`
      : id.startsWith("ltr_")
        ? sql`select id, 'letter' as kind, array_to_string(to_addresses, ', ') as "to", subject, ${letterStatus} as status,
            reason, coalesce(sent_at, created_at) as at, from_address as from, html, text, headers, null as "cartId",
            array(select message_events.kind from message_events where message_id = letters.id order by message_events.at)
              as reports
          from letters where id = ${id}`
        : sql`select id, 'recovery' as kind, to_address as "to", subject, status, reason, coalesce(sent_at, created_at) as at,
          from_address as from, coalesce(html, '') as html, coalesce(text, '') as text, headers, cart_id as "cartId",
          array(select message_events.kind from message_events where message_id = messages.id order by message_events.at) as reports
        from messages where id = ${id}`,
  );
  if (!found) throw new AppError("not_found", "There is no such mail");
  const pictures = id.startsWith("sys_") ? await listMailPictures(scope, id) : [];
  return { ...found, html: withPictures(found.html, pictures), at: iso(found.at) };
}

/** A mail's own pictures stand in it as they do for its receiver. */
function withPictures(html: string, pictures: MailPicture[]): string {
  return pictures.reduce(
    (page, { name, png }) =>
      page.replaceAll(`src="cid:${name}"`, `src="data:image/png;base64,${Buffer.from(png).toString("base64")}"`),
    html,
  );
}
