import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Verdict } from "#domain/inbound/authenticity.ts";
import { subjectKey } from "#domain/inbound/subject-key.ts";
import type { Intent } from "#domain/inbox.ts";
import { newId } from "../ids.ts";
import { contacts } from "../schema/contacts.ts";
import { conversations, inboundFiles, inboundMails, mailboxes } from "../schema/inbox.ts";
import { messages } from "../schema/messages.ts";
import { enrollments } from "../schema/sequences.ts";
import type { Scope } from "../scope.ts";
import { shop } from "./cast.ts";

type Reply = {
  text: string;
  language: string;
  intent: Intent | null;
  hoursAgo: number;
  isAutomatic?: boolean;
  file?: { name: string; refused: boolean };
};

/** Nobody answers a message at once. */
const readingMs = 20 * 60_000;

/** What shoppers of the demo wrote back, the oldest first. */
const replies: Reply[] = [
  {
    ...{ hoursAgo: 41, language: "en", intent: "out_of_office", isAutomatic: true },
    text: "I am away until Monday and read no mail. I will answer when I am back.",
  },
  {
    ...{ hoursAgo: 20, language: "en", intent: "bought_elsewhere" },
    text: "Thank you, but I have bought one in town meanwhile.",
  },
  {
    ...{ hoursAgo: 9, language: "en", intent: "complaint", file: { name: "cracked-handle.jpg", refused: false } },
    text: "The mug I ordered from you in spring arrived with a crack in its handle, and nobody wrote back. I would like to know what you do about that before I order again.",
  },
  {
    ...{ hoursAgo: 4, language: "en", intent: "question", file: { name: "measures.zip", refused: true } },
    text: "Hello, before I order: when would the parcel leave, and may I send the lamp back if it does not suit the room?",
  },
  {
    ...{ hoursAgo: 2, language: "en", intent: "question" },
    text: "Is there a bulb in the box, or do I have to get one?",
  },
];

/** A mailbox and a few conversations about messages of the history, so that the inbox is alive from the start. */
export async function writeConversations(scope: Scope, openedAt: Date, now: Date): Promise<void> {
  const { tenantId, db } = scope;
  const mailboxId = newId("mailbox", openedAt);
  const signature = "Solveig, from the harbour";
  await db.insert(mailboxes).values({
    ...{
      tenantId,
      id: mailboxId,
      shopId: null,
      address: shop.replyTo,
      name: shop.name,
      signature,
      createdAt: openedAt,
    },
  });
  const answered = await answeredMessages(scope);
  for (const reply of replies) {
    const at = new Date(now.getTime() - reply.hoursAgo * 3_600_000);
    const index = answered.findIndex(({ sentAt }) => Number(sentAt) < at.getTime() - readingMs);
    const [message] = index < 0 ? [] : answered.splice(index, 1);
    if (message) await writeReply(scope, { reply, message, mailboxId }, at);
  }
}

type Answered = Awaited<ReturnType<typeof answeredMessages>>[number];

/** The last messages to people whose sequences have ended, newest first: nothing of the story waits for an answer. */
async function answeredMessages(scope: Scope) {
  const { db, tenantId } = scope;
  const ended = db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.tenantId, tenantId),
        sql`${enrollments.closedAt} is not null and ${enrollments.closeReason} <> 'ordered'`,
      ),
    );
  const rows = await db
    .selectDistinctOn([messages.contactId], {
      ...{ id: messages.id, cartId: messages.cartId, enrollmentId: messages.enrollmentId, subject: messages.subject },
      ...{
        contactId: messages.contactId,
        address: contacts.address,
        name: sql<string>`concat_ws(' ', first_name, last_name)`,
      },
      sentAt: messages.sentAt,
    })
    .from(messages)
    .innerJoin(contacts, and(eq(contacts.tenantId, tenantId), eq(contacts.id, messages.contactId)))
    .where(
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.status, "sent"),
        inArray(messages.enrollmentId, ended),
        sql`${contacts.address} is not null and coalesce(${contacts.language}, 'en') like 'en%'`,
      ),
    )
    .orderBy(messages.contactId, desc(messages.sentAt));
  return rows.toSorted((one, other) => Number(other.sentAt) - Number(one.sentAt));
}

async function writeReply(
  scope: Scope,
  { reply, message, mailboxId }: { reply: Reply; message: Answered; mailboxId: string },
  at: Date,
): Promise<void> {
  const { tenantId, db } = scope;
  const isAutomatic = reply.isAutomatic ?? false;
  const [id, mailId] = [newId("conversation", at), newId("inboundMail", at)];
  const { contactId, address, name } = message;
  const subject = `Re: ${message.subject}`;
  await db.insert(conversations).values({
    ...{ tenantId, id, mailboxId, withAddress: address, withName: name, contactId, cartId: message.cartId },
    ...{ enrollmentId: message.enrollmentId, messageId: message.id, subject, subjectKey: subjectKey(subject) },
    ...{ status: isAutomatic ? "closed" : "open", waitsFor: isAutomatic ? "nobody" : "us", intent: reply.intent },
    ...{ pausesSince: isAutomatic ? null : at, lastAt: at, createdAt: at, closedAt: isAutomatic ? at : null },
  });
  await db.insert(inboundMails).values({
    ...{ tenantId, id: mailId, mailboxId, conversationId: id, contactId, answersId: message.id },
    ...{
      messageIdHeader: `<${mailId}@post.example>`,
      fromAddress: address,
      fromName: name,
      toAddresses: [shop.replyTo],
    },
    ...{ subject, text: reply.text, quoted: `> ${message.subject}`, language: reply.language },
    ...{ intent: reply.intent, intentBy: "rules", isAutomatic, source: "smtp", sentAt: at, receivedAt: at },
    ...vouchedFor(address ?? ""),
  });
  if (reply.file) await db.insert(inboundFiles).values({ tenantId, mailId, ...fileOf(reply.file) });
}

/** What DNS would say of a mail that its sender's house has signed. */
function vouchedFor(address: string): Verdict {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const proof = { result: "pass" as const, domain, aligned: true };
  return {
    authenticity: "proven",
    proofs: [
      { by: "dkim", ...proof },
      { by: "dmarc", ...proof },
    ],
  };
}

/** The smallest picture that is one, and an archive that was not kept. */
function fileOf({ name, refused }: NonNullable<Reply["file"]>) {
  const content = refused
    ? null
    : Buffer.from(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AN//Z",
        "base64",
      );
  const contentType = refused ? "application/zip" : "image/jpeg";
  const refusedBecause = refused ? ("archive" as const) : null;
  return {
    position: 0,
    name,
    contentType,
    claimedType: contentType,
    byteCount: content?.byteLength ?? 4_812,
    content,
    refusedBecause,
  };
}
