import { clockOffset } from "#db/clock.ts";
import { contactOf } from "#db/decision-facts.ts";
import { closeEnrollmentsOf } from "#db/enrollments.ts";
import { letterOfReport } from "#db/letters.ts";
import { findByProviderId, getMessage, type Message, recordMessageEvent } from "#db/messages.ts";
import type { Scope } from "#db/scope.ts";
import { suppress } from "#db/suppressions.ts";
import { judgeDelivery, recordTouch } from "#db/touchpoints.ts";
import { settleWebhook, type WebhookEvent } from "#db/webhook-events.ts";
import { suppressionFor } from "#domain/message.ts";
import { instantOnOurClock } from "#domain/our-clock.ts";
import { type MailReport, mailWebhook } from "#integrations/mailer.ts";
import { type Announcement, closures } from "./events.ts";
import { watch } from "./watch-step.ts";

/** Applies a mail provider's stored report: message events, and the suppressions that they demand. */
export async function applyMailEvents(scope: Scope, event: WebhookEvent, now: Date): Promise<Announcement[]> {
  const said = mailWebhook.translate({ deliveryId: event.deliveryId, body: event.body ?? new Uint8Array() });
  if (said.kind !== "reports") {
    const detail = said.kind === "rejected" ? said.detail : null;
    await settleWebhook(scope, event.id, { outcome: said.kind, reason: said.reason, detail, subjectId: null }, now);
    return [];
  }
  const announcements: Announcement[] = [];
  let subjectId: string | null = null;
  for (const report of said.reports) {
    const named = report.tags.message_id;
    const message =
      (await findByProviderId(scope, report.providerMessageId)) ?? (named ? await getMessage(scope, named) : null);
    if (!message) {
      subjectId = (await applyToLetter(scope, report, now)) ?? subjectId;
      continue;
    }
    subjectId = message.id;
    announcements.push(...(await applyReport(scope, { ...report, messageId: message.id }, message, now)));
  }
  const outcome = subjectId
    ? { outcome: "applied" as const, reason: null }
    : { outcome: "ignored" as const, reason: "nothing_to_do" };
  await settleWebhook(scope, event.id, { ...outcome, detail: null, subjectId }, now);
  return announcements;
}

/** A report on a letter. Who of several recipients it is about, the provider does not say. */
async function applyToLetter(scope: Scope, report: MailReport, now: Date): Promise<string | null> {
  const letter = await letterOfReport(scope, [report.providerMessageId, report.tags.message_id]);
  if (!letter) return null;
  const at = instantOnOurClock(report.at, await clockOffset(), new Date());
  const { providerEventId, kind } = report;
  await recordMessageEvent(scope, { messageId: letter.id, providerEventId, kind, at }, now);
  const reason = suppressionFor(kind);
  const [address, ...others] = [...letter.toAddresses, ...letter.ccAddresses, ...letter.bccAddresses];
  if (reason && address && others.length === 0) await suppress(scope, { address, reason, messageId: letter.id }, now);
  return letter.id;
}

const openSeen = { kind: "open", method: "GET", purpose: null, network: null } as const;

async function applyReport(
  scope: Scope,
  report: MailReport & { messageId: string },
  message: Message,
  now: Date,
): Promise<Announcement[]> {
  const { messageId, providerEventId, kind } = report;
  const at = instantOnOurClock(report.at, await clockOffset(), new Date());
  const isNew = await recordMessageEvent(scope, { messageId, providerEventId, kind, at }, now);
  if (isNew && kind === "delivered") await judgeDelivery(scope, message, at, now);
  if (isNew && kind === "opened")
    await recordTouch(scope, message, { ...openSeen, userAgent: report.userAgent, at }, now);
  if (kind === "complained") await watch(scope, message.decisionId, now);
  const reason = suppressionFor(kind);
  const contact = await contactOf(scope, message.contactId);
  if (!reason || !contact || contact.erasedAt) return [];
  await suppress(scope, { address: message.toAddress, reason, messageId }, now);
  return closures(scope.tenantId, await closeEnrollmentsOf(scope, contact.id, "suppressed", now));
}
