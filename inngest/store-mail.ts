import {
  conversationsOf,
  mergeConversations,
  type NewMail,
  saveMail,
  storedMail,
  threadOf,
} from "#db/inbound-mails.ts";
import { beginConversation, lockConversation, saveConversation } from "#db/inbox.ts";
import { settleArrival } from "#db/mail-arrivals.ts";
import { recordEvent } from "#db/outgoing-events.ts";
import { holdBack } from "#db/reply-holds.ts";
import type { Scope } from "#db/scope.ts";
import { askAgainAt } from "#domain/decision.ts";
import { conversationFacts, inOrder, turnAfter } from "#domain/inbound/conversation-state.ts";
import type { ReadFile } from "#domain/inbound/mail.ts";
import { type Announcement, closures } from "./events.ts";
import { followMail } from "./follow-mail.ts";
import type { Storing } from "./judge-mail.ts";

/**
 * Stores a mail in its conversation with all that it asks for, in the scope's one transaction: who wrote is written to no
 * more by sequences until the conversation is closed, silence that is asked for is kept, an address that is gone is written
 * off. Returns what is to be announced.
 */
export async function storeMail(scope: Scope, storing: Storing, now: Date): Promise<Announcement[]> {
  const { mail, arrival } = storing;
  const before = await storedMail(scope, mail);
  if (!(await settleArrival(scope, arrival.id, { mailId: before ?? mail.id }, now)) || before) return [];
  const joined = await joinConversation(scope, mail);
  const conversationId = joined.id;
  await saveMail(scope, conversationId, mail, filesKept(storing));
  const conversation = await updateConversation(scope, joined, mail);
  const closed = await followMail(scope, storing, now);
  if (conversation.isOpen && conversation.contactId && !mail.isAutomatic)
    await holdBack(scope, conversation.contactId, askAgainAt(now), now);
  const { contactId, cartId, enrollmentId } = conversation;
  const { id: mailId, mailboxId, intent = null, isAutomatic: automatic, authenticity = "not_known" } = mail;
  const data = { conversationId, mailId, mailboxId, contactId, cartId, enrollmentId, intent, automatic, authenticity };
  await recordEvent(scope, { type: "reply.received", factId: mailId, at: mail.receivedAt, data }, now);
  const told = { name: "mail/received", data: { tenantId: scope.tenantId, mailId } };
  return [told, ...closures(scope.tenantId, closed)];
}

type Joined = { id: string; merged: boolean };

async function joinConversation(scope: Scope, mail: NewMail): Promise<Joined> {
  const [first, ...others] = await conversationsOf(scope, mail);
  if (first) {
    await mergeConversations(scope, first, others);
    return { id: first, merged: others.length > 0 };
  }
  const { mailboxId, fromAddress = null, receivedAt } = mail;
  return { id: await beginConversation(scope, { mailboxId, withAddress: fromAddress }, receivedAt), merged: false };
}

/** Makes the conversation of its mails anew, and says whose turn it is. Of several that became one the newest mail says it. */
async function updateConversation(scope: Scope, { id, merged }: Joined, mail: NewMail) {
  const mails = await threadOf(scope, id);
  const before = await lockConversation(scope, id);
  const newest = inOrder(mails.filter((one) => !one.isAutomatic)).at(-1);
  const stored = mails.find((one) => one.messageIdHeader === mail.messageIdHeader);
  const pivot = (merged ? newest : undefined) ?? stored;
  if (!pivot) throw new Error("a mail that was stored is not in its conversation");
  const turn = turnAfter(pivot, mails, before);
  const facts = conversationFacts(mails);
  const lastAt = new Date(Math.max(...[before.lastAt, ...mails.map((one) => one.receivedAt)].map(Number)));
  await saveConversation(scope, id, { ...facts, ...turn, lastAt });
  return { ...facts, isOpen: turn.status === "open" };
}

function filesKept({ read, keepsFiles }: Storing): ReadFile[] {
  if (keepsFiles) return read.files;
  return read.files.map((file) => ({
    ...file,
    content: null,
    refusedBecause: file.refusedBecause ?? "mailbox_keeps_none",
  }));
}
