import { eq } from "drizzle-orm";
import { subjectKey } from "#domain/inbound/subject-key.ts";
import type { Intent } from "#domain/inbox.ts";
import { newId } from "../ids.ts";
import { conversations, inboundFiles, inboundMails, mailboxes } from "../schema/inbox.ts";
import type { Scope } from "../scope.ts";

type About = {
  contactId?: string | null;
  cartId?: string | null;
  enrollmentId?: string | null;
  messageId?: string | null;
};
export type MailTold = {
  from: string;
  text: string;
  intent: Intent | null;
  subject?: string;
  isAutomatic?: boolean;
  language?: string | null;
  quoted?: string;
};

/** A mailbox of the tenant's; its address holds the tenant's id, since an address belongs to one tenant. */
export async function tellMailbox(
  scope: Scope,
  at: Date,
  change: { proposesAnswers?: boolean; signature?: string } = {},
) {
  const id = newId("mailbox", at);
  const address = `reply-${scope.tenantId.replaceAll("_", "-")}-${id.slice(-6)}@mail.example`;
  const row = { id, address, name: "Replies", signature: "", createdAt: at, ...change };
  await scope.db.insert(mailboxes).values({ tenantId: scope.tenantId, ...row });
  return { id, address };
}

/** A conversation with its first mail, as reading a reply leaves it. */
export async function tellConversation(scope: Scope, mail: MailTold, place: About & { mailboxId: string }, at: Date) {
  const { tenantId, db } = scope;
  const id = newId("conversation", at);
  const { mailboxId, ...about } = place;
  const subject = mail.subject ?? "Re: Your cart";
  await db.insert(conversations).values({
    ...{ tenantId, id, mailboxId, subject, subjectKey: subjectKey(subject), withAddress: mail.from, ...about },
    ...{ status: "open", waitsFor: mail.isAutomatic ? "nobody" : "us", intent: mail.intent },
    ...{ pausesSince: mail.isAutomatic ? null : at, lastAt: at, createdAt: at },
  });
  return { conversationId: id, mailId: await tellMail(scope, { mailboxId, conversationId: id, ...about }, mail, at) };
}

/** One more mail of a conversation. */
export async function tellMail(
  scope: Scope,
  place: { mailboxId: string; conversationId: string; contactId?: string | null },
  mail: MailTold,
  at: Date,
): Promise<string> {
  const { tenantId, db } = scope;
  const { mailboxId, conversationId, contactId = null } = place;
  const id = newId("inboundMail", at);
  await db.insert(inboundMails).values({
    ...{ tenantId, id, mailboxId, conversationId, contactId, messageIdHeader: `<${id}@post.example>` },
    ...{ fromAddress: mail.from, fromName: "", subject: mail.subject ?? "Re: Your cart", text: mail.text },
    ...{ quoted: mail.quoted ?? "", language: mail.language ?? null, intent: mail.intent, intentBy: "rules" },
    ...{ isAutomatic: mail.isAutomatic ?? false, source: "smtp", receivedAt: at },
  });
  await db.update(conversations).set({ lastAt: at }).where(eq(conversations.id, conversationId));
  return id;
}

type FileTold = Pick<typeof inboundFiles.$inferInsert, "name" | "contentType" | "refusedBecause"> & {
  content: Buffer | null;
};

/** Files that came along with a mail. */
export async function tellFiles(scope: Scope, mailId: string, files: FileTold[]): Promise<void> {
  const { tenantId, db } = scope;
  const rows = files.map((file, position) => ({
    ...{ tenantId, mailId, position, claimedType: file.contentType, byteCount: file.content?.byteLength ?? 10 },
    ...file,
  }));
  await db.insert(inboundFiles).values(rows);
}
