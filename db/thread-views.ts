import { type SQL, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type {
  ConversationCart,
  ConversationContact,
  ConversationDetail,
  ConversationEnrollment,
  ThreadEntry,
} from "#domain/inbox-rows.ts";
import { letterState } from "#domain/letter.ts";
import { cartStateSql } from "./cart-views.ts";
import { conversationColumns, conversationRow, type FoundConversation } from "./inbox-views.ts";
import { iso, isoOrNull } from "./instants.ts";
import { refusedRecipients } from "./recipients.ts";
import type { Scope } from "./scope.ts";

/** The most that a thread shows: what is older is cut, the newest stays. */
const mostEntries = 200;

type FoundContact = Omit<ConversationContact, "suppressed">;
type Found = FoundConversation & {
  messageId: string | null;
  contact: FoundContact | null;
  cart: ConversationCart | null;
  enrollment: ConversationEnrollment | null;
};

/** One conversation with its thread, the cart that it is about and what is known of the person. */
export async function readConversation(scope: Scope, id: string, now: Date): Promise<ConversationDetail> {
  const [found] = await scope.db.execute<Found>(sql`
    select ${conversationColumns}, c.message_id as "messageId", ${contactJson} as contact, ${cartJson} as cart,
      ${enrollmentJson} as enrollment
    from conversations c join mailboxes b on b.tenant_id = c.tenant_id and b.id = c.mailbox_id
    where c.tenant_id = ${scope.tenantId} and c.id = ${id}`);
  if (!found) throw new AppError("not_found", "There is no such conversation");
  const { messageId, contact, cart, enrollment, ...row } = found;
  return {
    ...conversationRow(row),
    contact: contact && (await contactIn(scope, contact)),
    cart: cart && { ...cart, order: cart.order && { ...cart.order, orderedAt: iso(cart.order.orderedAt) } },
    enrollment: enrollment && { ...enrollment, nextDueAt: isoOrNull(enrollment.nextDueAt) },
    entries: await entriesOf(scope, { id, messageId }, now),
  };
}

async function contactIn(scope: Scope, contact: FoundContact): Promise<ConversationContact> {
  const [refused] = contact.address ? await refusedRecipients(scope, [contact.address]) : [];
  return { ...contact, lastMessageAt: isoOrNull(contact.lastMessageAt), suppressed: refused?.reason ?? null };
}

const contactJson: SQL = sql`(select json_build_object('id', p.id, 'name',
    nullif(concat_ws(' ', p.first_name, p.last_name), ''), 'address', p.address, 'language', p.language,
    'orders', (select count(*)::int from orders o where o.tenant_id = p.tenant_id and o.contact_id = p.id and o.status <> 'cancelled'),
    'messages', (select count(*)::int from messages m where m.tenant_id = p.tenant_id and m.contact_id = p.id and m.status = 'sent'),
    'lastMessageAt', (select max(m.sent_at) from messages m where m.tenant_id = p.tenant_id and m.contact_id = p.id and m.status = 'sent'))
  from contacts p where p.tenant_id = c.tenant_id and p.id = c.contact_id)`;

const cartJson: SQL = sql`(select json_build_object('id', carts.id, 'state', ${cartStateSql}, 'lines', carts.lines,
    'totals', carts.totals, 'currency', carts.currency, 'recoveryUrl', carts.recovery_url,
    'order', (select json_build_object('id', o.id, 'number', o.number, 'total', o.total, 'currency', o.currency,
      'orderedAt', o.ordered_at) from orders o where o.tenant_id = carts.tenant_id and o.id = carts.order_id))
  from carts where carts.tenant_id = c.tenant_id and carts.id = c.cart_id)`;

const enrollmentJson: SQL = sql`(select json_build_object('id', e.id, 'sequence', s.name, 'sent',
    (select count(*)::int from messages m where m.tenant_id = e.tenant_id and m.enrollment_id = e.id and m.status = 'sent'),
    'nextDueAt', e.next_due_at, 'closeReason', e.close_reason)
  from enrollments e join sequences s on s.tenant_id = e.tenant_id and s.id = e.sequence_id
  where e.tenant_id = c.tenant_id and e.id = c.enrollment_id)`;

type Letter = Extract<ThreadEntry, { kind: "letter" }>;
type FoundEntry =
  | Exclude<ThreadEntry, Letter>
  | (Omit<Letter, "status"> & { status: Parameters<typeof letterState>[0]["status"]; sendAt: string | null });

async function entriesOf(
  scope: Scope,
  { id, messageId }: { id: string; messageId: string | null },
  now: Date,
): Promise<ThreadEntry[]> {
  const { tenantId } = scope;
  const rows = await scope.db.execute<{ entry: FoundEntry }>(sql`
    select entry from (
      select ${messageEntry} as entry, coalesce(m.sent_at, m.created_at) as at, m.id from messages m
        where m.tenant_id = ${tenantId} and m.id = ${messageId}
      union all
      select ${mailEntry}, m.received_at, m.id from inbound_mails m
        left join answer_proposals p on p.tenant_id = m.tenant_id and p.mail_id = m.id
        where m.tenant_id = ${tenantId} and m.conversation_id = ${id}
      union all
      select ${letterEntry}, coalesce(l.sent_at, l.created_at), l.id from letters l
        left join members on members.tenant_id = l.tenant_id and members.id = l.made_by_id
        left join api_keys on api_keys.tenant_id = l.tenant_id and api_keys.id = l.made_by_id
        where l.tenant_id = ${tenantId} and l.conversation_id = ${id}
      order by at desc, id desc limit ${mostEntries}
    ) newest order by at, id`);
  return [...rows].map(({ entry }) => toldEntry(entry, now));
}

function toldEntry(entry: FoundEntry, now: Date): ThreadEntry {
  if (entry.kind !== "letter") return { ...entry, at: iso(entry.at) };
  const { sendAt, status, ...letter } = entry;
  const standing = { status, sendAt: sendAt === null ? null : new Date(sendAt) };
  return { ...letter, status: letterState(standing, now), at: iso(entry.at) };
}

const messageEntry = sql`json_build_object('kind', 'message', 'id', m.id, 'subject', m.subject, 'text', coalesce(m.text, ''),
  'at', coalesce(m.sent_at, m.created_at))`;

const mailEntry = sql`json_build_object('kind', 'mail', 'id', m.id,
  'from', json_build_object('address', m.from_address, 'name', nullif(m.from_name, '')), 'subject', m.subject,
  'text', m.text, 'quoted', m.quoted, 'intent', m.intent, 'intentBy', m.intent_by, 'isAutomatic', m.is_automatic,
  'marks', m.marks, 'authenticity', m.authenticity, 'proofs', m.proofs, 'proposal', p.outcome, 'at', m.received_at,
  'files', coalesce((select json_agg(json_build_object('position', f.position, 'filename', f.name, 'contentType', f.content_type,
    'byteCount', f.byte_count, 'refusedBecause', f.refused_because) order by f.position)
    from inbound_files f where f.tenant_id = m.tenant_id and f.mail_id = m.id), '[]'))`;

const letterEntry = sql`json_build_object('kind', 'letter', 'id', l.id, 'status', l.status, 'reason', l.reason,
  'subject', l.subject, 'text', l.words ->> 'body',
  'madeBy', json_build_object('kind', l.made_by_kind, 'id', l.made_by_id, 'name', coalesce(members.name, api_keys.name)),
  'holds', l.holds, 'flags', l.flags, 'wordsHash', l.words_hash, 'inReplyTo', l.in_reply_to, 'sendAt', l.send_at,
  'at', coalesce(l.sent_at, l.created_at))`;
