import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Authenticity, Proof } from "#domain/inbound/authenticity.ts";
import type {
  ArrivalRefusal,
  ConversationStatus,
  FileRefusal,
  Intent,
  IntentSource,
  MailMark,
  MailSource,
  WaitsFor,
} from "#domain/inbox.ts";
import { bytes, emptyArray, id, instant, tenantId } from "./columns.ts";

/** Addresses at which a tenant is written to. An address belongs to one tenant, also after its mailbox was deleted. */
export const mailboxes = pgTable(
  "mailboxes",
  {
    tenantId: tenantId(),
    id: id(),
    /** Whose recovery mails are answered here; null for every shop that has none of its own. */
    shopId: text("shop_id"),
    address: text("address").notNull(),
    name: text("name").notNull(),
    signature: text("signature").notNull().default(""),
    /** Whether answers are proposed to what comes in. */
    proposesAnswers: boolean("proposes_answers").notNull().default(true),
    keepsFiles: boolean("keeps_files").notNull().default(true),
    createdAt: instant("created_at").notNull(),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("mailboxes_address").on(t.address),
    uniqueIndex("mailboxes_shop").on(t.tenantId, t.shopId).where(sql`archived_at is null and shop_id is not null`),
  ],
);

/** What was said between one person and one mailbox on one matter. */
export const conversations = pgTable(
  "conversations",
  {
    tenantId: tenantId(),
    id: id(),
    mailboxId: text("mailbox_id").notNull(),
    /** Who it is with; emptied when they are erased. */
    withAddress: text("with_address"),
    withName: text("with_name"),
    contactId: text("contact_id"),
    cartId: text("cart_id"),
    enrollmentId: text("enrollment_id"),
    /** The recovery message that was answered first. */
    messageId: text("message_id"),
    subject: text("subject").notNull(),
    /** The subject without its `Re:`, in small letters, by which a mail without headers finds its thread. */
    subjectKey: text("subject_key").notNull(),
    status: text("status").$type<ConversationStatus>().notNull(),
    waitsFor: text("waits_for").$type<WaitsFor>().notNull(),
    intent: text("intent").$type<Intent>(),
    /** Since when the contact's sequences wait for it; null where only machines wrote. They go on when it is closed. */
    pausesSince: instant("pauses_since"),
    lastAt: instant("last_at").notNull(),
    createdAt: instant("created_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("conversations_last").on(t.tenantId, t.lastAt, t.id),
    index("conversations_ours").on(t.tenantId, t.lastAt, t.id).where(sql`status = 'open' and waits_for = 'us'`),
    index("conversations_contact").on(t.tenantId, t.contactId),
    index("conversations_with").on(t.tenantId, t.mailboxId, t.withAddress),
    index("conversations_pausing").on(t.tenantId, t.contactId).where(sql`status = 'open' and pauses_since is not null`),
  ],
);

/**
 * Mail as it came to a door, stored before anything is thought of it. `messageKey` is its Message-ID and sender, so that the
 * same mail counts once by whichever door; the content goes once it was read.
 */
export const mailArrivals = pgTable(
  "mail_arrivals",
  {
    tenantId: tenantId(),
    id: id(),
    mailboxId: text("mailbox_id").notNull(),
    messageKey: text("message_key").notNull(),
    source: text("source").$type<MailSource>().notNull(),
    /** The part after the plus in the address that it came to. */
    plusTag: text("plus_tag"),
    /** By envelope; empty for the null sender of bounces, null where the door knows none. */
    envelopeFrom: text("envelope_from"),
    /** The server that handed it over by SMTP, and its name for itself: for SPF, until it was read. */
    peerAddress: text("peer_address"),
    peerName: text("peer_name"),
    /** Where the content is to be fetched, for a door that is only told of it. */
    fetchId: text("fetch_id"),
    byteCount: integer("byte_count"),
    content: bytes("content"),
    attempts: integer("attempts").notNull().default(0),
    mailId: text("mail_id"),
    refusedBecause: text("refused_because").$type<ArrivalRefusal>(),
    receivedAt: instant("received_at").notNull(),
    nextTryAt: instant("next_try_at").notNull(),
    settledAt: instant("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("mail_arrivals_once").on(t.tenantId, t.mailboxId, t.messageKey),
    index("mail_arrivals_refused").on(t.tenantId, t.receivedAt).where(sql`refused_because is not null`),
    index("mail_arrivals_waiting").on(t.nextTryAt).where(sql`settled_at is null`),
  ],
);

/** A mail that somebody wrote to a mailbox. Everything in it is untrusted. Erasure empties the personal columns. */
export const inboundMails = pgTable(
  "inbound_mails",
  {
    tenantId: tenantId(),
    id: id(),
    mailboxId: text("mailbox_id").notNull(),
    conversationId: text("conversation_id").notNull(),
    contactId: text("contact_id"),
    /** The message or letter of ours that it answers. */
    answersId: text("answers_id"),
    messageIdHeader: text("message_id_header").notNull(),
    inReplyTo: text("in_reply_to"),
    references: text("reference_headers").array().notNull().default(emptyArray),
    fromAddress: text("from_address"),
    fromName: text("from_name"),
    toAddresses: text("to_addresses").array().notNull().default(emptyArray),
    subject: text("subject").notNull(),
    subjectKey: text("subject_key").notNull().default(""),
    /** Their own words, and what they quoted of earlier mails. */
    text: text("text").notNull(),
    quoted: text("quoted").notNull().default(""),
    language: text("language"),
    intent: text("intent").$type<Intent>(),
    intentBy: text("intent_by").$type<IntentSource>(),
    /** Written by a machine: it pauses nothing and is never answered. */
    isAutomatic: boolean("is_automatic").notNull(),
    marks: text("marks").array().$type<MailMark[]>().notNull().default(emptyArray),
    source: text("source").$type<MailSource>().notNull(),
    /** Whether its sender's domain vouches for it, and what said so. */
    authenticity: text("authenticity").$type<Authenticity>().notNull().default("not_known"),
    proofs: jsonb("proofs").$type<Proof[]>().notNull().default(sql`'[]'::jsonb`),
    /** What its Date header says, which anybody may write. */
    sentAt: instant("sent_at"),
    receivedAt: instant("received_at").notNull(),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("inbound_mails_once").on(t.tenantId, t.mailboxId, t.messageIdHeader, t.fromAddress),
    index("inbound_mails_conversation").on(t.tenantId, t.conversationId, t.receivedAt, t.id),
    index("inbound_mails_received").on(t.tenantId, t.receivedAt, t.id),
    index("inbound_mails_header").on(t.tenantId, t.messageIdHeader),
    index("inbound_mails_from").on(t.tenantId, t.fromAddress),
    index("inbound_mails_answers").on(t.tenantId, t.answersId),
  ],
);

/** What came along with a mail; a refused file is named with its reason and has no content. */
export const inboundFiles = pgTable(
  "inbound_files",
  {
    tenantId: tenantId(),
    mailId: text("mail_id").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    /** What its bytes are, and what the mail called them. */
    contentType: text("content_type").notNull(),
    claimedType: text("claimed_type").notNull(),
    byteCount: integer("byte_count").notNull(),
    content: bytes("content"),
    refusedBecause: text("refused_because").$type<FileRefusal>(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.mailId, t.position] })],
);
