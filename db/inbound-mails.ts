import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ThreadMail } from "#domain/inbound/conversation-state.ts";
import type { ReadFile } from "#domain/inbound/mail.ts";
import { iso } from "./instants.ts";
import { conversations, inboundFiles, inboundMails } from "./schema/inbox.ts";
import { letters } from "./schema/letters.ts";
import { messages } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type InboundMail = Omit<typeof inboundMails.$inferSelect, "tenantId">;
export type NewMail = Omit<typeof inboundMails.$inferInsert, "tenantId" | "conversationId" | "erasedAt">;

/**
 * The id of a mail that was stored before, by whichever door. Holds its mailbox until the transaction ends: who writes twice
 * at once must not begin two conversations.
 */
export async function storedMail(scope: Scope, mail: NewMail): Promise<string | null> {
  const lock = `${scope.tenantId} ${mail.mailboxId}`;
  await scope.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [row] = await scope.db.execute<{ id: string }>(sql`select id from inbound_mails
    where tenant_id = ${scope.tenantId} and mailbox_id = ${mail.mailboxId}
      and message_id_header = ${mail.messageIdHeader} and from_address is not distinct from ${mail.fromAddress ?? null}`);
  return row?.id ?? null;
}

const subjectDays = 30;

/**
 * The conversations that a mail belongs to, the oldest first: those of the same person in the same mailbox that share a
 * Message-ID with it, or answer the same mail of ours. Where either bears no such sign, one subject within thirty days
 * does. None of it depends on which came first.
 */
export async function conversationsOf(scope: Scope, mail: NewMail): Promise<string[]> {
  const { tenantId, db } = scope;
  const named = mailIds(mail);
  const ids = sql`array(select jsonb_array_elements_text(${JSON.stringify(named)}::text::jsonb))`;
  const at = iso(mail.receivedAt);
  const rows = await db.execute<{ id: string }>(sql`
    select c.id from conversations c where c.tenant_id = ${tenantId} and c.mailbox_id = ${mail.mailboxId}
      and c.with_address = ${mail.fromAddress ?? null} and (
        exists (select from letters l where l.tenant_id = ${tenantId} and l.conversation_id = c.id
          and l.id = ${mail.answersId ?? null})
        or exists (select from inbound_mails m where m.tenant_id = ${tenantId} and m.conversation_id = c.id and (
          m.message_id_header = any(${ids}) or m.reference_headers && ${ids} or m.in_reply_to = any(${ids})
          or m.answers_id = ${mail.answersId ?? null}
          or ((${isRoot(mail)} or m.answers_id is null and m.in_reply_to is null and m.reference_headers = '{}')
            and m.subject_key <> '' and m.subject_key = ${mail.subjectKey ?? ""}
            and m.received_at between ${at}::timestamptz - make_interval(days => ${subjectDays})
              and ${at}::timestamptz + make_interval(days => ${subjectDays})))))
    order by c.created_at, c.id`);
  return rows.map((row) => row.id);
}

const mailIds = ({ messageIdHeader, inReplyTo, references = [] }: NewMail) => [
  ...new Set([messageIdHeader, ...(inReplyTo ? [inReplyTo] : []), ...references]),
];

const isRoot = ({ answersId, inReplyTo, references = [] }: NewMail) =>
  !answersId && !inReplyTo && references.length === 0;

/** Makes one conversation of several, which a mail turns out to belong to: the first stays. */
export async function mergeConversations(scope: Scope, keptId: string, otherIds: string[]): Promise<void> {
  if (otherIds.length === 0) return;
  const { tenantId, db } = scope;
  const others = sql`any(array(select jsonb_array_elements_text(${JSON.stringify(otherIds)}::text::jsonb)))`;
  for (const table of [sql`inbound_mails`, sql`letters`, sql`answer_proposals`])
    await db.execute(sql`update ${table} set conversation_id = ${keptId}
      where tenant_id = ${tenantId} and conversation_id = ${others}`);
  await db.delete(conversations).where(and(eq(conversations.tenantId, tenantId), inArray(conversations.id, otherIds)));
}

/** All mails of a conversation, as it is made of them. */
export async function threadOf(scope: Scope, conversationId: string): Promise<ThreadMail[]> {
  const rows = await scope.db
    .select({
      mail: inboundMails,
      answers: { messageId: messages.id, cartId: messages.cartId, enrollmentId: messages.enrollmentId },
    })
    .from(inboundMails)
    .leftJoin(messages, and(eq(messages.tenantId, scope.tenantId), eq(messages.id, inboundMails.answersId)))
    .where(and(eq(inboundMails.tenantId, scope.tenantId), eq(inboundMails.conversationId, conversationId)))
    .orderBy(asc(inboundMails.receivedAt), asc(inboundMails.id));
  return rows.map(({ mail, answers }) => ({ ...mail, answers: answers?.messageId ? answers : null }));
}

/** Stores a mail with what came along. */
export async function saveMail(scope: Scope, conversationId: string, mail: NewMail, files: ReadFile[]): Promise<void> {
  const { tenantId, db } = scope;
  await db.insert(inboundMails).values({ ...mail, tenantId, conversationId });
  for (const [position, file] of files.entries())
    await db.insert(inboundFiles).values({ ...file, tenantId, mailId: mail.id, position });
  if (mail.answersId?.startsWith("ltr_"))
    await db
      .update(letters)
      .set({ conversationId })
      .where(
        and(eq(letters.tenantId, tenantId), eq(letters.id, mail.answersId), sql`${letters.conversationId} is null`),
      );
}

/** One mail, or null when this tenant has none of that id. */
export async function findMail(scope: Scope, id: string): Promise<InboundMail | null> {
  const [row] = await scope.db
    .select()
    .from(inboundMails)
    .where(and(eq(inboundMails.tenantId, scope.tenantId), eq(inboundMails.id, id)));
  return row ?? null;
}
