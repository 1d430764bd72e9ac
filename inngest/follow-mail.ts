import { findContact, recordConsent } from "#db/contacts.ts";
import { contactOf } from "#db/decision-facts.ts";
import { closeEnrollmentsOf } from "#db/enrollments.ts";
import type { NewMail } from "#db/inbound-mails.ts";
import { letterOfReport } from "#db/letters.ts";
import { type Message, recordMessageEvent } from "#db/messages.ts";
import type { Scope } from "#db/scope.ts";
import { suppress } from "#db/suppressions.ts";
import { trustIn } from "#domain/inbound/authenticity.ts";
import type { DeliveryFailure } from "#domain/inbound/mail.ts";
import { suppressionFor } from "#domain/message.ts";
import type { Storing } from "./judge-mail.ts";

/** Does what a mail asks for beyond an answer. Returns the enrollments that it ended. */
export async function followMail(scope: Scope, { mail, message, read }: Storing, now: Date): Promise<string[]> {
  if (mail.intent === "stop" && !mail.isAutomatic) return keepSilence(scope, mail, message, now);
  if (!read.failure) return [];
  if (message) return writeOff(scope, mail, { ...read.failure, sent: message }, now);
  const letter = mail.answersId ? await letterOfReport(scope, [mail.answersId]) : null;
  if (!letter) return [];
  const [address, ...others] = letter.toAddresses;
  const failed = read.failure.recipient ?? (others.length === 0 ? address : undefined);
  const sent = letter.toAddresses.find((one) => one === failed);
  return sent ? writeOff(scope, mail, { ...read.failure, sent: { id: letter.id, toAddress: sent } }, now) : [];
}

/**
 * Whoever asks for silence is suppressed, and so is the shopper whose mail they answer: who holds that mail could as well have
 * followed its link. Of a sender that is not whom it says the answered mail alone counts; without one a person decides.
 */
async function keepSilence(scope: Scope, mail: NewMail, message: Message | null, now: Date): Promise<string[]> {
  const { believed } = trustIn(mail.authenticity ?? "not_known");
  const shopperId = believed ? mail.contactId : message?.contactId;
  const fromAddress = believed ? mail.fromAddress : null;
  const shopper = shopperId ? await contactOf(scope, shopperId) : null;
  const sender = fromAddress ? await findContact(scope, fromAddress) : null;
  const messageId = mail.answersId ?? null;
  const people = new Map([shopper, sender].flatMap((one) => (one && !one.erasedAt ? [[one.id, one]] : [])));
  const addresses = [fromAddress, ...[...people.values()].map(({ address }) => address)];
  for (const address of new Set(addresses.flatMap((one) => one ?? [])))
    await suppress(scope, { address, reason: "unsubscribed", messageId }, now);
  const closed: string[] = [];
  for (const id of people.keys()) {
    await recordConsent(scope, id, { state: "withdrawn", source: `reply ${mail.id}`, at: now });
    closed.push(...(await closeEnrollmentsOf(scope, id, "suppressed", now)));
  }
  return closed;
}

type Failed = DeliveryFailure & { sent: { id: string; toAddress: string } };

/** A report counts when it is about a mail of ours, by its unguessable id, and about the address that the mail went to. */
async function writeOff(
  scope: Scope,
  mail: NewMail,
  { recipient, permanent, sent }: Failed,
  now: Date,
): Promise<string[]> {
  const address = sent.toAddress;
  if (recipient !== null && recipient !== address) return [];
  const kind = permanent ? ("bounced" as const) : ("soft_bounced" as const);
  const providerEventId = `mail ${mail.messageIdHeader}`;
  await recordMessageEvent(scope, { messageId: sent.id, providerEventId, kind, at: mail.receivedAt }, now);
  const reason = suppressionFor(kind);
  if (!reason) return [];
  await suppress(scope, { address, reason, messageId: sent.id }, now);
  const contact = await findContact(scope, address);
  return contact ? closeEnrollmentsOf(scope, contact.id, "suppressed", now) : [];
}
