import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { InboundMailDetail } from "#domain/inbox-rows.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

type Found = Omit<InboundMailDetail, "receivedAt"> & { receivedAt: string };

const columns = sql`m.id, m.conversation_id as "conversationId", m.mailbox_id as "mailboxId", m.contact_id as "contactId",
  json_build_object('address', m.from_address, 'name', nullif(m.from_name, '')) as "from", m.to_addresses as "to",
  m.subject, m.text, m.quoted, m.language, m.intent, m.intent_by as "intentBy", m.is_automatic as "isAutomatic", m.marks,
  m.authenticity, m.proofs,
  m.message_id_header as "messageIdHeader", m.received_at as "receivedAt",
  coalesce((select json_agg(json_build_object('position', f.position, 'filename', f.name, 'contentType', f.content_type,
    'byteCount', f.byte_count, 'refusedBecause', f.refused_because) order by f.position)
    from inbound_files f where f.tenant_id = m.tenant_id and f.mail_id = m.id), '[]') as files`;

const told = ({ receivedAt, ...mail }: Found): InboundMailDetail => ({ ...mail, receivedAt: iso(receivedAt) });

/** One mail that came in, without the content of its files. */
export async function readInboundMail(scope: Scope, id: string): Promise<InboundMailDetail> {
  const [found] = await scope.db.execute<Found>(sql`
    select ${columns} from inbound_mails m where m.tenant_id = ${scope.tenantId} and m.id = ${id}`);
  if (!found) throw new AppError("not_found", "There is no such mail");
  return told(found);
}

export type Awaited = { mailbox?: string; conversation?: string; from?: string; since: Date };

/** The first mail that came in after an instant, by a mailbox, a conversation or a sender; null while there is none. */
export async function firstMailSince(scope: Scope, awaited: Awaited): Promise<InboundMailDetail | null> {
  const { mailbox, conversation, from, since } = awaited;
  const [found] = await scope.db.execute<Found>(sql`
    select ${columns} from inbound_mails m
    where m.tenant_id = ${scope.tenantId} and m.received_at > ${iso(since)}::timestamptz
      and ${mailbox ? sql`m.mailbox_id = ${mailbox}` : sql`true`}
      and ${conversation ? sql`m.conversation_id = ${conversation}` : sql`true`}
      and ${from ? sql`m.from_address = ${from}` : sql`true`}
    order by m.received_at, m.id limit 1`);
  return found ? told(found) : null;
}

export type InboundFile = { filename: string; contentType: string; content: Uint8Array };

/** A file that came along with a mail. `conflict` with the reason when it was refused and not kept. */
export async function readInboundFile(scope: Scope, mailId: string, position: number): Promise<InboundFile> {
  const [found] = await scope.db.execute<{
    filename: string;
    contentType: string;
    content: Uint8Array | null;
    refusedBecause: string | null;
  }>(sql`
    select name as filename, content_type as "contentType", content, refused_because as "refusedBecause"
    from inbound_files where tenant_id = ${scope.tenantId} and mail_id = ${mailId} and position = ${position}`);
  if (!found) throw new AppError("not_found", "There is no such file");
  const { content, refusedBecause, ...file } = found;
  if (!content) throw new AppError("conflict", `This file was not kept: ${refusedBecause ?? "erased"}`);
  return { ...file, content };
}
