import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { normalizeAddress } from "#domain/contact.ts";
import type { MessageStatus } from "#domain/message.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** A message as the API tells of it. Html and text are null until it was rendered, and again once its person was erased. */
export type ApiMessage = {
  id: string;
  cartId: string;
  enrollmentId: string;
  draftId: string;
  position: number;
  to: string;
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  channel: string;
  status: MessageStatus;
  reason: string | null;
  dueAt: string;
  sentAt: string | null;
};

type Row = ApiMessage & { at: string };

type Which = { contact?: string; cursor?: string; limit?: number };

/** Messages of all fates, newest first; of one contact when an address is given. */
export async function listApiMessages(
  scope: Scope,
  which: Which,
): Promise<{ data: ApiMessage[]; next: string | null }> {
  const limit = which.limit ?? 50;
  const after = readPosition(which.cursor);
  const { tenantId } = scope;
  const address = which.contact === undefined ? null : (normalizeAddress(which.contact) ?? which.contact);
  const rows = await scope.db.execute<Row>(sql`
    select ${columns} from messages m
    where m.tenant_id = ${tenantId}
      and ${address === null ? sql`true` : sql`m.contact_id = (select id from contacts where tenant_id = ${tenantId} and address = ${address})`}
      and ${after ? sql`(m.created_at, m.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by m.created_at desc, m.id desc limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  return { data: kept.map(told), next };
}

/** One message; `not_found` for one of another tenant. */
export async function readApiMessage(scope: Scope, id: string): Promise<ApiMessage> {
  const [row] = await scope.db.execute<Row>(sql`
    select ${columns} from messages m where m.tenant_id = ${scope.tenantId} and m.id = ${id}`);
  if (!row) throw new AppError("not_found", "There is no such message");
  return told(row);
}

const columns = sql`m.id, m.cart_id as "cartId", m.enrollment_id as "enrollmentId", m.draft_id as "draftId", m.position,
  m.to_address as "to", m.subject, m.html, m.text, m.headers, m.channel, m.status, m.reason, m.due_at as "dueAt",
  m.sent_at as "sentAt", m.created_at::text as at`;

const told = ({ at: _, ...row }: Row): ApiMessage => ({
  ...row,
  ...{ dueAt: iso(row.dueAt), sentAt: isoOrNull(row.sentAt) },
});
