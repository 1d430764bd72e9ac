import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { Cart } from "./carts.ts";
import type { InboundMail } from "./inbound-mails.ts";
import type { Conversation } from "./inbox.ts";
import type { Mailbox } from "./mailboxes.ts";
import { answerProposals } from "./schema/answers.ts";
import { carts, orders } from "./schema/carts.ts";
import { contacts } from "./schema/contacts.ts";
import { conversations, inboundMails, mailboxes } from "./schema/inbox.ts";
import { letters } from "./schema/letters.ts";
import type { Scope } from "./scope.ts";

export type Proposal = Omit<typeof answerProposals.$inferInsert, "tenantId">;

/** What an answer to a mail is written from. `order` is the contact's last that stands, `cart` null where there is none. */
export type AskedOf = {
  mail: InboundMail;
  conversation: Conversation;
  mailbox: Mailbox;
  contact: { id: string; firstName: string | null; language: string | null } | null;
  cart: Cart | null;
  order: { number: string; orderedAt: Date } | null;
};

/** A mail with what is known around it; `not_found` when there is no such mail. */
export async function loadAsked(scope: Scope, mailId: string): Promise<AskedOf> {
  const { db, tenantId } = scope;
  const [found] = await db
    .select({ mail: inboundMails, conversation: conversations, mailbox: mailboxes })
    .from(inboundMails)
    .innerJoin(
      conversations,
      and(eq(conversations.tenantId, tenantId), eq(conversations.id, inboundMails.conversationId)),
    )
    .innerJoin(mailboxes, and(eq(mailboxes.tenantId, tenantId), eq(mailboxes.id, inboundMails.mailboxId)))
    .where(and(eq(inboundMails.tenantId, tenantId), eq(inboundMails.id, mailId)));
  if (!found) throw new AppError("not_found", "There is no such mail");
  const { contactId, cartId } = found.conversation;
  const [cart] = cartId
    ? await db
        .select()
        .from(carts)
        .where(and(eq(carts.tenantId, tenantId), eq(carts.id, cartId)))
    : [];
  const [contact] = contactId
    ? await db
        .select({ id: contacts.id, firstName: contacts.firstName, language: contacts.language })
        .from(contacts)
        .where(and(eq(contacts.tenantId, tenantId), eq(contacts.id, contactId)))
    : [];
  const order = contactId ? await lastOrder(scope, contactId) : null;
  return { ...found, contact: contact ?? null, cart: cart ?? null, order };
}

async function lastOrder(scope: Scope, contactId: string): Promise<AskedOf["order"]> {
  const [row] = await scope.db
    .select({ number: orders.number, orderedAt: orders.orderedAt })
    .from(orders)
    .where(
      and(eq(orders.tenantId, scope.tenantId), eq(orders.contactId, contactId), sql`${orders.status} <> 'cancelled'`),
    )
    .orderBy(desc(orders.orderedAt), desc(orders.id))
    .limit(1);
  return row?.number ? { number: row.number, orderedAt: row.orderedAt } : null;
}

/** The newest mail that a person wrote in a conversation, and that is not forged, or null. */
export async function newestMail(scope: Scope, conversationId: string): Promise<string | null> {
  const [row] = await scope.db
    .select({ id: inboundMails.id })
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.tenantId, scope.tenantId),
        eq(inboundMails.conversationId, conversationId),
        eq(inboundMails.isAutomatic, false),
        ne(inboundMails.authenticity, "failed"),
      ),
    )
    .orderBy(desc(inboundMails.receivedAt), desc(inboundMails.messageIdHeader))
    .limit(1);
  return row?.id ?? null;
}

/** Whether a person or program has written a letter in answer to a mail that may still leave, or has left. */
export async function isAnswered(scope: Scope, mailId: string): Promise<boolean> {
  const [row] = await scope.db
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.tenantId, scope.tenantId),
        eq(letters.inReplyTo, mailId),
        ne(letters.madeByKind, "writer"),
        inArray(letters.status, ["pending_approval", "queued", "sending", "sent"]),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Stops what the writer proposed in a conversation and has not left. Returns the ids. */
export async function stopProposed(
  scope: Scope,
  conversationId: string,
  reason: "newer_mail" | "answered_by_hand",
): Promise<string[]> {
  const rows = await scope.db
    .update(letters)
    .set({ status: "stopped", reason })
    .where(
      and(
        eq(letters.tenantId, scope.tenantId),
        eq(letters.conversationId, conversationId),
        eq(letters.madeByKind, "writer"),
        inArray(letters.status, ["pending_approval", "queued"]),
      ),
    )
    .returning({ id: letters.id });
  return rows.map((row) => row.id);
}

/** What came of a mail, or null while nothing has. */
export async function findProposal(
  scope: Scope,
  mailId: string,
): Promise<Omit<typeof answerProposals.$inferSelect, "tenantId"> | null> {
  const [row] = await scope.db
    .select()
    .from(answerProposals)
    .where(and(eq(answerProposals.tenantId, scope.tenantId), eq(answerProposals.mailId, mailId)));
  return row ?? null;
}

/** Keeps what came of a mail; false when that was kept before. */
export async function saveProposal(scope: Scope, proposal: Proposal): Promise<boolean> {
  const rows = await scope.db
    .insert(answerProposals)
    .values({ ...proposal, tenantId: scope.tenantId })
    .onConflictDoNothing()
    .returning({ mailId: answerProposals.mailId });
  return rows.length > 0;
}
