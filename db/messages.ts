import { and, eq, inArray, sql } from "drizzle-orm";
import type { MessageEventKind } from "#domain/message.ts";
import type { TemplateTrouble } from "#domain/template-ref.ts";
import { newId } from "./ids.ts";
import { recordMessageFacts } from "./message-facts.ts";
import { tellMail } from "./outgoing-facts.ts";
import { messageEvents, messages } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type Message = typeof messages.$inferSelect;

type NewMessage = Pick<
  Message,
  | "decisionId"
  | "enrollmentId"
  | "cartId"
  | "contactId"
  | "draftId"
  | "position"
  | "incentiveId"
  | "toAddress"
  | "fromAddress"
  | "subject"
>;

/**
 * Queues the one message of a decision and channel. A row that was taken out of the queue is used again, for the words that
 * are queued now; one that is under way or has ended stays as it is. Returns its id.
 */
export async function queueMessage(scope: Scope, message: NewMessage, now: Date): Promise<string> {
  const afresh = {
    ...{ status: "queued" as const, dueAt: now, reason: null, html: null, text: null, targetUrl: null, headers: {} },
    ...{ attempts: 0, claim: null, claimedAt: null, retaken: false },
  };
  const { draftId, incentiveId, toAddress, fromAddress, subject } = message;
  const [row] = await scope.db
    .insert(messages)
    .values({
      ...{ ...message, ...afresh, tenantId: scope.tenantId, id: newId("message", now), channel: "email" },
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: [messages.tenantId, messages.decisionId, messages.channel],
      set: { ...afresh, draftId, incentiveId, toAddress, fromAddress, subject },
      setWhere: eq(messages.status, "held"),
    })
    .returning({ id: messages.id });
  const id = row?.id ?? (await messageOf(scope, message.decisionId))?.id;
  if (!id) throw new Error("a message upsert left no row");
  await recordMessageFacts(scope, [id]);
  return id;
}

/** Takes a message out of the queue, to be queued again or never; false when it is under way already. */
export async function unqueueMessage(scope: Scope, id: string, reason: string): Promise<boolean> {
  const rows = await scope.db
    .update(messages)
    .set({ status: "held", reason })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id), eq(messages.status, "queued")))
    .returning({ id: messages.id });
  return rows.length > 0;
}

/** Moves a queued message to another instant; false when it is under way or over. */
export async function moveMessage(scope: Scope, id: string, dueAt: Date): Promise<boolean> {
  const rows = await scope.db
    .update(messages)
    .set({ dueAt })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id), eq(messages.status, "queued")))
    .returning({ id: messages.id });
  return rows.length > 0;
}

/** Takes back a claimed message that may not leave as it is, before anything was handed over. */
export async function holdClaimed(scope: Scope, id: string, reason: string): Promise<void> {
  await scope.db
    .update(messages)
    .set({ status: "held", reason, claim: null, claimedAt: null, retaken: false })
    .where(
      and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id), inArray(messages.status, ["queued", "sending"])),
    );
}

/** One message, or null when this tenant has none of that id. */
export async function getMessage(scope: Scope, id: string): Promise<Message | null> {
  const [row] = await scope.db
    .select()
    .from(messages)
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id)));
  return row ?? null;
}

export type Payload = {
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  replyTo?: string | null;
  targetUrl: string;
  templateVersionId?: string | null;
  templateFault?: TemplateTrouble | null;
};

/** Keeps the rendered message before the first try, so that every later try sends the same bytes. */
export async function storePayload(scope: Scope, id: string, payload: Payload): Promise<void> {
  await scope.db
    .update(messages)
    .set(payload)
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id)));
}

/** Ends a claimed or queued message without sending it. */
export async function stopMessage(scope: Scope, id: string, reason: string): Promise<void> {
  await scope.db
    .update(messages)
    .set({ status: "stopped", reason, claim: null })
    .where(
      and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id), inArray(messages.status, ["queued", "sending"])),
    );
}

/** Ends a claimed message that the mailer refused for good. */
export async function failMessage(scope: Scope, id: string, reason: string): Promise<void> {
  await scope.db
    .update(messages)
    .set({ status: "failed", reason, claim: null })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id), eq(messages.status, "sending")));
}

/**
 * Keeps a message whose handing over had no answer in its claim until later, so that it is handed over again just as it
 * was; `claim` names another when it went out of another. Null, and failed, when `untilAfter` gives up.
 */
export async function keepClaimed(
  scope: Scope,
  id: string,
  { reason, claim }: { reason: string; claim: string | null },
  untilAfter: (attempts: number) => Date | null,
): Promise<Date | null> {
  const message = await getMessage(scope, id);
  const until = message && untilAfter(message.attempts);
  if (!until) {
    await failMessage(scope, id, reason);
    return null;
  }
  await scope.db
    .update(messages)
    .set({ reason, dueAt: until, ...(claim === null ? {} : { claim }) })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id), eq(messages.status, "sending")));
  return until;
}

/**
 * Gives a claimed message back to the queue until later. `untilAfter` says when, by the tries so far; null gives up and
 * the message has failed. Returns the instant, or null.
 */
export async function postponeMessage(
  scope: Scope,
  id: string,
  reason: string,
  untilAfter: (attempts: number) => Date | null,
): Promise<Date | null> {
  const message = await getMessage(scope, id);
  const until = message && untilAfter(message.attempts);
  if (!until) {
    await failMessage(scope, id, reason);
    return null;
  }
  await scope.db
    .update(messages)
    .set({ status: "queued", reason, dueAt: until, claim: null, claimedAt: null })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id), eq(messages.status, "sending")));
  return until;
}

/** Of what a provider reports, what is told to others. Clicks are told as we see them ourselves. */
const toldAs: Partial<Record<MessageEventKind, Parameters<typeof tellMail>[1]>> = {
  delivered: "message.delivered",
  bounced: "message.bounced",
  complained: "message.complained",
};

/** Appends a provider's report; false when it was known. */
export async function recordMessageEvent(
  scope: Scope,
  event: { messageId: string; providerEventId: string; kind: MessageEventKind; at: Date },
  now: Date,
): Promise<boolean> {
  const rows = await scope.db
    .insert(messageEvents)
    .values({ tenantId: scope.tenantId, id: newId("messageEvent", now), ...event })
    .onConflictDoNothing()
    .returning({ id: messageEvents.id });
  const [row] = rows;
  const type = row && toldAs[event.kind];
  if (type) await tellMail(scope, type, { messageId: event.messageId, factId: row.id, at: event.at }, now);
  return rows.length > 0;
}

/** Whether anything of a decision was queued or sent. */
export async function messageOf(scope: Scope, decisionId: string): Promise<Message | null> {
  const [row] = await scope.db
    .select()
    .from(messages)
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.decisionId, decisionId), sql`channel = 'email'`));
  return row ?? null;
}

/** The message that a mail provider knows by its own id, or null. */
export async function findByProviderId(scope: Scope, providerId: string): Promise<Message | null> {
  const [row] = await scope.db
    .select()
    .from(messages)
    .where(and(eq(messages.providerId, providerId), eq(messages.tenantId, scope.tenantId)));
  return row ?? null;
}
