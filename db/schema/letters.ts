import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { HoldReason } from "#domain/draft-life.ts";
import type { Written } from "#domain/identity.ts";
import type { LetterAct, LetterBody, LetterFlag, LetterMakerKind, LetterStatus } from "#domain/letter.ts";
import type { OversightMode } from "#domain/sequence.ts";
import { bytes, emptyArray, id, instant, tenantId } from "./columns.ts";

/** Mail that a person or program writes by itself, to whom it says: no cart, no sequence. */
export const letters = pgTable(
  "letters",
  {
    tenantId: tenantId(),
    id: id(),
    fromAddress: text("from_address").notNull(),
    replyTo: text("reply_to"),
    /** The conversation that it is part of, and the id of the inbound mail that it answers. */
    conversationId: text("conversation_id"),
    inReplyTo: text("in_reply_to"),
    toAddresses: text("to_addresses").array().notNull(),
    ccAddresses: text("cc_addresses").array().notNull().default(emptyArray),
    bccAddresses: text("bcc_addresses").array().notNull().default(emptyArray),
    subject: text("subject").notNull(),
    /** The words as they were given; null when a person in them was erased. */
    words: jsonb("words").$type<LetterBody | null>(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    tags: text("tags").array().notNull().default(emptyArray),
    wordsHash: text("words_hash").notNull(),
    status: text("status").$type<LetterStatus>().notNull(),
    reason: text("reason"),
    mode: text("mode").$type<OversightMode>().notNull(),
    holds: text("holds").array().$type<HoldReason[]>().notNull().default(emptyArray),
    flags: text("flags").array().$type<LetterFlag[]>().notNull().default(emptyArray),
    madeByKind: text("made_by_kind").$type<LetterMakerKind>().notNull(),
    madeById: text("made_by_id").notNull(),
    /** Who found its words, as they stand; null for letters from before that was kept. */
    written: text("written").$type<Written>(),
    /** Made by a test key: it never leaves the outbox. */
    test: boolean("test").notNull(),
    idempotencyKey: text("idempotency_key"),
    requestHash: text("request_hash"),
    /** Until when it waits for a person; null while it waits for nobody. */
    reviewDueAt: instant("review_due_at"),
    /** The hour that was asked for; null for as soon as it may. */
    sendAt: instant("send_at"),
    dueAt: instant("due_at").notNull(),
    claim: text("claim"),
    claimedAt: instant("claimed_at"),
    firstTriedAt: instant("first_tried_at"),
    attempts: integer("attempts").notNull().default(0),
    mailer: text("mailer"),
    providerId: text("provider_id"),
    sentAt: instant("sent_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("letters_once").on(t.tenantId, t.madeById, t.idempotencyKey),
    index("letters_created").on(t.tenantId, t.createdAt, t.id),
    index("letters_sent").on(t.tenantId, t.sentAt, t.id),
    index("letters_pending").on(t.tenantId, t.createdAt, t.id).where(sql`status = 'pending_approval'`),
    index("letters_review_due").on(t.reviewDueAt).where(sql`status = 'pending_approval'`),
    index("letters_standing").on(t.dueAt).where(sql`status in ('queued', 'sending')`),
    index("letters_provider").on(t.tenantId, t.providerId),
    index("letters_conversation")
      .on(t.tenantId, t.conversationId, t.createdAt, t.id)
      .where(sql`conversation_id is not null`),
  ],
);

/** What is sent along with a letter. */
export const letterFiles = pgTable(
  "letter_files",
  {
    tenantId: tenantId(),
    letterId: text("letter_id").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    byteCount: integer("byte_count").notNull(),
    content: bytes("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.letterId, t.position] })],
);

/** What people and programs did with a letter, append-only; `words_hash` names the words that they saw. */
export const letterReviews = pgTable(
  "letter_reviews",
  {
    tenantId: tenantId(),
    id: id(),
    letterId: text("letter_id").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    act: text("act").$type<LetterAct>().notNull(),
    byKind: text("by_kind").$type<"member" | "key" | "policy">().notNull(),
    byId: text("by_id").notNull(),
    /** The API key by which a member acted, where one did. */
    viaKeyId: text("via_key_id"),
    reason: text("reason"),
    wordsHash: text("words_hash").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("letter_reviews_letter").on(t.tenantId, t.letterId, t.seq),
  ],
);
