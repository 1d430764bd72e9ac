import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { WithheldReason } from "#domain/budget.ts";
import type { StopReason, WaitReason } from "#domain/decision.ts";
import type { Brief, FallbackReason, Finding, Words, WriterName } from "#domain/draft.ts";
import type { DeadlineAction, HoldReason } from "#domain/draft-life.ts";
import type { QueuePlace } from "#domain/draft-queue.ts";
import type { MessageEventKind, MessageStatus } from "#domain/message.ts";
import type { ReviewKind } from "#domain/oversight/life-of.ts";
import type { Change } from "#domain/revalidation.ts";
import type { Verdict } from "#domain/review.ts";
import type { MailKind } from "#domain/rows.ts";
import type { OversightMode } from "#domain/sequence.ts";
import type { TemplateTrouble } from "#domain/template-ref.ts";
import { emptyArray, id, instant, pinnedFacts, tenantId } from "./columns.ts";

/** Deadlines first; what has none stands by its age. */
const waitsSince = sql`coalesce(review_due_at, created_at)`;

/** Every answer of `decide`, with the step's incentive when it says send. `ordinal` counts the answers for one position. */
export const decisions = pgTable(
  "decisions",
  {
    tenantId: tenantId(),
    id: id(),
    enrollmentId: text("enrollment_id").notNull(),
    position: integer("position").notNull(),
    ordinal: integer("ordinal").notNull(),
    kind: text("kind").$type<"send" | "wait" | "stop">().notNull(),
    reason: text("reason").$type<StopReason | WaitReason | "skipped">(),
    until: instant("until"),
    incentiveId: text("incentive_id"),
    /** The incentive that the step would have offered, and why its budget did not give it. */
    withheldIncentiveId: text("withheld_incentive_id"),
    withheldBecause: text("withheld_because").$type<WithheldReason>(),
    /** The sequence that goes first, where that is the reason. */
    bySequenceId: text("by_sequence_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("decisions_position").on(t.tenantId, t.enrollmentId, t.position, t.ordinal),
    uniqueIndex("decisions_send").on(t.tenantId, t.enrollmentId, t.position).where(sql`kind = 'send'`),
    index("decisions_stopped").on(t.tenantId, t.enrollmentId, t.position).where(sql`kind = 'stop'`),
  ],
);

export const drafts = pgTable(
  "drafts",
  {
    tenantId: tenantId(),
    id: id(),
    decisionId: text("decision_id").notNull(),
    attempt: integer("attempt").notNull(),
    writer: text("writer").$type<WriterName>().notNull(),
    model: text("model"),
    promptVersion: text("prompt_version").notNull().default(""),
    pattern: text("pattern").notNull().default(""),
    authorId: text("author_id"),
    replacesDraftId: text("replaces_draft_id"),
    fallbackReason: text("fallback_reason").$type<FallbackReason>(),
    brief: jsonb("brief").$type<Brief | null>(),
    words: jsonb("words").$type<Words | null>(),
    subjects: jsonb("subjects").$type<string[]>().notNull().default(sql`'[]'::jsonb`),
    confidence: real("confidence"),
    findings: jsonb("findings").$type<Finding[]>().notNull(),
    wordsHash: text("words_hash").notNull(),
    language: text("language").notNull(),
    chosen: boolean("chosen").notNull(),
    mode: text("mode").$type<OversightMode>().notNull(),
    heldReason: text("held_reason").$type<HoldReason>(),
    holds: text("holds").array().$type<HoldReason[]>().notNull().default(emptyArray),
    approvalsNeeded: smallint("approvals_needed").$type<1 | 2>().notNull().default(1),
    pinned: pinnedFacts("pinned"),
    place: text("place").$type<QueuePlace>(),
    sampled: boolean("sampled").notNull().default(false),
    atDeadline: text("at_deadline").$type<DeadlineAction>(),
    reviewDueAt: instant("review_due_at"),
    inputTokens: integer("input_tokens").notNull(),
    cachedInputTokens: integer("cached_input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull(),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull().default(0),
    costCurrency: text("cost_currency"),
    latencyMs: integer("latency_ms").notNull(),
    reusedFrom: text("reused_from"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("drafts_attempt").on(t.tenantId, t.decisionId, t.attempt),
    index("drafts_waiting").on(t.tenantId, waitsSince, t.id).where(sql`place = 'waiting'`),
    index("drafts_held").on(t.tenantId, t.createdAt, t.id).where(sql`place = 'held'`),
    index("drafts_created").on(t.tenantId, t.createdAt),
    index("drafts_ever_held").on(t.tenantId, t.createdAt).where(sql`chosen and held_reason is not null`),
    index("drafts_pattern").on(t.tenantId, t.pattern, t.createdAt),
    index("drafts_reusable")
      .on(t.tenantId, t.pattern, t.createdAt)
      .where(sql`chosen and writer = 'language_model' and reused_from is null`),
    // Holds all that the month's sum asks for, so that the sum never opens a row.
    index("drafts_usage")
      .on(t.tenantId, t.createdAt, t.inputTokens, t.outputTokens, t.costMicros, t.costCurrency)
      .where(sql`writer = 'language_model'`),
  ],
);

/**
 * What people, the policy and the clock did with a draft, in order. `verdict` is what the act says of the words, where it
 * decides on them; an edit is a new draft, which the row on the old one names. What it was an act on is kept beside it.
 */
export const reviews = pgTable(
  "reviews",
  {
    tenantId: tenantId(),
    id: id(),
    draftId: text("draft_id").notNull(),
    /** The order of the acts: two may come at one instant. */
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    kind: text("kind").$type<ReviewKind>().notNull(),
    verdict: text("verdict").$type<Verdict>(),
    byKind: text("by_kind").$type<"member" | "key" | "policy">().notNull(),
    byId: text("by_id"),
    /** The API key by which a member acted, where one did. */
    viaKeyId: text("via_key_id"),
    reason: text("reason"),
    wordsHash: text("words_hash").notNull(),
    editedDraftId: text("edited_draft_id"),
    until: instant("until"),
    changes: jsonb("changes").$type<Change[]>(),
    sequenceId: text("sequence_id"),
    versionId: text("version_id"),
    stepId: text("step_id"),
    language: text("language"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("reviews_draft").on(t.tenantId, t.draftId, t.seq),
    index("reviews_step").on(t.tenantId, t.sequenceId, t.stepId, t.at),
    index("reviews_at").on(t.tenantId, t.at, t.draftId),
    // Before each draft people's verdicts are asked for, among which the policy's stand by the million.
    index("reviews_people").on(t.tenantId, t.sequenceId, t.at).where(sql`by_kind = 'member'`),
  ],
);

/** The exact thing sent. Rendered and stored before the first try; `claim` marks who is sending it now. */
export const messages = pgTable(
  "messages",
  {
    tenantId: tenantId(),
    id: id(),
    decisionId: text("decision_id").notNull(),
    channel: text("channel").$type<"email">().notNull(),
    enrollmentId: text("enrollment_id").notNull(),
    cartId: text("cart_id").notNull(),
    contactId: text("contact_id").notNull(),
    draftId: text("draft_id").notNull(),
    position: integer("position").notNull(),
    incentiveId: text("incentive_id"),
    toAddress: text("to_address").notNull(),
    fromAddress: text("from_address").notNull(),
    subject: text("subject").notNull(),
    html: text("html"),
    text: text("text"),
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    /** Where answers come to, kept with the words: under its id a mailer always gets the same mail. */
    replyTo: text("reply_to"),
    targetUrl: text("target_url"),
    status: text("status").$type<MessageStatus>().notNull(),
    reason: text("reason"),
    dueAt: instant("due_at").notNull(),
    claim: text("claim"),
    claimedAt: instant("claimed_at"),
    attempts: integer("attempts").notNull().default(0),
    retaken: boolean("retaken").notNull().default(false),
    mailer: text("mailer"),
    providerId: text("provider_id"),
    /** The version of a saved template that it wears, or why it could not and went out as the reminder. */
    templateVersionId: text("template_version_id"),
    templateFault: text("template_fault").$type<TemplateTrouble>(),
    sentAt: instant("sent_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("messages_decision").on(t.tenantId, t.decisionId, t.channel),
    index("messages_contact").on(t.tenantId, t.contactId, t.sentAt),
    index("messages_queue").on(t.tenantId, t.status, t.dueAt),
    index("messages_claim").on(t.claim).where(sql`status = 'sending'`),
    index("messages_enrollment").on(t.tenantId, t.enrollmentId),
    index("messages_sent").on(t.tenantId, t.sentAt),
    index("messages_unsent").on(t.tenantId, t.createdAt).where(sql`status <> 'sent'`),
    index("messages_provider").on(t.providerId),
    index("messages_id").on(t.id),
    index("messages_template_fault").on(t.tenantId, t.createdAt).where(sql`template_fault is not null`),
  ],
);

export const messageEvents = pgTable(
  "message_events",
  {
    tenantId: tenantId(),
    id: id(),
    messageId: text("message_id").notNull(),
    providerEventId: text("provider_event_id").notNull(),
    kind: text("kind").$type<MessageEventKind>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("message_events_provider").on(t.tenantId, t.providerEventId),
    index("message_events_message").on(t.tenantId, t.messageId, t.at),
  ],
);

/** Mail to members (sign-in links, invitations, test sends), kept so that the outbox can show it. */
export const systemMails = pgTable(
  "system_mails",
  {
    tenantId: tenantId(),
    id: id(),
    kind: text("kind").$type<Exclude<MailKind, "recovery" | "letter">>().notNull(),
    toAddress: text("to_address").notNull(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    status: text("status").$type<"queued" | "sent" | "failed">().notNull(),
    reason: text("reason"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("system_mails_created").on(t.tenantId, t.createdAt)],
);
