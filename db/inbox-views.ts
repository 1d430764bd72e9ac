import { type SQL, sql } from "drizzle-orm";
import type { ConversationRow, InboxCounts, InboxFilter } from "#domain/inbox-rows.ts";
import type { Page } from "#domain/rows.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";
import { searchWords } from "./search-words.ts";

/** A conversation `c` as rows have it, with its mailbox `b`. */
export const conversationColumns = sql`c.id, c.subject, c.status, c.waits_for as "waitsFor", c.intent, c.cart_id as "cartId",
  json_build_object('address', c.with_address, 'name', nullif(c.with_name, ''), 'contactId', c.contact_id) as "with",
  json_build_object('id', b.id, 'address', b.address, 'name', b.name) as mailbox,
  coalesce((select left(regexp_replace(m.text, '\\s+', ' ', 'g'), 160) from inbound_mails m
    where m.tenant_id = c.tenant_id and m.conversation_id = c.id order by m.received_at desc, m.id desc limit 1), '') as snippet,
  (select count(*)::int from inbound_mails m where m.tenant_id = c.tenant_id and m.conversation_id = c.id) as mails,
  (select l.id from letters l where l.tenant_id = c.tenant_id and l.conversation_id = c.id and l.made_by_kind = 'writer'
    and l.status = 'pending_approval' order by l.created_at desc limit 1) as "proposedLetterId",
  c.pauses_since as "pausesSince", c.last_at as "lastAt"`;

export type FoundConversation = Omit<ConversationRow, "pausesSince" | "lastAt"> & {
  pausesSince: string | null;
  lastAt: string;
};

export function conversationRow({ pausesSince, lastAt, ...row }: FoundConversation): ConversationRow {
  return { ...row, pausesSince: isoOrNull(pausesSince), lastAt: iso(lastAt) };
}

type Paged = InboxFilter & { after?: string; limit?: number };

/** Conversations, the newest first; those that wait for us come oldest first, as a queue does. */
export async function listConversations(scope: Scope, filter: Paged): Promise<Page<ConversationRow>> {
  const { limit = 50 } = filter;
  const after = readPosition(filter.after);
  const queue = filter.show === "ours";
  const direction = queue ? sql`asc` : sql`desc`;
  const beyond = after
    ? sql`(c.last_at, c.id) ${queue ? sql`>` : sql`<`} (${after.at}::timestamptz, ${after.id})`
    : sql`true`;
  const rows = await scope.db.execute<FoundConversation & { at: string }>(sql`
    select ${conversationColumns}, c.last_at::text as at
    from conversations c join mailboxes b on b.tenant_id = c.tenant_id and b.id = c.mailbox_id
    where c.tenant_id = ${scope.tenantId} and ${await matching(scope, filter)} and ${beyond}
    order by c.last_at ${direction}, c.id ${direction} limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  return { rows: kept.map(({ at: _, ...row }) => conversationRow(row)), next };
}

async function matching(scope: Scope, { show, intent, mailbox, contact, search }: InboxFilter): Promise<SQL> {
  const asked = [
    show === "ours" ? sql`c.status = 'open' and c.waits_for = 'us'` : null,
    show === "open" || show === "closed" ? sql`c.status = ${show}` : null,
    intent ? sql`c.intent = ${intent}` : null,
    mailbox ? sql`c.mailbox_id = ${mailbox}` : null,
    contact ? sql`c.contact_id = ${contact}` : null,
    search?.trim() ? (await searchWords(scope, "conversation", search)).of(sql`c.id`) : null,
  ];
  const kept = asked.flatMap((one) => one ?? []);
  return kept.length > 0 ? sql.join(kept, sql` and `) : sql`true`;
}

/** How many conversations wait for us and since when, and to how many of them an answer is proposed. */
export async function countInbox(scope: Scope): Promise<InboxCounts> {
  const [found] = await scope.db.execute<InboxCounts>(sql`
    select count(*)::int as ours, min(c.last_at) as since, count(*) filter (where exists (
      select from letters l where l.tenant_id = c.tenant_id and l.conversation_id = c.id and l.made_by_kind = 'writer'
        and l.status = 'pending_approval'))::int as proposed
    from conversations c where c.tenant_id = ${scope.tenantId} and c.status = 'open' and c.waits_for = 'us'`);
  return { ours: found?.ours ?? 0, proposed: found?.proposed ?? 0, since: isoOrNull(found?.since ?? null) };
}

/** A word that is another one as soon as anything in the inbox is. */
export async function readInboxHint(scope: Scope): Promise<{ version: string }> {
  const { tenantId } = scope;
  const [found] = await scope.db.execute<{ version: string }>(sql`
    select md5(concat_ws(' ',
      (select concat_ws(' ', count(*), max(last_at), count(*) filter (where status = 'open'), count(*) filter (where waits_for = 'us'))
        from conversations where tenant_id = ${tenantId}),
      (select max(received_at) from inbound_mails where tenant_id = ${tenantId}),
      (select concat_ws(' ', count(*), max(created_at), max(sent_at), count(*) filter (where status = 'pending_approval'),
          count(*) filter (where status = 'queued'), md5(string_agg(words_hash, '' order by id)))
        from letters where tenant_id = ${tenantId} and conversation_id is not null))) as version`);
  return { version: found?.version ?? "" };
}

/** The mailboxes that conversations may be in, by their addresses. */
export async function listMailboxNames(scope: Scope): Promise<{ id: string; address: string }[]> {
  const rows = await scope.db.execute<{ id: string; address: string }>(sql`
    select id, address from mailboxes where tenant_id = ${scope.tenantId} order by archived_at is not null, created_at, id`);
  return [...rows];
}
